import Metrics

/// Finds the rates that the stages of a funnel are held against.
struct FunnelReferences {
  private let funnel: FunnelDefinition
  private let evaluator: Evaluator
  private let targets: TargetBook
  private let trailing: [PeriodWindow]

  /// References for a period: targets in force, and up to 12 complete periods before it.
  init(
    _ funnel: FunnelDefinition, before period: Period, by evaluator: Evaluator, targets: TargetBook
  ) {
    self.funnel = funnel
    self.evaluator = evaluator
    self.targets = targets
    let last = evaluator.calendar.period(period, offsetBy: -1)
    trailing = evaluator.calendar.periods(endingWith: last, count: 12)
      .map { evaluator.window($0) }.filter(\.isWhole)
  }

  /// The reference for the share of the stage before that reaches the stage; nil where there is
  /// neither a target nor three earlier periods.
  func rate(into stage: Int, in window: PeriodWindow) -> FunnelReference? {
    guard stage > 0 else { return nil }
    if let target = targetRate(into: stage, in: window) {
      return FunnelReference(rate: target, source: .target)
    }
    let pairs = trailing.compactMap { window -> (Double, Double)? in
      let into = evaluator.value(funnel.stages[stage], in: window)
      let from = evaluator.value(funnel.stages[stage - 1], in: window)
      guard into.coverage.isFull, from.coverage.isFull, let into = into.value,
        let from = from.value
      else { return nil }
      return (into, from)
    }
    let entered = pairs.reduce(0) { $0 + $1.1 }
    guard pairs.count >= 3, entered > 0 else { return nil }
    let passed = pairs.reduce(0) { $0 + $1.0 }
    return FunnelReference(
      rate: passed / entered, source: .trailingMean(periods: pairs.count))
  }

  /// The target of a metric that is this very rate, else the quotient of the stages' targets.
  func targetRate(into stage: Int, in window: PeriodWindow) -> Double? {
    guard stage > 0 else { return nil }
    let (into, from) = (funnel.stages[stage], funnel.stages[stage - 1])
    for metric in evaluator.snapshot.definitions.metrics {
      guard let ratio = metric.formula?.ratio, ratio == (into, from) else { continue }
      if let target = targets.value(metric.name, in: window) { return target }
    }
    return FunnelReport.quotient(
      targets.value(into, in: window), targets.value(from, in: window))
  }

  /// What one pass through the last stage is worth in the window, else over the periods before,
  /// each counted by its passes.
  func unitValue(in window: PeriodWindow) -> Double? {
    guard let metric = funnel.value else { return nil }
    if let value = evaluator.value(metric, in: window).value { return value }
    guard let last = funnel.stages.last else { return nil }
    let earlier = trailing.compactMap { window -> (total: Double, passes: Double)? in
      guard let value = evaluator.value(metric, in: window).value,
        let passes = evaluator.value(last, in: window).value
      else { return nil }
      return (value * passes, passes)
    }
    return FunnelReport.quotient(
      earlier.reduce(0) { $0 + $1.total }, earlier.reduce(0) { $0 + $1.passes })
  }
}
