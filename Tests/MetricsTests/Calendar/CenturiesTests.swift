import Testing

@testable import Metrics

/// Every day from 1900 to 2100, counted one by one from a known Monday.
@Suite struct CenturiesTests {
  /// A calendar that only knows how to go to the next day.
  struct Counter {
    var number: Int32 = -25_567
    var year = 1900
    var month = 1
    var day = 1
    var weekday = 1
    /// Days of the ISO year so far; 1900 began on a Monday, and so on its own week 1.
    var isoYear = 1900
    var isoWeek = 1

    var isLeap: Bool { Counter.isLeap(year) }

    static func isLeap(_ year: Int) -> Bool {
      year.isMultiple(of: 400) || (year.isMultiple(of: 4) && !year.isMultiple(of: 100))
    }

    mutating func step() {
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      number += 1
      day += 1
      if day > lengths[month - 1] { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
      weekday = weekday == 7 ? 1 : weekday + 1
      guard weekday == 1 else { return }
      isoWeek += 1
      // The week that holds 4 January is the first of its year.
      if (month == 12 && day >= 29) || (month == 1 && day <= 4) {
        (isoYear, isoWeek) = (month == 12 ? year + 1 : year, 1)
      }
    }
  }

  @Test func everyDayIsWhatCountingSays() {
    var counter = Counter()
    var wrong: [String] = []
    var days = 0
    while counter.year <= 2100 {
      let day = Day(number: counter.number)
      let isRight =
        day.civil == (counter.year, counter.month, counter.day)
        && Day(year: counter.year, month: counter.month, day: counter.day) == day
        && day.weekday.rawValue == counter.weekday
        && day.isoWeek == (counter.isoYear, counter.isoWeek)
      if !isRight { wrong.append(day.description) }
      days += 1
      counter.step()
    }
    #expect(wrong.prefix(5) == [])
    #expect(days == 73_414)
  }

  /// The literal is what Python's `datetime` gives for the same days, with `h = 0` and, for each
  /// day, `h = (h * 1000003 + v) % 2**64` for v in days since 1970-01-01, year, month, day,
  /// `isoweekday()`, and year and week of `isocalendar()`.
  @Test func everyDayIsWhatPythonSays() {
    var sum: UInt64 = 0
    for number: Int32 in -25_567..<47_847 {
      let day = Day(number: number)
      let (year, month, dayOfMonth) = day.civil
      let (isoYear, isoWeek) = day.isoWeek
      for value in [
        Int(number), year, month, dayOfMonth, day.weekday.rawValue, isoYear, isoWeek,
      ] {
        sum = sum &* 1_000_003 &+ UInt64(bitPattern: Int64(value))
      }
    }
    #expect(sum == 13_429_405_531_980_530_818)
  }

  /// The literal is what Python gives over the bytes of the same labels, by the same rule: for
  /// start months f from 1 to 12 and every day, fiscal year `d.year - (d.month < f)` and quarter
  /// `(d.month - f) % 12 // 3 + 1`.
  @Test func everyFiscalQuarterIsWhatPythonSays() {
    var sum: UInt64 = 0
    for start in 1...12 {
      let calendar = BusinessCalendar(fiscalStartMonth: start)
      var day = Day(number: -25_567)
      while day.number < 47_847 {
        let quarter = calendar.period(.quarter, containing: day)
        let bytes = Array(calendar.label(quarter).utf8)
        while day.number < 47_847, quarter.range.contains(day) {
          for byte in bytes { sum = sum &* 1_000_003 &+ UInt64(byte) }
          day = day + 1
        }
      }
    }
    #expect(sum == 15_912_901_794_668_611_148)
  }

  @Test func yearsWithFiftyThreeWeeksAreKnown() {
    let long = (1990...2040).filter { year in
      Day(year: year, month: 12, day: 28).map { $0.isoWeek == (year, 53) } ?? false
    }
    #expect(long == [1992, 1998, 2004, 2009, 2015, 2020, 2026, 2032, 2037])
  }

  @Test func farAwayDaysComeBackTheSame() {
    for number: Int32 in stride(from: -719_162, through: 2_932_896, by: 997) {
      let day = Day(number: number)
      let (year, month, dayOfMonth) = day.civil
      #expect(Day(year: year, month: month, day: dayOfMonth) == day)
    }
    #expect(Day(year: 1, month: 1, day: 1)?.number == -719_162)
    #expect(Day(year: 9999, month: 12, day: 31)?.number == 2_932_896)
  }
}
