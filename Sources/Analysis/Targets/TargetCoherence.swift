public import Metrics

/// Two targets that cannot both be met: a formula on its operands' targets does not give its own.
///
/// Method: semantics of kpitop, section 4; a deviation of more than 1 % is a contradiction.
public struct TargetContradiction: Hashable, Sendable {
  /// The formula metric.
  public let metric: String
  /// Its own target.
  public let target: Double
  /// What its formula gives on the targets of its operands.
  public let implied: Double
  /// The operands' targets that were used, by metric.
  public let operands: [String: Double]
  /// The period that the targets are for.
  public let period: Period

  /// How far the implied value lies from the target, as a fraction of the target.
  public var deviation: Double { (implied - target) / abs(target) }

  /// Every contradiction among the targets in force at the evaluator's as-of date.
  public static func all(_ evaluator: Evaluator) -> [TargetContradiction] {
    let book = TargetBook(evaluator)
    return evaluator.snapshot.definitions.metrics.compactMap { metric in
      TargetContradiction(metric, book: book, evaluator: evaluator)
    }
  }

  private init?(_ metric: MetricDefinition, book: TargetBook, evaluator: Evaluator) {
    guard let formula = metric.formula, !formula.operands.isEmpty,
      let operandTargets = TargetContradiction.targets(
        of: metric, formula, book: book, evaluator: evaluator),
      let (own, period) = operandTargets.own, own != 0,
      let implied = formula.value(on: operandTargets.values),
      abs(implied - own) > 0.01 * abs(own)
    else { return nil }
    self.metric = metric.name
    target = own
    self.implied = implied
    operands = operandTargets.values
    self.period = period
  }

  /// The metric's target and its operands' targets over one whole period: the longest grain that an
  /// operand's or its own target was given at.
  private static func targets(
    of metric: MetricDefinition, _ formula: Formula, book: TargetBook, evaluator: Evaluator
  ) -> (own: (Double, Period)?, values: [String: Double])? {
    let names = [metric.name] + formula.operands
    let given = names.compactMap { book.own($0, at: evaluator.asOf)?.period }
    guard let period = given.max(by: { $0.grain < $1.grain }) else { return nil }
    let whole = PeriodWindow(period, asOf: period.range.last)
    var values: [String: Double] = [:]
    for operand in formula.operands {
      guard let value = book.value(operand, in: whole) else { return nil }
      values[operand] = value
    }
    return (book.value(metric.name, in: whole).map { ($0, period) }, values)
  }
}

extension Formula {
  /// The formula on given values of its operands; nil where one is missing or a division by zero
  /// is met. An earlier period's value is taken to be the same; a running total has none.
  func value(on operands: [String: Double]) -> Double? {
    func all(_ list: [Formula]) -> [Double]? {
      let values = list.compactMap { $0.value(on: operands) }
      return values.count == list.count ? values : nil
    }
    switch self {
    case .number(let number): return number
    case .metric(let name), .lag(let name, _): return operands[name]
    case .cumulative: return nil
    case .negated(let operand): return operand.value(on: operands).map { -$0 }
    case .magnitude(let operand): return operand.value(on: operands).map { abs($0) }
    case .minimum(let list): return all(list)?.min()
    case .maximum(let list): return all(list)?.max()
    case .coalesce(let list): return list.lazy.compactMap { $0.value(on: operands) }.first
    case .binary(let symbol, let left, let right):
      guard let left = left.value(on: operands), let right = right.value(on: operands) else {
        return nil
      }
      switch symbol {
      case .plus: return left + right
      case .minus: return left - right
      case .times: return left * right
      case .divided: return right == 0 ? nil : left / right
      }
    }
  }
}
