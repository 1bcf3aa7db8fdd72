/// A civil date of the Gregorian calendar, as days since 1970-01-01.
struct Day: Hashable, Comparable, Strideable {
  var number: Int

  init(number: Int) { self.number = number }

  /// Source of the arithmetic: Howard Hinnant, "chrono-compatible low-level date algorithms".
  init(_ year: Int, _ month: Int, _ day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Year, month and day of the month.
  var civil: (year: Int, month: Int, day: Int) {
    let days = number + 719_468
    let era = days / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted + (shifted < 10 ? 3 : -9)
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// 0 is Monday, 6 is Sunday.
  var weekday: Int { (number + 3) % 7 }

  /// The first day of the month after this one's.
  var nextMonth: Day {
    let (year, month, _) = civil
    return month == 12 ? Day(year + 1, 1, 1) : Day(year, month + 1, 1)
  }

  static func < (left: Day, right: Day) -> Bool { left.number < right.number }
  func distance(to other: Day) -> Int { other.number - number }
  func advanced(by days: Int) -> Day { Day(number: number + days) }

  /// `2026-11-15`, or with another separator (`/`, or none).
  func text(separator: String = "-") -> String {
    let (year, month, day) = civil
    return "\(year)\(separator)\(twoDigits(month))\(separator)\(twoDigits(day))"
  }
}

/// `7` as `07`.
func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
