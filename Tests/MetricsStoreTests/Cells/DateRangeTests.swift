import Metrics
import Testing

@testable import MetricsStore

private func days(_ range: DateRangeText?) -> String? {
  range.map { "\(Day(number: $0.first)) \(Day(number: $0.last))" }
}

@Suite struct DateRanges {
  @Test(arguments: [
    "2025年7月1日 - 2025年7月31日", "July 1, 2025 - July 31, 2025", "Jul 1, 2025 - Jul 31, 2025",
    "2025/07/01-2025/07/31", "2025-07-01 - 2025-07-31", "2025-07-01 to 2025-07-31",
    "2025/7/1～2025/7/31", "2025年7月1日〜2025年7月31日", "20250701-20250731", "2025年7月", "Jul 2025",
    "2025/07/01 – 2025/07/31", "7/1/2025 - 7/31/2025", "1/7/2025 - 31/7/2025", "令和7年7月",
    "1 Jul 2025 - 31 Jul 2025", "2025/7/1(火)～2025/7/31(木)", "01.07.2025 - 31.07.2025",
    "2025-07 - 2025-07", "2025年7月1日から2025年7月31日",
  ])
  func aPeriodIsReadInEveryForm(_ text: String) {
    #expect(cell(text) { days(DateRangeText($0)) } == "2025-07-01 2025-07-31")
  }

  @Test(arguments: [
    "# Date: Jul 1, 2025 - Jul 31, 2025", "期間：2025/07/01-2025/07/31",
    "Report (2025-07-01 to 2025-07-31)",
    "Campaign report for July 1, 2025 - July 31, 2025", "レポート期間: 2025年7月1日 - 2025年7月31日",
    "対象月: 2025年7月", "広告費 2025年7月",
  ])
  func aPeriodIsFoundInALine(_ text: String) {
    #expect(cell(text) { days(DateRangeText(in: $0)) } == "2025-07-01 2025-07-31")
  }

  @Test(arguments: [
    "", "2025-07-01", "2025-07-31 - 2025-07-01", "1/2/2025 - 3/4/2025", "Total", "10 - 20",
    "2025-07-01 - later", "Generated 2025/08/01 9:05", "- - -", "1234.5678",
  ])
  func whatIsNoPeriod(_ text: String) {
    #expect(cell(text) { days(DateRangeText($0)) } == nil)
    #expect(cell(text) { days(DateRangeText(in: $0)) } == nil)
  }

  @Test func anOrderDecidesAPeriodThatCouldBeTwo() {
    let text = "1/2/2025 - 3/4/2025"
    #expect(
      cell(text) { days(DateRangeText($0, order: .monthDayYear)) } == "2025-01-02 2025-03-04")
    #expect(
      cell(text) { days(DateRangeText($0, order: .dayMonthYear)) } == "2025-02-01 2025-04-03")
  }
}

@Suite struct DateOrders {
  private func verdict(_ cells: [String]) -> DateOrderVote.Verdict {
    var vote = DateOrderVote()
    for text in cells { cell(text) { vote.see($0) } }
    return vote.verdict
  }

  @Test func oneDateBeyondTheTwelfthDecidesAColumn() {
    #expect(verdict(["1/2/2025", "3/4/2025", "3/27/2025", "TBD"]) == .decided(.monthDayYear))
    #expect(verdict(["01-02-2025", "27-03-2025"]) == .decided(.dayMonthYear))
    #expect(verdict(["2025-07-01", "20250702", "Jul 3, 2025", "", "x"]) == .unneeded)
  }

  @Test func aColumnThatCouldBeReadBothWaysIsNotDecided() {
    #expect(
      verdict(["1/2/2025", "3/4/2025"]) == .undecidable([.monthDayYear, .dayMonthYear]))
    // The same date either way.
    #expect(verdict(["1/1/2025", "2/2/2025"]) == .decided(.monthDayYear))
    #expect(verdict(["1.2.2025", "3.4.2025"]) == .decided(.dayMonthYear))
  }

  @Test func aColumnThatContradictsItselfIsNotDecided() {
    #expect(
      verdict(["3/27/2025", "27/3/2025", "28/3/2025", "1/1/2025"])
        == .contradictory(monthFirst: 1, dayFirst: 2))
  }

  @Test func slashesAndHyphensMayHaveOrdersOfTheirOwn() {
    var vote = DateOrderVote()
    for text in ["3/27/2025", "4/1/2025", "27-03-25", "01-04-25"] { cell(text) { vote.see($0) } }
    #expect(vote.format.slashes == .monthDayYear)
    #expect(vote.format.dashes == .dayMonthYear)
    #expect(vote.format.dots == nil)
  }

  @Test func twoDigitYearsStandWhereYearsArePlausible() {
    #expect(verdict(["25/07/01"]) == .decided(.yearMonthDay))
    #expect(verdict(["01-07-25", "27-07-25"]) == .decided(.dayMonthYear))
    #expect(verdict(["7/1/25", "7/31/25"]) == .decided(.monthDayYear))
    #expect(verdict(["15-01-24", "15-02-25"]) == .undecidable([.yearMonthDay, .dayMonthYear]))
    #expect(verdict((10...28).map { "25/07/\($0)" }) == .decided(.yearMonthDay))
    #expect(verdict((10...28).map { "\($0)/07/25" }) == .decided(.dayMonthYear))
  }

  @Test func votesOfPartsAddUpToTheVoteOfTheWhole() {
    var first = DateOrderVote()
    var second = DateOrderVote()
    cell("1/2/2025") { first.see($0) }
    cell("3/27/2025") { second.see($0) }
    first.add(second)
    #expect(first.verdict == .decided(.monthDayYear))
  }
}
