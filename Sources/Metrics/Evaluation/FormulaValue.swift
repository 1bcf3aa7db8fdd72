extension Formula {
  /// A metric as a formula names it.
  public enum Operand: Hashable, Sendable {
    /// Over the days that are looked at.
    case present(String)
    /// So many periods before.
    case earlier(String, periods: Int)
    /// Over all days from its first observation on.
    case total(String)
  }

  /// The formula computed from the values of its operands over so many days.
  ///
  /// Division by zero is not available. What is not available spreads, with its reason, and the
  /// lesser coverage of two operands is that of the result.
  public func value(over days: Int, of operand: (Operand) -> MetricValue) -> MetricValue {
    switch self {
    case .number(let number): MetricValue(number, coverage: .full(days))
    case .metric(let name): operand(.present(name))
    case .lag(let name, let periods): operand(.earlier(name, periods: periods))
    case .cumulative(let name): operand(.total(name))
    case .negated(let part): part.value(over: days, of: operand).map { -$0 }
    case .magnitude(let part): part.value(over: days, of: operand).map { Swift.abs($0) }
    case .binary(let symbol, let left, let right):
      left.value(over: days, of: operand)
        .combined(with: right.value(over: days, of: operand), symbol)
    case .minimum(let parts):
      MetricValue(joining: parts.map { $0.value(over: days, of: operand) }) { Swift.min($0, $1) }
    case .maximum(let parts):
      MetricValue(joining: parts.map { $0.value(over: days, of: operand) }) { Swift.max($0, $1) }
    case .coalesce(let parts):
      MetricValue(firstAvailable: parts.map { $0.value(over: days, of: operand) })
    }
  }
}

extension MetricValue {
  /// At least one value, the first two joined, then that with the third.
  fileprivate init(joining values: [MetricValue], _ join: (Double, Double) -> Double) {
    self = values.dropFirst().reduce(values[0]) { $0.combined(with: $1, join) }
  }

  /// The first of at least one that is available, else the first.
  fileprivate init(firstAvailable values: [MetricValue]) {
    self = values.first { $0.value != nil } ?? values[0]
  }

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
