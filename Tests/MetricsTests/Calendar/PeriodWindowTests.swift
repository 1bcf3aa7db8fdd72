import Testing

@testable import Metrics

/// Like is compared with like: the same part of another period.
@Suite struct PeriodWindowTests {
  private let calendar = BusinessCalendar()

  private func window(
    _ grain: Grain, asOf date: String, _ calendar: BusinessCalendar = BusinessCalendar()
  ) throws -> PeriodWindow {
    let day = try #require(Day(iso: date))
    return PeriodWindow(calendar.period(grain, containing: day), asOf: day)
  }

  private func text(_ window: PeriodWindow) -> String {
    "\(window.range.start) \(window.range.last)"
  }

  @Test func aCompletePeriodIsComparedWithAWholeOne() throws {
    let february = try window(.month, asOf: "2027-02-28")
    #expect(february.isWhole)
    #expect(text(calendar.window(february, periodsEarlier: 1)) == "2027-01-01 2027-01-31")
    #expect(text(calendar.windowOneYearEarlier(february)) == "2026-02-01 2026-02-28")
    let leap = try window(.month, asOf: "2028-02-29")
    #expect(text(calendar.windowOneYearEarlier(leap)) == "2027-02-01 2027-02-28")
  }

  @Test func monthToDateIsComparedWithAsManyDays() throws {
    let window = try window(.month, asOf: "2026-11-15")
    #expect(!window.isWhole)
    #expect(text(window) == "2026-11-01 2026-11-15")
    #expect(text(calendar.window(window, periodsEarlier: 1)) == "2026-10-01 2026-10-15")
    #expect(text(calendar.windowOneYearEarlier(window)) == "2025-11-01 2025-11-15")
  }

  @Test func theDayOfMonthIsCutBackToTheShorterMonth() throws {
    let march = try window(.month, asOf: "2027-03-30")
    #expect(text(calendar.window(march, periodsEarlier: 1)) == "2027-02-01 2027-02-28")
    let leapMarch = try window(.month, asOf: "2028-03-30")
    #expect(text(calendar.window(leapMarch, periodsEarlier: 1)) == "2028-02-01 2028-02-29")
  }

  @Test func aPartialFebruaryOfALeapYearKeepsItsCivilDates() throws {
    let window = try window(.month, asOf: "2028-02-28")
    #expect(!window.isWhole)
    #expect(text(calendar.windowOneYearEarlier(window)) == "2027-02-01 2027-02-28")
    let before = try self.window(.month, asOf: "2029-02-27")
    #expect(text(calendar.windowOneYearEarlier(before)) == "2028-02-01 2028-02-27")
  }

  @Test func quarterAndYearToDateKeepTheirCivilDatesOverALeapDay() throws {
    let quarter = try window(.quarter, asOf: "2028-02-29")
    #expect(text(calendar.windowOneYearEarlier(quarter)) == "2027-01-01 2027-02-28")
    #expect(text(calendar.window(quarter, periodsEarlier: 1)) == "2027-10-01 2027-11-29")
    let year = try window(.year, asOf: "2028-03-01")
    #expect(text(calendar.windowOneYearEarlier(year)) == "2027-01-01 2027-03-01")
    #expect(text(calendar.window(year, periodsEarlier: 1)) == "2027-01-01 2027-03-02")
  }

  @Test func fiscalQuarterAndYearToDateGoBackWithTheFiscalYear() throws {
    let japanese = BusinessCalendar(fiscalStartMonth: 4)
    let quarter = try window(.quarter, asOf: "2027-02-15", japanese)
    #expect(text(quarter) == "2027-01-01 2027-02-15")
    #expect(text(japanese.windowOneYearEarlier(quarter)) == "2026-01-01 2026-02-15")
    let year = try window(.year, asOf: "2027-02-15", japanese)
    #expect(text(year) == "2026-04-01 2027-02-15")
    #expect(text(japanese.windowOneYearEarlier(year)) == "2025-04-01 2026-02-15")
  }

