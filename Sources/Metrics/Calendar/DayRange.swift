/// A half-open range of days: `start` is in it, `end` is not.
public struct DayRange: Hashable, Sendable {
  /// The first day.
  public let start: Day
  /// The day after the last one.
  public let end: Day

  /// The days from `start` up to, but without, `end`; empty where `end` is not later.
  public init(_ start: Day, until end: Day) {
    self.start = start
    self.end = max(start, end)
  }

  /// The days from `start` to `last`, both included.
  public init(_ start: Day, through last: Day) {
    self.init(start, until: last + 1)
  }

  /// How many days it holds.
  public var count: Int { end - start }

  /// Whether it holds no day.
  public var isEmpty: Bool { start == end }

  /// The last day in it; for an empty range the day before its start.
  public var last: Day { end - 1 }

  /// Whether the day is in the range.
  public func contains(_ day: Day) -> Bool { start <= day && day < end }

  /// The days that both ranges hold.
  public func intersection(_ other: DayRange) -> DayRange {
    DayRange(max(start, other.start), until: min(end, other.end))
  }

  /// The first `count` days, or all where there are fewer.
  public func prefix(_ count: Int) -> DayRange {
    DayRange(start, until: min(end, start + max(0, count)))
  }

  /// The same length, moved by a number of days.
  public func shifted(by days: Int) -> DayRange {
    DayRange(start + days, until: end + days)
  }
}

extension DayRange {
  /// The days in order.
  public var days: some Sequence<Day> {
    (start.number..<end.number).lazy.map { Day(number: $0) }
  }
}
