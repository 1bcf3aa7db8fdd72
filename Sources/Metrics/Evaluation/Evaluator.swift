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
    guard let definition = metrics[metric], !uncomputable.contains(metric) else {
      return MetricValue(unavailable: .unknownMetric(metric), coverage: .full(0))
    }
    guard !window.range.isEmpty else {
      return MetricValue(unavailable: .notBegun, coverage: .full(0))
    }
    switch definition.origin {
    case .measured(let quantity): return aggregate(quantity, in: window)
    case .formula(let formula): return value(formula, in: window)
    }
  }

  /// The value of a metric over a period, as far as it has come.
  public func value(_ metric: String, in period: Period) -> MetricValue {
    value(metric, in: window(period))
  }

  /// Whether the values of days and of segments add up to the whole.
  public func isAdditive(_ metric: String) -> Bool {
    guard let definition = metrics[metric], !uncomputable.contains(metric) else { return false }
    switch definition.origin {
    case .measured(let quantity): return quantity.rollup.isAdditive
    case .formula(let formula): return isAdditive(formula)
    }
  }

  private func isAdditive(_ formula: Formula) -> Bool {
    switch formula {
    case .metric(let name): isAdditive(name)
    case .negated(let operand): isAdditive(operand)
    case .binary(.plus, let left, let right), .binary(.minus, let left, let right):
      isAdditive(left) && isAdditive(right)
    case .binary(.times, .number, let operand), .binary(.times, let operand, .number),
      .binary(.divided, let operand, .number):
      isAdditive(operand)
    default: false
    }
  }

  private func aggregate(_ quantity: Quantity, in window: PeriodWindow) -> MetricValue {
    gather(quantity).value(in: window)
  }

  /// The days on which a metric has data, from its first to its last; nil where there are none.
  public func span(_ metric: String) -> DayRange? {
    guard let definition = metrics[metric], !uncomputable.contains(metric) else { return nil }
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

  private func gather(_ quantity: Quantity) -> Gathered {
    if let known = gathered[quantity] { return known }
    let fresh = Gathered(quantity, of: snapshot.sources[quantity.source], segment: segment)
    gathered[quantity] = fresh
    return fresh
  }
}

// Formulas.
extension Evaluator {
  private func value(_ formula: Formula, in window: PeriodWindow) -> MetricValue {
    switch formula {
    case .number(let number): return MetricValue(number, coverage: .full(window.range.count))
    case .metric(let name): return value(name, in: window)
    case .negated(let operand): return value(operand, in: window).map { -$0 }
    case .magnitude(let operand): return value(operand, in: window).map { Swift.abs($0) }
    case .binary(let symbol, let left, let right):
      return value(left, in: window).combined(with: value(right, in: window), symbol)
    case .minimum(let operands):
      return fold(operands, in: window) { Swift.min($0, $1) }
    case .maximum(let operands):
      return fold(operands, in: window) { Swift.max($0, $1) }
    case .coalesce(let operands):
      let values = operands.map { value($0, in: window) }
      return values.first { $0.value != nil } ?? values[0]
    case .lag(let name, let periods):
      return value(name, in: calendar.window(window, periodsEarlier: periods))
    case .cumulative(let name):
      guard let span = span(name), span.start < window.range.end else {
        return MetricValue(unavailable: .noData, coverage: .full(window.range.count))
      }
      let all = DayRange(span.start, until: window.range.end)
      return value(name, in: PeriodWindow(window.period, range: all))
    }
  }

  private func fold(
    _ operands: [Formula], in window: PeriodWindow, _ join: (Double, Double) -> Double
  ) -> MetricValue {
    let values = operands.map { value($0, in: window) }
    return values.dropFirst().reduce(values[0]) { $0.combined(with: $1, join) }
  }
}

extension MetricValue {
  fileprivate func map(_ change: (Double) -> Double) -> MetricValue {
    value.map { MetricValue(change($0), coverage: coverage) } ?? self
  }

  fileprivate func combined(
    with other: MetricValue, _ join: (Double, Double) -> Double
  ) -> MetricValue {
    let joined = coverage.joined(other.coverage)
    guard let left = value, let right = other.value else {
      return MetricValue(unavailable: reason ?? other.reason ?? .noData, coverage: joined)
    }
    let result = join(left, right)
    guard result.isFinite else { return MetricValue(unavailable: .noRows, coverage: joined) }
    return MetricValue(result, coverage: joined)
  }

  fileprivate func combined(with other: MetricValue, _ symbol: Formula.Operator) -> MetricValue {
    if symbol == .divided, value != nil, other.value == 0 {
      return MetricValue(
        unavailable: .divisionByZero, coverage: coverage.joined(other.coverage))
    }
    return combined(with: other) { left, right in
      switch symbol {
      case .plus: left + right
      case .minus: left - right
      case .times: left * right
      case .divided: left / right
      }
    }
  }
}
