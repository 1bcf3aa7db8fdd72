/// What a metric should reach, in force from a date.
public struct Target: Hashable, Sendable {
  /// The metric's name.
  public var metric: String
  /// The part of the business that it is for; everything where it is empty.
  public var segment: Segment
  /// The length of period that the value is for; nil where it holds at any length.
  public var grain: Grain?
  /// The first day on which it is in force; a later one of the same grain replaces it.
  public var from: Day
  /// The value to reach, in the metric's unit.
  public var value: Double
  /// Where it stands.
  public var place: SourcePlace

  /// A target.
  public init(
    metric: String, segment: Segment = Segment(), grain: Grain?, from: Day, value: Double,
    place: SourcePlace = SourcePlace(file: "kpi.yaml")
  ) {
    self.metric = metric
    self.segment = segment
    self.grain = grain
    self.from = from
    self.value = value
    self.place = place
  }
}
