import Testing

@testable import Metrics

/// Periods tile time: every day is in exactly one of each grain.
@Suite struct PeriodTests {
  static let weekStarts = Weekday.allCases

  /// Walks day by day from 1900 to 2100 and finds each period's first day by its own definition.
  private func firstWrongDay(
    _ grain: Grain, _ calendar: BusinessCalendar, from: Int32, until: Int32,
    startsPeriod: (Day) -> Bool
  ) -> Day? {
    var start: Day?
    var previous: Period?
    for number in from..<until {
      let day = Day(number: number)
      if startsPeriod(day) { start = day }
      guard let start else { continue }
      let period = calendar.period(grain, containing: day)
      guard period.range.start == start, period.grain == grain, period.range.contains(day) else {
        return day
      }
      if let previous, previous != period {
        let follows =
          previous.range.end == start && calendar.period(previous, offsetBy: 1) == period
          && calendar.period(period, offsetBy: -1) == previous
        if !follows { return day }
      }
      previous = period
    }
    return nil
  }

  @Test(arguments: 1...12)
  func monthsQuartersAndFiscalYearsTileTwoCenturies(startMonth: Int) {
    let calendar = BusinessCalendar(fiscalStartMonth: startMonth)
    let quarterMonths = Set([0, 3, 6, 9].map { (startMonth - 1 + $0) % 12 + 1 })
    let starts: [(Grain, (Day) -> Bool)] = [
      (.month, { $0.civil.day == 1 }),
      (.quarter, { $0.civil.day == 1 && quarterMonths.contains($0.civil.month) }),
      (.year, { $0.civil.day == 1 && $0.civil.month == startMonth }),
    ]
    for (grain, startsPeriod) in starts {
      let wrong = firstWrongDay(
        grain, calendar, from: -25_567, until: 47_847, startsPeriod: startsPeriod)
      #expect(wrong == nil)
    }
  }

  @Test(arguments: weekStarts)
  func weeksTileTwoCenturies(weekStart: Weekday) {
    let wrong = firstWrongDay(
      .week, BusinessCalendar(weekStart: weekStart), from: -25_567, until: 47_847,
      startsPeriod: { $0.weekday == weekStart })
    #expect(wrong == nil)
  }

  @Test func allGrainsOfAllCalendarsTileSixYears() {
    var wrong: [String] = []
    for start in 1...12 {
      for weekStart in PeriodTests.weekStarts {
        let calendar = BusinessCalendar(weekStart: weekStart, fiscalStartMonth: start)
        for grain in Grain.allCases {
          let six = DayRange(Day(number: 19_700), until: Day(number: 21_900))
          let periods = calendar.periods(grain, touching: six)
          let joins = zip(periods, periods.dropFirst()).allSatisfy {
            $0.range.end == $1.range.start
          }
          let holds = periods.allSatisfy { period in
            calendar.period(grain, containing: period.range.start) == period
              && calendar.period(grain, containing: period.range.last) == period
          }
          let spans =
            periods.first?.range.contains(six.start) == true
            && periods.last?.range.contains(six.last) == true
          if !(joins && holds && spans) { wrong.append("\(grain) \(start) \(weekStart)") }
        }
      }
    }
    #expect(wrong == [])
  }

  @Test func steppingManyPeriodsIsSteppingOneByOne() {
    let calendar = BusinessCalendar(
      weekStart: .sunday, fiscalStartMonth: 4,
      sprint: BusinessCalendar.Sprint(firstDay: Day(number: 20_000), weeks: 3))
    for grain in Grain.allCases {
      let origin = calendar.period(grain, containing: Day(number: 20_500))
      var stepped = origin
      for count in 1...60 {
        stepped = calendar.period(stepped, offsetBy: -1)
        #expect(calendar.period(origin, offsetBy: -count) == stepped)
        #expect(calendar.period(stepped, offsetBy: count) == origin)
      }
      let last = calendar.periods(endingWith: origin, count: 3)
      #expect(last.count == 3 && last[2] == origin && last[0] < last[1])
      #expect(calendar.periods(endingWith: origin, count: -1).isEmpty)
    }
  }

  @Test func aGrainMadeOfAnotherHasItsBorders() {
    let calendar = BusinessCalendar(fiscalStartMonth: 5)
    for grain in Grain.allCases {
      for part in Grain.allCases where grain.isMade(of: part) {
        let whole = calendar.period(grain, containing: Day(number: 20_500))
        let parts = calendar.periods(part, touching: whole.range)
        #expect(parts.reduce(0) { $0 + $1.range.count } == whole.range.count)
      }
    }
    #expect(!Grain.month.isMade(of: .week))
    #expect(!Grain.quarter.isMade(of: .sprint))
  }

  @Test func settingsBeyondWhatExistsAreBroughtIn() {
    #expect(BusinessCalendar(fiscalStartMonth: 13).fiscalStartMonth == 12)
    #expect(BusinessCalendar(fiscalStartMonth: -1).fiscalStartMonth == 1)
    #expect(BusinessCalendar.Sprint(firstDay: Day(number: 0), weeks: 9).weeks == 4)
    #expect(BusinessCalendar.Sprint(firstDay: Day(number: 0), weeks: 0).weeks == 1)
  }

  @Test func aPeriodIsCompleteOnItsLastDay() throws {
    let november = try #require(BusinessCalendar().period(labelled: "2026-11"))
    let eve = try #require(Day(iso: "2026-11-29"))
    #expect(!november.isComplete(asOf: eve))
    #expect(november.isComplete(asOf: eve + 1))
    #expect(november.elapsed(asOf: eve).count == 29)
    #expect(november.elapsed(asOf: eve + 100) == november.range)
    #expect(november.elapsed(asOf: eve - 40).isEmpty)
  }
}

extension Period {
  fileprivate static func < (left: Period, right: Period) -> Bool {
    left.range.start < right.range.start
  }
}
