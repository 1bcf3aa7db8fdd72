import Metrics

/// Days of the years that cells may name, by plain arithmetic on the way that every date takes.
enum CivilDay {
  /// The years that a date may lie in; others are mistakes.
  static let years = 1900...2199

  /// The number of a date as `Day.number`; nil where the calendar does not have it, or not in these
  /// years.
  @inline(__always)
  static func number(year: Int, month: Int, day: Int) -> Int32? {
    guard year >= 1900, year <= 2199, month >= 1, month <= 12, day >= 1 else { return nil }
    if day > 28 {
      guard day <= Day.length(ofMonth: month, year: year) else { return nil }
    }
    // Counted from March, so that the leap day comes last.
    let isBeforeMarch = month <= 2
    let shifted = UInt32(truncatingIfNeeded: isBeforeMarch ? year &- 1 : year)
    let fromMarch = UInt32(truncatingIfNeeded: isBeforeMarch ? month &+ 9 : month &- 3)
    let days =
      shifted &* 365 &+ shifted / 4 &- shifted / 100 &+ shifted / 400
      &+ (fromMarch &* 153 &+ 2) / 5
    return Int32(truncatingIfNeeded: days) &+ Int32(truncatingIfNeeded: day) &- 719_469
  }
}
