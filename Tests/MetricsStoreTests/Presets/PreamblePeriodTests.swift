import Metrics
import Testing

@testable import MetricsStore

private func period(_ lines: String..., order: DateOrder? = nil) -> String? {
  PreamblePeriod(lines, order: order).range.map { "\($0.start) \($0.last)" }
}

@Suite struct PeriodsAboveAHeader {
  private let july = "2025-07-01 2025-07-31"

  @Test func googleAnalyticsNamesAStartAndAnEnd() {
    #expect(
      period(
        "# ----", "# Traffic acquisition", "#", "# Start date: 20250701", "# End date: 20250731")
        == july)
    #expect(period("# すべてのユーザー", "# 開始日: 20250701", "# 終了日: 20250731") == july)
    #expect(period("# 開始日：2025-07-01", "# 終了日：2025-07-31") == july)
  }

  @Test func aSpreadsheetsCommasAndQuotesAreNoPartOfIt() {
    #expect(period("\"# Start date: 20250701\",,,", "# End date: 20250731,,,,") == july)
    #expect(period("\u{FEFF}# Start date: 20250701", "# End date: 20250731\t\t") == july)
  }

  @Test func anExplorationHasBothOnOneLine() {
    #expect(period("# softeni", "# 自由形式-自由形式 1", "# 20250701-20250731", "# ----") == july)
  }

  @Test func googleAdsHasItAsASecondTitle() {
    #expect(period("キャンペーン レポート", "2025年7月1日 - 2025年7月31日") == july)
    #expect(
      period("Campaign report", "\"July 8, 2025 - July 31, 2025\"") == "2025-07-08 2025-07-31")
    #expect(period("Campaign report", "\"July 8, 2025\"") == "2025-07-08 2025-07-08")
  }

  @Test func adobeHasItInAComment() {
    #expect(
      period(
        "#=======", "# Report suite: Example.co.jp", "\"# Date: Jul 1, 2025 - Jul 31, 2025\"",
        "#=======") == july)
  }

  @Test func ofSeveralTablesTheNearestDatesCount() {
    #expect(
      period(
        "# Start date: 20250601", "# End date: 20250630", "", "# Start date: 20250701",
        "# End date: 20250731") == july)
  }

  @Test func aMonthAloneIsAPeriod() {
    #expect(period("月次レポート", "2025年7月") == july)
  }

  @Test func whatTellsNoneOrSeveralIsNone() {
    #expect(period() == nil)
    #expect(period("Report", "Account: 123-456-7890") == nil)
    #expect(period("# Start date: 20250701") == nil)
    #expect(period("# Start date: 20250731", "# End date: 20250701") == nil)
    #expect(period("# Start date: 20250701", "# End date: soon") == nil)
    #expect(period("2025年7月1日 - 2025年7月31日", "2024年7月1日 - 2024年7月31日") == nil)
    #expect(
      period("# Start date: 20250601", "# End date: 20250630", "# Start date: 20250701") == nil)
  }

  @Test func theOrderOfDayAndMonthIsTheDefinitions() {
    #expect(period("01/07/2025 - 02/07/2025", order: .dayMonthYear) == "2025-07-01 2025-07-02")
    #expect(period("01/07/2025 - 02/07/2025", order: .monthDayYear) == "2025-01-07 2025-02-07")
    #expect(period("01/07/2025 - 02/07/2025") == nil)
    #expect(period("7/1/2025 - 7/31/2025") == july)
  }

  @Test func longLinesAndManyOfThemAreNoTrouble() {
    let line = String(repeating: "2025-07-", count: 50_000)
    #expect(PreamblePeriod(Array(repeating: line, count: 1000)).range == nil)
  }
}
