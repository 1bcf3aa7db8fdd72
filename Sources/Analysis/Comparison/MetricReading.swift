public import Metrics

/// A metric in one period with everything it is held against.
public struct MetricReading: Hashable, Sendable {
  /// What the metric is.
  public let metric: MetricDefinition
  /// The days looked at.
  public let window: PeriodWindow
  /// Whether the period is over.
  public let isComplete: Bool
  /// Against the period before.
  public let previous: Comparison
  /// Against the same period a year earlier.
  public let previousYear: Comparison
  /// Against the target in force; nil where there is none.
  public let attainment: Attainment?

  /// A metric read in a period; nil where there is no metric of that name.
  public init?(_ metric: String, in period: Period, by evaluator: Evaluator, targets: TargetBook) {
    guard let definition = evaluator.definition(metric) else { return nil }
    let window = evaluator.window(period)
    self.metric = definition
    self.window = window
    isComplete = window.isWhole
    previous = Comparison(metric, in: window, to: .previous, by: evaluator)
    previousYear = Comparison(metric, in: window, to: .year, by: evaluator)
    attainment = Attainment(
      previous.current, target: targets.value(metric, in: window), of: definition)
  }

  /// The value itself.
  public var value: MetricValue { previous.current }

  /// The change against what the user compares with.
  public func change(_ kind: ComparisonKind) -> Change {
    switch kind {
    case .previous: Change(previous, metric: metric)
    case .year: Change(previousYear, metric: metric)
    case .target: Change(value, attainment: attainment, metric: metric)
    }
  }
}

/// A change told as people tell it: in points for shares, else relative; good, bad or neither.
public struct Change: Hashable, Sendable {
  /// What was compared with; nil where that is not available.
  public let reference: Double?
  /// The absolute change in the metric's unit; nil where it is not available.
  public let absolute: Double?
  /// The change as a fraction of the reference; nil where it is not available.
  public let ratio: Double?
  /// Why something is not available; nil where all of it is.
  public let reason: Unavailable?
  /// Whether the change is good or bad for the metric; nil where it is neither.
  public let isGood: Bool?

  /// The change that a comparison tells of a metric.
  public init(_ comparison: Comparison, metric: MetricDefinition) {
    reference = comparison.reference.value
    absolute = comparison.change
    ratio = comparison.ratio
    reason = comparison.reason
    isGood = Change.judge(comparison.change, metric.better)
  }

  init(_ value: MetricValue, attainment: Attainment?, metric: MetricDefinition) {
    let target = attainment?.target
    reference = target
    let lacksDays: Unavailable? = value.coverage.isFull ? nil : .unequalCoverage
    let actual = lacksDays == nil ? value.value : nil
    let difference = actual.flatMap { value in target.map { value - $0 } }
    absolute = difference
    ratio = difference.flatMap { difference in
      target.flatMap { $0 == 0 ? nil : difference / abs($0) }
    }
    reason =
      value.reason ?? lacksDays ?? (target == nil ? .noTarget : target == 0 ? .fromZero : nil)
    isGood = Change.judge(difference, metric.better)
  }

  private static func judge(_ change: Double?, _ better: Polarity) -> Bool? {
    guard let change, change != 0 else { return nil }
    switch better {
    case .higher: return change > 0
    case .lower: return change < 0
    case .neutral: return nil
    }
  }
}
