public import Metrics

/// Finds what a metric should reach over some days, from the targets in force.
///
/// Method: semantics of kpitop, section 4. A target given for the asked grain counts first; then
/// the longest shorter grain, added up; then the shortest longer grain. Amounts (sums, and formulas
/// that grow like one) are spread over the days of the period that the target is for by the metric's
/// weekday profile before it, so that the parts add up to the target. Rates and stocks apply
/// unchanged, and distinct counts hold only at their own grain. A target of the whole business says
/// nothing about a segment.
public struct TargetBook {
  private let evaluator: Evaluator
  private let targets: [String: [Target]]

  /// The targets of the evaluator's snapshot for the part of the business that it looks at.
  public init(_ evaluator: Evaluator) {
    self.evaluator = evaluator
    let matching = evaluator.snapshot.targets.filter { $0.segment == evaluator.segment }
    targets = Dictionary(grouping: matching, by: \.metric)
  }

  /// The value to reach over the days of a window, to date where it is partial; nil where no target
  /// is in force.
  public func value(_ metric: String, in window: PeriodWindow) -> Double? {
    guard let own = targets[metric], !window.range.isEmpty else { return nil }
    if evaluator.growsWithTime(metric) { return amount(metric, own, in: window) }
    let rollup = rollup(of: metric)
    // A stock is what the last day says; anything else belongs to where the window begins.
    let day = rollup == .last ? window.range.last : window.range.start
    for grain in order(own, for: window.period.grain) {
      guard rollup != .distinct || grain == window.period.grain else { continue }
      let range = evaluator.calendar.period(grain, containing: day).range
      if let target = inForce(own, grain: grain, over: range) { return target.value }
    }
    return inForce(own, grain: nil, over: window.period.range)?.value
  }

  /// The target of a metric for the grain it was given at, in force over the period of that grain
  /// that holds the day; the longest grain where there are several.
  public func own(_ metric: String, at day: Day) -> (target: Target, period: Period)? {
    guard let own = targets[metric] else { return nil }
    let grains = Set(own.compactMap(\.grain)).sorted(by: >)
    for grain in grains {
      let period = evaluator.calendar.period(grain, containing: day)
      if let target = inForce(own, grain: grain, over: period.range) { return (target, period) }
    }
    let period = evaluator.calendar.period(.month, containing: day)
    return inForce(own, grain: nil, over: period.range).map { ($0, period) }
  }

  private func amount(_ metric: String, _ own: [Target], in window: PeriodWindow) -> Double? {
    if let grain = order(own, for: window.period.grain).first(where: { grain in
      covers(own, grain: grain, window.range)
    }) {
      return amount(metric, own, grain: grain, in: window)
    }
    return inForce(own, grain: nil, over: window.period.range)?.value
  }

  private func covers(_ own: [Target], grain: Grain, _ range: DayRange) -> Bool {
    evaluator.calendar.periods(grain, touching: range).allSatisfy {
      inForce(own, grain: grain, over: $0.range) != nil
    }
  }

  private func amount(
    _ metric: String, _ own: [Target], grain: Grain, in window: PeriodWindow
  ) -> Double {
    evaluator.calendar.periods(grain, touching: window.range).reduce(0) { sum, period in
      guard let target = inForce(own, grain: grain, over: period.range) else { return sum }
      let part = period.range.intersection(window.range)
      if part == period.range { return sum + target.value }
      let profile = WeekdayProfile(of: metric, before: period.range.start, by: evaluator)
      return sum + target.value * profile.share(of: part, in: period.range)
    }
  }

  /// The grains that targets are given at: the asked one, then shorter ones from the longest, then
  /// longer ones from the shortest.
  private func order(_ own: [Target], for grain: Grain) -> [Grain] {
    let given = Set(own.compactMap(\.grain))
    let shorter = given.filter { $0 < grain }.sorted(by: >)
    let longer = given.filter { $0 > grain }.sorted()
    return (given.contains(grain) ? [grain] : []) + shorter + longer
  }

  /// The target in force on the range's first day, else the first that begins within the range.
  private func inForce(_ own: [Target], grain: Grain?, over range: DayRange) -> Target? {
    let ofGrain = own.filter { $0.grain == grain }
    let begun = ofGrain.filter { $0.from <= range.start }
    return begun.max { $0.from < $1.from }
      ?? ofGrain.filter { range.contains($0.from) }.min { $0.from < $1.from }
  }

  /// How a measured metric is gathered; nil for a formula.
  private func rollup(of metric: String) -> Rollup? {
    guard case .measured(let quantity)? = evaluator.definition(metric)?.origin else { return nil }
    return quantity.rollup
  }
}