  @Test func weekToDateIsComparedWithTheSameWeekdays() throws {
    let window = try window(.week, asOf: "2026-11-12")
    #expect(text(window) == "2026-11-09 2026-11-12")
    #expect(text(calendar.window(window, periodsEarlier: 1)) == "2026-11-02 2026-11-05")
    let earlier = calendar.windowOneYearEarlier(window)
    #expect(text(earlier) == "2025-11-10 2025-11-13")
    #expect(calendar.label(earlier.period) == "2025-W46")
  }

  @Test func weekFiftyThreeIsComparedWithTheWeek364DaysEarlier() throws {
    let long = try window(.week, asOf: "2027-01-03")
    #expect(calendar.label(long.period) == "2026-W53")
    #expect(calendar.label(calendar.windowOneYearEarlier(long).period) == "2026-W01")
    #expect(text(calendar.windowOneYearEarlier(long)) == "2025-12-29 2026-01-04")
    let after = try window(.week, asOf: "2027-12-26")
    #expect(calendar.label(after.period) == "2027-W51")
    #expect(calendar.label(calendar.windowOneYearEarlier(after).period) == "2026-W52")
  }

  @Test func aDayIsComparedWithTheSameWeekday() throws {
    let day = try window(.day, asOf: "2026-11-15")
    #expect(text(calendar.windowOneYearEarlier(day)) == "2025-11-16 2025-11-16")
    #expect(calendar.windowOneYearEarlier(day).isWhole)
  }

  @Test func aSprintIsComparedWithTheNearestWholeSprintOfTheSameWeekdays() throws {
    for (weeks, days) in [(1, 364), (2, 364), (3, 357), (4, 364)] {
      let first = try #require(Day(iso: "2026-01-07"))
      let calendar = BusinessCalendar(
        sprint: BusinessCalendar.Sprint(firstDay: first, weeks: weeks))
      let window = try window(.sprint, asOf: "2026-11-15", calendar)
      let earlier = calendar.windowOneYearEarlier(window)
      #expect(window.range.start - earlier.range.start == days)
      #expect(calendar.period(labelled: calendar.label(earlier.period)) == earlier.period)
    }
  }

  @Test func aPeriodThatHasNotBegunHasAnEmptyWindow() throws {
    let asOf = try #require(Day(iso: "2026-11-15"))
    for grain in Grain.allCases {
      let now = calendar.period(grain, containing: asOf)
      let window = PeriodWindow(calendar.period(now, offsetBy: 1), asOf: asOf)
      #expect(window.range.isEmpty)
      #expect(calendar.window(window, periodsEarlier: 1).range.isEmpty)
      #expect(calendar.windowOneYearEarlier(window).range.isEmpty)
    }
  }

  /// For every as-of date of nine years, every grain and two calendars.
  @Test func aReferenceIsAlwaysTheFirstPartOfItsPeriod() {
    var wrong: [String] = []
    let sprint = BusinessCalendar.Sprint(firstDay: Day(number: 20_003), weeks: 3)
    for calendar in [
      calendar, BusinessCalendar(weekStart: .sunday, fiscalStartMonth: 4, sprint: sprint),
    ] {
      for number: Int32 in 19_700..<23_000 {
        let day = Day(number: number)
        for grain in Grain.allCases {
          let window = PeriodWindow(calendar.period(grain, containing: day), asOf: day)
          let previous = calendar.window(window, periodsEarlier: 1)
          let year = calendar.windowOneYearEarlier(window)
          let firstParts = [previous, year].allSatisfy {
            $0.range.start == $0.period.range.start && !$0.range.isEmpty
              && $0.range.end <= $0.period.range.end
              && calendar.period(grain, containing: $0.range.start) == $0.period
          }
          let days = min(window.range.count, previous.period.range.count)
          let alike =
            window.isWhole ? previous.isWhole && year.isWhole : previous.range.count == days
          let near = abs(year.range.count - window.range.count) <= 1
          if !(firstParts && alike && near) { wrong.append("\(grain) \(day)") }
        }
      }
    }
    #expect(wrong.prefix(5) == [])
  }
}
