public import Metrics

/// A metric over successive periods, with the year before and the target of each.
public struct Trend: Hashable, Sendable {
  /// One period of it.
  public struct Point: Hashable, Sendable {
    /// The days looked at.
    public let window: PeriodWindow
    /// The value of those days.
    public let value: MetricValue
    /// The value of the same days a year earlier.
    public let previousYear: MetricValue
    /// The value to reach over those days; nil where no target is in force.
    public let target: Double?
  }

  /// The metric's name.
  public let metric: String
  /// Earliest first.
  public let points: [Point]

  /// The `count` periods that end with the given one.
  public init(
    _ metric: String, endingWith last: Period, count: Int, by evaluator: Evaluator,
    targets: TargetBook
  ) {
    self.metric = metric
    points = evaluator.calendar.periods(endingWith: last, count: count).map { period in
      let window = evaluator.window(period)
      let earlier = evaluator.calendar.windowOneYearEarlier(window)
      return Point(
        window: window, value: evaluator.value(metric, in: window),
        previousYear: evaluator.value(metric, in: earlier),
        target: targets.value(metric, in: window))
    }
  }
}
