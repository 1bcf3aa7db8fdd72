/// Computes metrics over periods, for one part of the business, as of one date.
///
/// It remembers the daily figures it has gathered, so one evaluator serves many periods. Make a new
/// one for another snapshot, date or segment; it is not meant to be kept.
public final class Evaluator {
  /// What everything is computed from.
  public let snapshot: Snapshot
  /// Days after this one do not count.
  public let asOf: Day
  /// The part of the business that is looked at.
  public let segment: Segment

  private var gathered: [Quantity: Gathered] = [:]
  private let counter = DistinctCount()
  private let metrics: [String: MetricDefinition]
  private let uncomputable: Set<String>

  /// An evaluator of a snapshot, as of a date, for a part of the business.
  public init(_ snapshot: Snapshot, asOf: Day, segment: Segment = Segment()) {
    self.snapshot = snapshot
    self.asOf = asOf
    self.segment = segment
    metrics = Dictionary(
      snapshot.definitions.metrics.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    uncomputable = UncomputableFormulas(among: metrics).names
  }

  /// The calendar of the workspace.
  public var calendar: BusinessCalendar { snapshot.definitions.workspace.calendar }

  /// The metric of that name, or nil.
  public func definition(_ metric: String) -> MetricDefinition? { metrics[metric] }

  /// The part of a period that has come by the as-of date.
  public func window(_ period: Period) -> PeriodWindow {
    PeriodWindow(period, asOf: asOf)
  }

  /// The value of a metric over the days of a window.
  ///
  /// A formula is evaluated on the aggregates of its operands, so that a rate is a ratio of sums at
  /// every grain and in every segment.
  public func value(_ metric: String, in window: PeriodWindow) -> MetricValue {
    guard let definition = computable(metric) else {
      return MetricValue(unavailable: .unknownMetric(metric), coverage: .full(0))
    }
    guard !window.range.isEmpty else {
      return MetricValue(unavailable: .notBegun, coverage: .full(0))
    }
    switch definition.origin {
    case .measured(let quantity): return gather(quantity).value(in: window)
    case .formula(let formula):
      return formula.value(over: window.range.count) { value($0, in: window) }
    }
  }

  /// The value of a metric over a period, as far as it has come.
  public func value(_ metric: String, in period: Period) -> MetricValue {
    value(metric, in: window(period))
  }

  private func value(_ operand: Formula.Operand, in window: PeriodWindow) -> MetricValue {
    switch operand {
    case .present(let name): return value(name, in: window)
    case .earlier(let name, let periods):
      return value(name, in: calendar.window(window, periodsEarlier: periods))
    case .total(let name):
      guard let span = span(name), span.start < window.range.end else {
        return MetricValue(unavailable: .noData, coverage: .full(window.range.count))
      }
      let all = DayRange(span.start, until: window.range.end)
      return value(name, in: PeriodWindow(window.period, range: all))
    }
  }

  /// The days on which a metric has data, from its first to its last; nil where there are none.
  public func span(_ metric: String) -> DayRange? {
    guard let definition = computable(metric) else { return nil }
    switch definition.origin {
    case .measured(let quantity):
      guard let span = gather(quantity).covered.span, span.start <= asOf else { return nil }
      return DayRange(span.start, until: Swift.min(span.end, asOf + 1))
    case .formula(let formula):
      let spans = formula.operands.compactMap { span($0) }
      guard let first = spans.first else { return nil }
      return spans.dropFirst().reduce(first) {
        DayRange(Swift.min($0.start, $1.start), until: Swift.max($0.end, $1.end))
      }
    }
  }

  /// The metric of that name, or nil where there is none or its formula leads back to itself.
  func computable(_ metric: String) -> MetricDefinition? {
    uncomputable.contains(metric) ? nil : metrics[metric]
  }

  private func gather(_ quantity: Quantity) -> Gathered {
    if let known = gathered[quantity] { return known }
    let fresh = Gathered(
      quantity, of: snapshot.sources[quantity.source], segment: segment, counter: counter,
      isReading: snapshot.progress != nil)
    gathered[quantity] = fresh
    return fresh
  }
}
