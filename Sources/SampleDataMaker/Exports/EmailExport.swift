/// Klaviyo's campaigns: the weekly newsletter, and product news once a month.
struct EmailExport {
  let file: ExportFile

  init(_ company: SampleCompany) {
    var chance = RandomStream(seed: company.seed, name: "email")
    var rows: [[String]] = []
    var issue = 88
    for day in company.days {
      let growth = BusinessYear.growth(on: day)
      if day.weekday == 2 && BusinessYear.isWorkday(day) {
        issue += 1
        rows.append(
          Self.row("週刊あおぞら便 第\(issue)号", day, "10:00:00", 21_000 * growth, 0.021, &chance))
      }
      let monthly = day.weekday == 3 && (15...21).contains(day.civil.day)
      if monthly && BusinessYear.isWorkday(day) {
        let name = "新機能のお知らせ, \(day.civil.year)年\(day.civil.month)月"
        rows.append(Self.row(name, day, "13:30:00", 16_000 * growth, 0.028, &chance))
      }
    }
    file = ExportFile(
      path: "data/email/sends.csv",
      header: [
        "Campaign Name", "Send Time", "Total Recipients", "Successful Deliveries",
        "Unique Opens", "Unique Clicks", "Unsubscribes",
      ],
      rows: rows)
  }

  private static func row(
    _ name: String, _ day: Day, _ time: String, _ list: Double, _ clickRate: Double,
    _ chance: inout RandomStream
  ) -> [String] {
    let recipients = chance.count(mean: list)
    let delivered = recipients - chance.count(mean: Double(recipients) * 0.012)
    let opens = chance.count(mean: Double(delivered) * (0.27 + 0.012 * chance.bell()))
    let clicks = chance.count(mean: Double(delivered) * clickRate * (1 + 0.07 * chance.bell()))
    return [
      name, "\(day.text()) \(time)", "\(recipients)", "\(delivered)", "\(opens)", "\(clicks)",
      "\(chance.count(mean: Double(delivered) * 0.0013))",
    ]
  }
}
