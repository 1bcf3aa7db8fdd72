public import Metrics

/// What the numbers are looked at through: length and place of the period, comparison, segment.
public struct Lens: Hashable, Sendable {
  /// The length of the periods.
  public var grain: Grain
  /// The period; nil for the newest, the one that holds the as-of date.
  public var period: Period?
  /// What is compared with.
  public var comparison: ComparisonKind
  /// The part of the business that is looked at.
  public var segment: Segment

  /// A lens; without arguments the newest week of everything against the week before.
  public init(
    grain: Grain = .week, period: Period? = nil, comparison: ComparisonKind = .previous,
    segment: Segment = Segment()
  ) {
    self.grain = grain
    self.period = period
    self.comparison = comparison
    self.segment = segment
  }
}
