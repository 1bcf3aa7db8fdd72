import Testing

@testable import Metrics

@Suite struct PeriodLabelTests {
  private let japanese = BusinessCalendar(fiscalStartMonth: 4)

  private func label(
    _ grain: Grain, _ date: String, in calendar: BusinessCalendar = BusinessCalendar()
  ) throws -> String {
    calendar.label(calendar.period(grain, containing: try #require(Day(iso: date))))
  }

  @Test func periodsAreNamedAsPeopleNameThem() throws {
    #expect(try label(.day, "2026-11-15") == "2026-11-15")
    #expect(try label(.week, "2026-11-15") == "2026-W46")
    #expect(try label(.month, "2026-11-15") == "2026-11")
    #expect(try label(.quarter, "2026-11-15") == "2026-Q4")
    #expect(try label(.year, "2026-11-15") == "2026")
  }

  @Test func aFiscalYearIsNamedByTheYearInWhichItStarts() throws {
    #expect(try label(.year, "2026-03-31", in: japanese) == "FY2025")
    #expect(try label(.year, "2026-04-01", in: japanese) == "FY2026")
    #expect(try label(.quarter, "2026-03-31", in: japanese) == "FY2025-Q4")
    #expect(try label(.quarter, "2026-11-15", in: japanese) == "FY2026-Q3")
    #expect(try label(.quarter, "2027-01-01", in: japanese) == "FY2026-Q4")
    #expect(try label(.month, "2027-01-01", in: japanese) == "2027-01")
  }

  @Test func aWeekBelongsToTheYearOfItsThursday() throws {
    #expect(try label(.week, "2027-01-03") == "2026-W53")
    #expect(try label(.week, "2027-01-04") == "2027-W01")
    #expect(try label(.week, "2021-01-01") == "2020-W53")
    #expect(try label(.week, "2033-01-02") == "2032-W53")
    #expect(try label(.week, "2024-12-30") == "2025-W01")
  }

  @Test func aWeekThatDoesNotStartOnMondayIsNamedByItsLastDay() throws {
    let sunday = BusinessCalendar(weekStart: .sunday)
    #expect(try label(.week, "2026-11-15", in: sunday) == "2026-11-21")
  }

  /// Every period from 1900 to 2100, every start of the fiscal year, every start of the week.
  @Test func everyLabelLeadsBackToItsPeriod() {
    let all = DayRange(Day(number: -25_567), until: Day(number: 47_847))
    var wrong: [String] = []
    func check(_ grain: Grain, _ calendar: BusinessCalendar) {
      for period in calendar.periods(grain, touching: all) {
        let label = calendar.label(period)
        if calendar.period(labelled: label, grain: grain) != period { wrong.append(label) }
      }
    }
    check(.day, BusinessCalendar())
    for start in 1...12 {
      for grain in [Grain.month, .quarter, .year] {
        check(grain, BusinessCalendar(fiscalStartMonth: start))
      }
    }
    for weekStart in Weekday.allCases { check(.week, BusinessCalendar(weekStart: weekStart)) }
    for weeks in 1...4 {
      let sprint = BusinessCalendar.Sprint(firstDay: Day(number: 20_001), weeks: weeks)
      check(.sprint, BusinessCalendar(sprint: sprint))
    }
    #expect(wrong.prefix(5) == [])
  }

  @Test func labelsAreUniqueWithinAGrain() {
    let some = DayRange(Day(number: 19_000), until: Day(number: 23_000))
    for grain in Grain.allCases {
      let periods = japanese.periods(grain, touching: some)
      #expect(Set(periods.map(japanese.label)).count == periods.count)
    }
  }

  @Test func aLabelNeedsNoGrainAndIsFreeInItsSmallThings() {
    let third = japanese.period(labelled: "FY2026-Q3")
    #expect(third.map(japanese.label) == "FY2026-Q3")
    for text in ["FY2026 Q3", "fy2026-q3", "2026-Q3", "2026 q3"] {
      #expect(japanese.period(labelled: text) == third)
    }
    #expect(japanese.period(labelled: "2026-w46")?.grain == .week)
    #expect(japanese.period(labelled: "FY2026") == japanese.period(labelled: "2026"))
    #expect(japanese.period(labelled: "2026-04")?.grain == .month)
    #expect(japanese.period(labelled: "s3")?.grain == .sprint)
  }

  @Test func aDateNamesThePeriodOfTheGrainThatHoldsIt() {
    let week = japanese.period(labelled: "2026-11-15", grain: .week)
    #expect(week.map(japanese.label) == "2026-W46")
    let year = japanese.period(labelled: "2026-03", grain: .year)
    #expect(year.map(japanese.label) == "FY2025")
  }

  @Test(arguments: [
    "", "FY", "S", "W46", "Q3", "2026-", "2026-W", "2026-W00", "2026-W54", "2025-W53", "2026-Q0",
    "2026-Q5", "2026-13", "2026-00", "2026-1", "2026-+1", "+202", "+202-Q1", "2026-W+5", "-2026",
    "FY2026-04", "20261", "2026-11-31", "2026-W46-1", "0000", "S1.5", "２０２６", "latest",
    "2026-W9223372036854775807", "2026-Q9223372036854775807", "2026-W99999999999",
    "S9223372036854775807", "S-9223372036854775808", "S100001", "FYFY2026", "2026\u{0}",
  ])
  func whatNamesNoPeriodIsNone(_ text: String) {
    #expect(BusinessCalendar().period(labelled: text) == nil)
    #expect(japanese.period(labelled: text, grain: .week) == nil)
  }
}
