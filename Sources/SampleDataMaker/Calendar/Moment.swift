/// A minute of a day.
struct Moment: Comparable {
  var day: Day
  var minute: Int

  static func < (left: Moment, right: Moment) -> Bool {
    (left.day, left.minute) < (right.day, right.minute)
  }

  /// `2026-11-15 09:30`.
  var text: String { "\(day.text()) \(twoDigits(minute / 60)):\(twoDigits(minute % 60))" }

  /// Some minute of an office day, later than `earlier` even where both are on one day.
  init(on day: Day, after earlier: Moment, chance: inout RandomStream) {
    let opening = 9 * 60
    let closing = 19 * 60
    self.day = day
    minute = opening + chance.below(closing - opening)
    guard self <= earlier else { return }
    minute = min(earlier.minute + 1 + chance.below(45), 24 * 60 - 1)
    if self <= earlier {
      self.day = earlier.day.advanced(by: 1)
      minute = opening
    }
  }

  init(day: Day, minute: Int) {
    self.day = day
    self.minute = minute
  }
}
