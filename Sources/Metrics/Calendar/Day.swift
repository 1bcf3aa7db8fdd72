/// A civil date of the proleptic Gregorian calendar, without a time or a time zone.
///
/// Arithmetic is on whole days, so daylight saving can move no observation to another day.
/// Conversions follow the era-based method that Howard Hinnant describes in
/// "chrono-Compatible Low-Level Date Algorithms".
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before.
  public let number: Int32

  /// The day that lies `number` days after 1970-01-01.
  public init(number: Int32) {
    self.number = number
  }

  /// The given date, or nil where the calendar has no such date (2026-02-29) or the year is not
  /// one of 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    self.init(validYear: year, month: month, day: day)
  }

  /// The date written as `2026-11-15`, or nil where the text is anything else.
  public init?(iso text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts[2].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The given date, with the day of the month cut back to the month's length.
  static func clamped(year: Int, month: Int, day: Int) -> Day {
    Day(validYear: year, month: month, day: min(day, length(ofMonth: month, year: year)))
  }

  /// How many days the month has, 28 to 31.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2:
      let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      return leap ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  private init(validYear year: Int, month: Int, day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// The year, the month (1 to 12) and the day of the month (1 to 31).
  public var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, day)
  }

  /// The day of the week; 1970-01-01 was a Thursday.
  public var weekday: Weekday {
    let fromMonday = (Int(number) + 3) % 7
    return Weekday(rawValue: (fromMonday + 7) % 7 + 1) ?? .monday
  }

  /// The ISO 8601 week that holds this day, and the year that the week belongs to.
  public var isoWeek: (year: Int, week: Int) {
    let thursday = self + (4 - weekday.rawValue)
    let year = thursday.civil.year
    let newYear = Day(validYear: year, month: 1, day: 1)
    return (year, (thursday - newYear) / 7 + 1)
  }

  /// This day moved by a number of days.
  public static func + (day: Day, days: Int) -> Day {
    Day(number: day.number + Int32(days))
  }

  /// This day moved back by a number of days.
  public static func - (day: Day, days: Int) -> Day {
    day + -days
  }

  /// The number of days from the right-hand day to the left-hand day.
  public static func - (later: Day, earlier: Day) -> Int {
    Int(later.number) - Int(earlier.number)
  }

  /// Whether the left-hand day comes first.
  public static func < (left: Day, right: Day) -> Bool {
    left.number < right.number
  }
}

extension Day: CustomStringConvertible {
  /// The date as ISO 8601 writes it, `2026-11-15`.
  public var description: String {
    let (year, month, day) = civil
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

/// A number with leading zeros.
func padded(_ number: Int, _ digits: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}
