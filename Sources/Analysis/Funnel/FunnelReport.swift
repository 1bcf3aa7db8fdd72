public import Metrics

/// A same-period funnel: how many stood at each stage, what passed on, and where most is lost.
///
/// Method: semantics of kpitop, section 7. A stage's reference rate is its target, else the pooled
/// rate of up to 12 complete periods before. What a stage costs is what its shortfall against that
/// reference would have brought at the end of the funnel, all other rates being as they are.
public struct FunnelReport: Hashable, Sendable {
  /// The funnel's definition.
  public let funnel: FunnelDefinition
  /// The days looked at.
  public let window: PeriodWindow
  /// The days compared with; nil where the comparison is with targets.
  public let referenceWindow: PeriodWindow?
  /// Widest first.
  public let stages: [FunnelStage]
  /// What one pass through the last stage is worth; nil where the funnel names no value or it is
  /// not available.
  public let unitValue: Double?
  /// The stage furthest below its reference by what that costs; nil where none is below.
  public let bottleneck: Int?

  /// The funnel in a period, against a comparison.
  public init(
    _ funnel: FunnelDefinition, in period: Period, comparedTo comparison: ComparisonKind,
    by evaluator: Evaluator, targets: TargetBook
  ) {
    self.funnel = funnel
    let window = evaluator.window(period)
    self.window = window
    let references = FunnelReferences(funnel, before: period, by: evaluator, targets: targets)
    let referenceWindow: PeriodWindow? =
      switch comparison {
      case .previous: evaluator.calendar.window(window, periodsEarlier: 1)
      case .year: evaluator.calendar.windowOneYearEarlier(window)
      case .target: nil
      }
    self.referenceWindow = referenceWindow
    let counts = funnel.stages.map { evaluator.value($0, in: window) }
    let rates = FunnelReport.rates(counts)
    let rateReferences = funnel.stages.indices.map { references.rate(into: $0, in: window) }
    unitValue = references.unitValue(in: window)
    let costs = FunnelReport.costs(
      counts: counts.map(\.value), rates: rates, references: rateReferences.map { $0?.rate },
      unitValue: unitValue)
    bottleneck = FunnelReport.costliest(
      costs, rates: rates, references: rateReferences.map { $0?.rate })
    let comparedCounts = funnel.stages.map { stage in
      referenceWindow.map { evaluator.value(stage, in: $0).value }
        ?? targets.value(stage, in: window)
    }
    let comparedRates = funnel.stages.indices.map { index in
      comparison == .target
        ? references.targetRate(into: index, in: window)
        : index == 0
          ? nil : FunnelReport.quotient(comparedCounts[index], comparedCounts[index - 1])
    }
    let first = counts.first?.value
    stages = funnel.stages.indices.map { index in
      FunnelStage(
        metric: evaluator.definition(funnel.stages[index])
          ?? MetricDefinition(name: funnel.stages[index], origin: .formula(.number(0))),
        count: counts[index],
        rateFromPrevious: rates[index],
        rateFromFirst: index == 0 ? nil : FunnelReport.quotient(counts[index].value, first),
        comparedCount: comparedCounts[index],
        comparedRate: comparedRates[index],
        reference: rateReferences[index],
        cost: costs[index])
    }
  }

  private static func rates(_ counts: [MetricValue]) -> [Double?] {
    counts.indices.map { index in
      index == 0 ? nil : quotient(counts[index].value, counts[index - 1].value)
    }
  }

  /// The stage whose shortfall costs most; a rate within a billionth of its reference reaches it.
  private static func costliest(
    _ costs: [Double?], rates: [Double?], references: [Double?]
  ) -> Int? {
    costs.indices.compactMap { stage -> (stage: Int, cost: Double)? in
      guard let cost = costs[stage], cost > 0, let rate = rates[stage],
        let reference = references[stage], rate < reference * (1 - 1e-9)
      else { return nil }
      return (stage, cost)
    }
    .max { $0.cost < $1.cost }?.stage
  }

  /// A share; nil where either side is missing or nothing came in.
  static func quotient(_ part: Double?, _ whole: Double?) -> Double? {
    guard let part, let whole, whole > 0 else { return nil }
    return part / whole
  }

  /// What each stage's shortfall takes away at the end of the funnel, in its value or else in
  /// passes through the last stage; negative where the stage is ahead.
  ///
  /// For stage k it is N_{k−1}·(r*_k − r_k)·Π_{j>k} r_j·v, which equals V·(r*_k/r_k − 1) where no
  /// rate is 0. A later rate that is 0 or missing is taken at its reference, so that a week without
  /// a single sale does not hide what an early stage costs.
  static func costs(
    counts: [Double?], rates: [Double?], references: [Double?], unitValue: Double?
  ) -> [Double?] {
    counts.indices.map { stage in
      guard stage > 0, let entered = counts[stage - 1], let rate = rates[stage],
        let reference = references[stage]
      else { return nil }
      var passed = entered * (reference - rate)
      for later in counts.indices where later > stage {
        let present = rates[later].flatMap { $0 > 0 ? $0 : nil }
        guard let through = present ?? references[later] else { return nil }
        passed *= through
      }
      return passed * (unitValue ?? 1)
    }
  }
}

/// One stage of a funnel in a period.
public struct FunnelStage: Hashable, Sendable {
  /// The count metric.
  public let metric: MetricDefinition
  /// How many reached it.
  public let count: MetricValue
  /// The share of the stage before that reached it; nil for the first stage.
  public let rateFromPrevious: Double?
  /// The share of the first stage that reached it; nil for the first stage.
  public let rateFromFirst: Double?
  /// How many the comparison or the target says; nil where it says nothing.
  public let comparedCount: Double?
  /// The rate from the stage before in the comparison or the targets.
  public let comparedRate: Double?
  /// The rate that the stage is measured by; nil where there is none.
  public let reference: FunnelReference?
  /// What the shortfall against the reference costs, negative where the stage is ahead of it.
  public let cost: Double?
}

/// The rate that a stage of a funnel is held against, and where it comes from.
public struct FunnelReference: Hashable, Sendable {
  /// Where a reference rate comes from.
  public enum Source: Hashable, Sendable {
    /// The target of the stage's rate.
    case target
    /// The pooled rate of so many complete periods before.
    case trailingMean(periods: Int)
  }

  /// The share of the stage before that should reach this one.
  public let rate: Double
  /// Where it comes from.
  public let source: Source
}
