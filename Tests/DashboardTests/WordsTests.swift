import Analysis
import Drawing
import Metrics
import Testing

@testable import Dashboard

@Suite struct WordsTests {
  let english = NumberText(language: .english, currency: "JPY")
  let japanese = NumberText(language: .japanese, currency: "JPY")
  let dollars = NumberText(language: .english, currency: "USD")

  @Test(arguments: [
    (0.0, "0", "0"), (414, "414", "414"), (3.14, "3.1", "3.1"), (19_935, "19,935", "19,935"),
    (999_999, "999,999", "999,999"), (1_000_000, "1.00M", "100万"),
    (1_242_000, "1.24M", "124万"), (99_990_000, "100M", "9,999万"), (124_000_000, "124M", "1.24億"),
    (1_240_000_000, "1.24B", "12.4億"), (-1_242_000, "−1.24M", "−124万"),
  ])
  func countsAreShortenedAsTheLanguageDoes(value: Double, en: String, ja: String) {
    #expect(english.value(value, .count) == en)
    #expect(japanese.value(value, .count) == ja)
  }

  @Test func moneyHasItsMark() {
    #expect(english.value(8867, .currency) == "¥8,867")
    #expect(japanese.value(8867, .currency) == "8,867円")
    #expect(english.value(-1_140_000, .currency) == "−¥1.14M")
    #expect(japanese.value(55_812_000, .currency) == "5,581万円")
    #expect(dollars.value(12.5, .currency) == "$12.50")
    #expect(dollars.value(1250.4, .currency) == "$1,250")
  }

  @Test func sharesHaveTwoDecimalsWhereOneWouldHideThem() {
    #expect(english.value(0.0208, .percent) == "2.08%")
    #expect(english.value(0.222, .percent) == "22.2%")
    #expect(english.value(0.09996, .percent) == "10.0%")
  }

  @Test func notAvailableIsNeverZero() {
    for unit in MetricUnit.allCases {
      #expect(english.value(nil, unit) == "–")
      #expect(english.value(.nan, unit) == "–")
      #expect(english.value(.infinity, unit) == "–")
    }
    #expect(english.ratio(nil) == "–")
  }

  @Test func changesHaveASignAndNoChangeIsSaidAsSuch() {
    #expect(english.ratio(0.105) == "+10.5%")
    #expect(english.ratio(-1) == "−100.0%")
    #expect(english.ratio(0) == "±0.0%")
    #expect(english.ratio(-0.0001) == "±0.0%")
    #expect(english.ratio(12.3) == "+1,230%")
  }

  @Test func onlyWhatReachesTheTargetReadsAHundred() {
    #expect(english.attainment(0.999) == "99%")
    #expect(english.attainment(1) == "100%")
    #expect(english.attainment(1.354) == "135%")
  }

  @Test func periodsAreNamedInBothLanguages() {
    let calendar = BusinessCalendar(fiscalStartMonth: 4)
    let en = PeriodText(language: .english, calendar: calendar)
    let ja = PeriodText(language: .japanese, calendar: calendar)
    let day = Shop.day("2026-11-15")
    func both(_ grain: Grain) -> [String] {
      let period = calendar.period(grain, containing: day)
      return [en.title(period), ja.title(period), en.column(period), ja.column(period)]
    }
    #expect(both(.day) == ["Sun 15 Nov 2026", "2026年11月15日(日)", "15 Nov", "11/15"])
    #expect(both(.week) == ["W46 2026", "2026年 第46週", "W46", "W46"])
    #expect(both(.month) == ["Nov 2026", "2026年11月", "Nov", "11月"])
    #expect(both(.quarter) == ["FY2026 Q3", "2026年度Q3", "Q3’26", "Q3’26"])
    #expect(both(.year) == ["FY2026", "2026年度", "FY2026", "FY2026"])
    let range = DayRange(Shop.day("2026-09-28"), through: Shop.day("2026-10-04"))
    #expect(en.days(range) == "28 Sep–4 Oct")
    #expect(ja.days(range) == "9/28–10/4")
  }

  @Test func textIsWrappedAtSpacesAndBetweenWideCharacters() {
    #expect(
      TextLines.wrapped("one two three", columns: 8, width: .standard) == ["one two ", "three"])
    #expect(
      TextLines.wrapped("全デバイスの訪問", columns: 6, width: .standard) == ["全デバ", "イスの", "訪問"])
    #expect(
      TextLines.wrapped("abcdefghij", columns: 4, width: .standard) == ["abcd", "efgh", "ij"])
  }
}
