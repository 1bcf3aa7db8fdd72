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
    guard let formula = metric.formula, !formula.operands.isEmpty else { return nil }
    // One whole period: the longest that its own target or that of an operand was given for. A
    // target that holds at any length asks for none.
    let given = ([metric.name] + formula.operands).compactMap { book.own($0, at: evaluator.asOf) }
    let longest = given.filter { $0.target.grain != nil }.max { $0.period.grain < $1.period.grain }
    guard let period = (longest ?? given.first)?.period else { return nil }
    let whole = PeriodWindow(period, asOf: period.range.last)
    let targets = OperandTargets(of: formula, in: whole, book: book, evaluator.calendar)
    guard let own = book.value(metric.name, in: whole), own != 0, targets.isComplete,
      let implied = targets.result, abs(implied - own) > 0.01 * abs(own)
    else { return nil }
    self.metric = metric.name
    target = own
    self.implied = implied
    operands = targets.values
    self.period = period
  }
}

/// A formula computed from the targets of its operands instead of their values.
private struct OperandTargets {
  /// The targets that were found, by metric.
  private(set) var values: [String: Double] = [:]
  /// Whether every operand has a target; a running total has none.
  private(set) var isComplete = true
  /// What the formula gives on them; nil where one is missing or a division by zero is met.
  private(set) var result: Double?

  init(
    of formula: Formula, in window: PeriodWindow, book: TargetBook, _ calendar: BusinessCalendar
  ) {
    let days = window.range.count
    let value = formula.value(over: days) { operand in
      let (name, target): (String, Double?) =
        switch operand {
        case .present(let name): (name, book.value(name, in: window))
        case .earlier(let name, let periods):
          (name, book.value(name, in: calendar.window(window, periodsEarlier: periods)))
        case .total(let name): (name, nil)
        }
      let coverage = Coverage(covered: days, days: days, missing: 0)
      guard let target else {
        isComplete = false
        return MetricValue(unavailable: .noTarget, coverage: coverage)
      }
      if case .present = operand { values[name] = target }
      values[name] = values[name] ?? target
      return MetricValue(target, coverage: coverage)
    }
    result = value.value
  }
}
