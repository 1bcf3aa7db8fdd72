/// The controller's sheet: one row at each month's end, saved by Excel.
///
/// Customers = those of the month before + new − churned; MRR moves by the fees of the same two.
struct FinanceExport {
  let file: ExportFile

  init(_ company: SampleCompany) {
    var chance = RandomStream(seed: company.seed, name: "finance")
    var customers = 318
    var revenue = 318 * 36_000
    var rows: [[String]] = []
    let (year, month, _) = company.days.lowerBound.civil
    var first = Day(year, month, 1)
    while first.nextMonth <= company.days.upperBound.advanced(by: 1) {
      let days = first...first.nextMonth.advanced(by: -1)
      let won = company.deals.filter { $0.stage == .won && days.contains($0.close) }
      let churned = chance.count(mean: Double(customers) * 0.021)
      let lost = churned * 33_000 + chance.below(max(1, churned) * 6) * 1000
      customers += won.count - churned
      revenue += won.reduce(0) { $0 + $1.monthlyFee } - lost
      rows.append([
        days.upperBound.text(), "\(revenue)", "\(customers)", "\(won.count)", "\(churned)",
        "\(lost)",
      ])
      first = first.nextMonth
    }
    file = ExportFile(
      path: "data/finance/monthly.csv",
      header: ["Month", "MRR", "Customers", "New customers", "Churned customers", "Churned MRR"],
      rows: rows, habits: [.byteOrderMark, .windowsLines])
  }
}
