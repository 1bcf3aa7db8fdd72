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
    let chosen = definitions.monitor[period.grain]
    let metrics = chosen?.compactMap { definitions.metric($0) } ?? definitions.metrics
    let rows = metrics.compactMap { metric -> Row? in
      guard
        let reading = MetricReading(metric.name, in: period, by: evaluator, targets: targets)
      else { return nil }
      return Row(
        reading: reading, values: periods.map { evaluator.value(metric.name, in: $0) })
    }
    let phases = definitions.workspace.phases
    let grouped = phases.map { phase in
      Group(phase: phase, rows: rows.filter { $0.metric.phase == phase.name })
    }
    let known = Set(phases.map(\.name))
    let rest = rows.filter { $0.metric.phase.map { !known.contains($0) } ?? true }
    groups = (grouped + [Group(phase: nil, rows: rest)]).filter { !$0.rows.isEmpty }
  }
}
