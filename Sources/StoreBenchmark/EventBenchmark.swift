import Metrics

/// Questions about persons, over an event log of the columns ts, user_id, stage, channel, campaign and
/// amount: Q3 and Q4 of the comparison with other engines.
struct EventBenchmark {
  private static let stages = ["visit", "signup", "activate", "trial", "purchase"]

  /// The rows of the answer as CSV, in no particular order.
  let rows: [String]

  /// Q3: events, different persons and amounts by week, channel and stage.
  init(personsByWeekOf file: String) throws(TemporaryWorkspace.Fault) {
    let metrics = EventBenchmark.stages.flatMap { stage in
      [
        "\(stage)_n: {from: journey.\(stage)}",
        "\(stage)_u: {from: journey.\(stage), rollup: distinct}",
        "\(stage)_a: {from: journey.a_\(stage)}",
      ]
    }
    let snapshot = try EventBenchmark.snapshot(of: file, metrics: metrics, funnels: "")
    guard let last = snapshot.latestDay,
      let days = Evaluator(snapshot, asOf: last).span("visit_n")
    else { throw .refused(["there is no visit"]) }
    var rows: [String] = []
    for channel in snapshot.values(of: "channel") {
      let evaluator = Evaluator(
        snapshot, asOf: last, segment: Segment(["channel": [channel]]))
      for week in evaluator.calendar.periods(.week, touching: days) {
        for stage in EventBenchmark.stages {
          let values = ["n", "u", "a"].map { part in
            evaluator.value("\(stage)_\(part)", in: week).value ?? 0
          }
          guard values[0] > 0 else { continue }
          rows.append(
            "f,\(week.range.start),\(channel),\(stage),\(Int(values[0])),\(Int(values[1])),"
              + "\(values[2])")
        }
      }
    }
    self.rows = rows
  }

  /// Q4: for each channel how many persons there are, and how many reached each stage in order within
  /// 30 days.
  init(orderedFunnelOf file: String) throws(TemporaryWorkspace.Fault) {
    let snapshot = try EventBenchmark.snapshot(
      of: file, metrics: EventBenchmark.stages.map { "\($0)_n: {from: journey.\($0)}" },
      funnels: """
        funnels:
          course:
            stages: [\(EventBenchmark.stages.map { "\($0)_n" }.joined(separator: ", "))]
            records: journey
            within: 30 days
        """)
    guard let funnel = snapshot.definitions.funnel("course"),
      let source = snapshot.sources["journey"],
      let course = OrderedFunnel(
        source, stages: snapshot.definitions.followedStages(of: funnel).map(\.event),
        within: funnel.within, by: "channel")
    else { throw .refused(snapshot.issues.map { "\($0.message)" }) }
    // In this log everybody begins with a visit, so that those who entered are all.
    rows = course.parts.map { part in
      "o,\(part.value),\(part.reached[0]),"
        + part.reached.map { "\($0)" }.joined(separator: ",")
    }
  }

  private static func snapshot(
    of file: String, metrics: [String], funnels: String
  ) throws(TemporaryWorkspace.Fault) -> Snapshot {
    let measures = stages.map { "a_\($0): {sum: amount, at: \($0)}" }.joined(separator: ", ")
    return try TemporaryWorkspace(
      file: file,
      definitions: """
        sources:
          journey:
            files: events.csv
            date: ts
            person: user_id
            event: stage
            dimensions: {channel: channel}
            measures: {\(measures)}
        metrics:
        \(metrics.map { "  " + $0 }.joined(separator: "\n"))
        \(funnels)
        """
    ).snapshot
  }
}
