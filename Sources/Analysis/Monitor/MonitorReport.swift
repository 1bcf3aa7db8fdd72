public import Metrics

/// All KPIs over the trailing periods: one row per metric, grouped by phase.
public struct MonitorReport: Hashable, Sendable {
  /// The metrics of one phase.
  public struct Group: Hashable, Sendable {
    /// The phase; nil for metrics that belong to none.
    public let phase: Phase?
    /// Its metrics in the order of the definitions.
    public let rows: [Row]
  }

  /// One metric.
  public struct Row: Hashable, Sendable {
    /// The metric read in the newest period.
    public let reading: MetricReading
    /// The values of the trailing periods, earliest first, the newest last.
    public let values: [MetricValue]

    /// The metric's definition.
    public var metric: MetricDefinition { reading.metric }
  }

  /// The trailing periods, earliest first.
  public let periods: [Period]
  /// By phase in the workspace's order, then those without one.
  public let groups: [Group]

  /// The metrics that the workspace shows at this grain, over the `count` periods that end with the
  /// given one.
  public init(
    endingWith period: Period, count: Int, by evaluator: Evaluator, targets: TargetBook
  ) {
    let periods = evaluator.calendar.periods(endingWith: period, count: count)
    self.periods = periods
    let definitions = evaluator.snapshot.definitions
    groups = MonitorReport.grouped(definitions, grain: period.grain).map { phase, metrics in
      let rows = metrics.compactMap { metric -> Row? in
        guard
          let reading = MetricReading(metric.name, in: period, by: evaluator, targets: targets)
        else { return nil }
        return Row(
          reading: reading, values: periods.map { evaluator.value(metric.name, in: $0) })
      }
      return Group(phase: phase, rows: rows)
    }
  }

  /// The metrics shown at a grain, in the order of the rows: those that the workspace chose, else
  /// all whose cadence is not longer.
  public static func metrics(of definitions: Definitions, grain: Grain) -> [MetricDefinition] {
    grouped(definitions, grain: grain).flatMap(\.metrics)
  }

  private static func grouped(
    _ definitions: Definitions, grain: Grain
  ) -> [(phase: Phase?, metrics: [MetricDefinition])] {
    let metrics =
      switch definitions.monitor[grain] {
      case nil: definitions.metrics.filter { $0.cadence <= grain }
      case let chosen?: chosen.compactMap { definitions.metric($0) }
      }
    let phases = definitions.workspace.phases
    let known = Set(phases.map(\.name))
    let rest = metrics.filter { $0.phase.map { !known.contains($0) } ?? true }
    let grouped = phases.map { phase in
      (phase: Optional(phase), metrics: metrics.filter { $0.phase == phase.name })
    }
    return (grouped + [(nil, rest)]).filter { !$0.metrics.isEmpty }
  }
}
