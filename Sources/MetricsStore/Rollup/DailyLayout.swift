/// How the figures of a plan's measures are laid out in tables.
struct DailyLayout: Sendable {
  /// A figure that a row adds to.
  struct Step: Sendable {
    /// What is kept.
    let kind: Aggregate.Kind
    /// The measure that is added.
    let measure: Int
    /// The figure's position among those of its panel.
    let position: Int
    /// Where in a table's `places` the units of its value stand; those of its weight are the next.
    let unit: Int
  }

  /// More panels than this are one instead.
  private static let panelLimit = 1 << 13

  /// What is kept: the plan's aggregates, then counts of rows where no aggregate counts them.
  let kinds: [Aggregate.Kind]
  /// The aggregates of each panel of a table.
  let panels: [[Int]]
  /// For each measure its panel, and which aggregate's weight counts the rows that have it.
  let panel: [Int]
  let presence: [Int]
  /// The steps of all measures, one after the other, and those of each measure.
  let steps: [Step]
  let measureSteps: [Range<Int>]
  /// For each measure of which nothing but the sum is kept, where its unit stands in a table's `places`;
  /// else -1.
  let plainUnits: [Int]

  /// The layout of a plan: one panel where a row has all measures on one date, else one of each measure.
  init(_ plan: SourcePlan) {
    var aggregates = plan.aggregates
    presence = plan.measures.indices.map { measure in
      let counting = aggregates.firstIndex { aggregate in
        if case .mean(.some) = aggregate.kind { return false }
        return aggregate.measure == measure
      }
      if let counting { return counting }
      aggregates.append(Aggregate(kind: .count, measure: measure))
      return aggregates.count - 1
    }
    kinds = aggregates.map(\.kind)
    let isTogether = plan.tidy == nil && plan.identifier == nil && plan.log == nil
    let isParted = !isTogether && plan.measures.count <= DailyLayout.panelLimit
    let ofMeasures = plan.measures.indices.map { measure in
      aggregates.indices.filter { aggregates[$0].measure == measure }
    }
    panels = isParted ? ofMeasures : [Array(aggregates.indices)]
    panel = plan.measures.indices.map { isParted ? $0 : 0 }
    var steps: [Step] = []
    var ranges: [Range<Int>] = []
    for (measure, aggregates) in ofMeasures.enumerated() {
      let start = steps.count
      for aggregate in aggregates {
        let position = panels[isParted ? measure : 0].firstIndex(of: aggregate) ?? 0
        steps.append(
          Step(
            kind: kinds[aggregate], measure: measure, position: position, unit: 2 * aggregate))
      }
      ranges.append(start..<steps.count)
    }
    self.steps = steps
    measureSteps = ranges
    plainUnits = ranges.map { range in
      range.count == 1 && steps[range.lowerBound].kind == .sum ? steps[range.lowerBound].unit : -1
    }
  }
}
