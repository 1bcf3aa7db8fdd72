/// A day, week, sprint, month, quarter or fiscal year of a business calendar.
public struct Period: Hashable, Sendable {
  /// Its length.
  public let grain: Grain
  /// All its days, whether they have come yet or not.
  public let range: DayRange

  /// Whether every day of it has come, so that it may be compared with other whole periods.
  public func isComplete(asOf day: Day) -> Bool { range.last <= day }

  /// Its days up to the as-of date; all of them once it is complete.
  public func elapsed(asOf day: Day) -> DayRange {
    DayRange(range.start, until: min(range.end, day + 1))
  }
}
