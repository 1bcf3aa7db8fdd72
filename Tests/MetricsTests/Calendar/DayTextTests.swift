import Testing

@testable import Metrics

@Suite struct DayTextTests {
  @Test func aDateIsReadAndWrittenAsISOWritesIt() {
    #expect(Day(iso: "2026-11-15")?.description == "2026-11-15")
    #expect(Day(iso: "1970-01-01")?.number == 0)
    #expect(Day(iso: "0001-01-01")?.description == "0001-01-01")
    #expect(Day(iso: "2028-02-29")?.weekday == .tuesday)
  }

  @Test(arguments: [
    "", "-", "--", "2026", "2026-11", "2026-11-1", "2026-1-15", "26-11-15", "2026-11-15 ",
    " 2026-11-15", "2026/11/15", "20261115", "2026-11-15T00:00", "2026-11-15-", "-2026-11-15",
    "02026-11-15", "+026-11-15", "2026-+1-15", "2026-11--5", "2026-11-1５", "２０２６-11-15",
    "2026-11-1\u{301}5", "2026\u{2010}11\u{2010}15", "2026-11-15\u{0}", "abcd-ef-gh", "2026-W46-1",
  ])
  func whatIsNotWrittenAsADateIsNone(_ text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test(arguments: [
    "2026-00-10", "2026-13-10", "2026-01-00", "2026-01-32", "2026-02-29", "1900-02-29",
    "2100-02-29", "2026-04-31", "2026-06-31", "2026-09-31", "2026-11-31", "0000-01-01",
    "2026-99-99",
  ])
  func aDateThatNoCalendarHasIsNone(_ text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test func leapDaysAreEveryFourthYearButThreeCenturiesOfFour() {
    let leap = [1600, 1900, 1996, 2000, 2024, 2026, 2100, 2400].filter {
      Day(year: $0, month: 2, day: 29) != nil
    }
    #expect(leap == [1600, 1996, 2000, 2024, 2400])
  }

  @Test func daysAreOrderedAndSubtracted() throws {
    let newYear = try #require(Day(iso: "2026-01-01"))
    let lastDay = try #require(Day(iso: "2026-12-31"))
    #expect(newYear < lastDay)
    #expect(lastDay - newYear == 364)
    #expect(newYear + 364 == lastDay)
    #expect((newYear - 1).description == "2025-12-31")
  }
}
