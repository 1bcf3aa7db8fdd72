import Metrics

extension DayRange {
  /// The shortest range that holds both.
  func joined(_ other: DayRange) -> DayRange {
    DayRange(min(start, other.start), until: max(end, other.end))
  }
}
