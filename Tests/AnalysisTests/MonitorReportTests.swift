import Analysis
import Metrics
import Testing

/// All KPIs over the trailing periods, by phase.
@Suite struct MonitorReportTests {
  private func evaluator(_ chosen: [Grain: [String]] = [:]) throws -> Evaluator {
    func metric(_ name: String, _ phase: String?, _ cadence: Grain) -> MetricDefinition {
      var metric = measured(name)
      metric.phase = phase
      metric.cadence = cadence
      return metric
    }
    let metrics = [
      metric("revenue", "relationship", .month), metric("leads", "lead", .week),
      metric("other", nil, .week), metric("visits", "awareness", .day),
      metric("strange", "no such phase", .day), metric("mql", "lead", .week),
      metric("goal", "relationship", .year),
    ]
    let table = try Table(from: "2026-10-01", through: "2026-11-11") { day in
      Dictionary(uniqueKeysWithValues: metrics.map { ($0.name, Double(day.civil.month)) })
    }
    return try Snapshot(["files": table], Definitions(metrics: metrics, monitor: chosen))
      .evaluator(asOf: "2026-11-11")
  }

  private func outline(_ grain: Grain, _ chosen: [Grain: [String]] = [:]) throws -> [String] {
    let evaluator = try evaluator(chosen)
    let report = MonitorReport(
      endingWith: evaluator.calendar.period(grain, containing: evaluator.asOf), count: 2,
      by: evaluator, targets: TargetBook(evaluator))
    let shown = MonitorReport.metrics(of: evaluator.snapshot.definitions, grain: grain)
    #expect(shown.map(\.name) == report.groups.flatMap { $0.rows.map(\.metric.name) })
    return report.groups.map { group in
      "\(group.phase?.name ?? "none"): \(group.rows.map(\.metric.name).joined(separator: " "))"
    }
  }

  @Test func aGrainShowsWhatIsWatchedAtLeastAsOften() throws {
    #expect(try outline(.day) == ["awareness: visits", "none: strange"])
    #expect(try outline(.week) == ["awareness: visits", "lead: leads mql", "none: other strange"])
    #expect(
      try outline(.month) == [
        "awareness: visits", "lead: leads mql", "relationship: revenue", "none: other strange",
      ])
    #expect(try outline(.year).contains("relationship: revenue goal"))
  }

  @Test func whatTheWorkspaceChoseIsShownInItsOrder() throws {
    let chosen = ["mql", "revenue", "unknown", "leads"]
    #expect(try outline(.week, [.week: chosen]) == ["lead: mql leads", "relationship: revenue"])
    #expect(try outline(.week, [.month: chosen]).count == 3)
    #expect(try outline(.week, [.week: []]).isEmpty)
  }

  @Test func aRowHasTheTrailingPeriodsAndTheReadingOfTheNewest() throws {
    let evaluator = try evaluator()
    let report = MonitorReport(
      endingWith: try evaluator.period("2026-11"), count: 3, by: evaluator,
      targets: TargetBook(evaluator))
    #expect(report.periods.map(evaluator.calendar.label) == ["2026-09", "2026-10", "2026-11"])
    let row = try #require(report.groups.first?.rows.first)
    // Nothing in September, 31 × 10 in October, 11 × 11 in November to date.
    #expect(row.values.map(\.value) == [nil, 310, 121])
    #expect(row.reading.value == row.values.last)
    #expect(row.reading.previous.reference.value == 110)
    #expect(!row.reading.isComplete)
  }
}
