/// Salesforce's opportunities, as its report writes them: all fields quoted.
struct OpportunitiesExport {
  let file: ExportFile

  init(_ company: SampleCompany) {
    var chance = RandomStream(seed: company.seed, name: "accounts")
    let first = company.days.lowerBound
    var rows: [[String]] = []
    for (number, deal) in company.deals.enumerated() where deal.close >= first {
      let account = Self.account(number + 1, &chance)
      rows.append([
        Self.identifier(number), "\(account) 新規導入", account, deal.stage.name, "\(deal.amount)",
        "\(deal.stage.probability)", deal.created < first ? "" : deal.created.text(separator: "/"),
        deal.close.text(separator: "/"), deal.channel.name, deal.size.name,
      ])
    }
    file = ExportFile(
      path: "data/salesforce/opportunities.csv",
      header: [
        "Opportunity ID", "Opportunity Name", "Account Name", "Stage", "Amount",
        "Probability (%)", "Created Date", "Close Date", "Lead Source", "Company Size",
      ],
      rows: rows, habits: [.quotesAll])
  }

  /// Fifteen characters, the last ones a number to the base of 36 that rises.
  private static func identifier(_ number: Int) -> String {
    let tail = String(100_000 + number * 7, radix: 36, uppercase: true)
    return "0065g00000" + String(repeating: "0", count: max(0, 5 - tail.count)) + tail
  }

  private static func account(_ number: Int, _ chance: inout RandomStream) -> String {
    let digits = String(String(10_000 + number).dropFirst())
    switch chance.below(20) {
    case 0: return "Sample Works, Inc. \(digits)"
    case 1...3: return "サンプル\(digits)合同会社"
    case 4...7: return "サンプル商事\(digits)株式会社"
    default: return "株式会社サンプル\(digits)"
    }
  }
}
