import Testing

@testable import Metrics
@testable import MetricsStore

/// What a workspace of the given definitions and files holds, as values by day.
struct Loaded {
  let snapshot: Snapshot

  init(_ definitions: Definitions, in folder: TemporaryFolder, today: String = "2026-11-15") {
    let now = day(today)
    let load: Workspace.Loading = {
      Workspace.Loaded(definitions: definitions, files: ["kpi.yaml"])
    }
    var workspace = Workspace(root: folder.path, today: { now }, load: load)
    workspace.readDefinitions()
    workspace.readAll(MetricsStore.Options.Delays())
    snapshot = workspace.snapshot()
  }

  /// Reads one file for one source.
  init(_ source: SourceDefinition, _ metrics: [MetricDefinition], csv: String) {
    let folder = TemporaryFolder()
    folder.write(csv, to: "data/a.csv")
    self.init(Definitions(sources: [source], metrics: metrics), in: folder)
  }

  func value(
    _ metric: String, _ from: String, _ through: String? = nil, _ segment: Segment = Segment()
  ) -> Double? {
    let calendar = snapshot.definitions.workspace.calendar
    let range = DayRange(day(from), through: day(through ?? from))
    let window = PeriodWindow(calendar.period(.year, containing: day(from)), range: range)
    return Evaluator(snapshot, asOf: day("2026-12-31"), segment: segment)
      .value(metric, in: window).value
  }

  var codes: [String] { snapshot.issues.map(\.code) }
  var places: [String] { snapshot.issues.map(\.place.description) }
}

@Test func rowsOfADayAndSegmentAddUp() {
  let loaded = Loaded(
    web, [measured("sessions", "web", "sessions")],
    csv: """
      Date,Channel,Sessions
      2026-11-01,Paid,10
      2026-11-01,Organic,"1,200"
      2026-11-01, Paid ,5
      2026-11-02,,7
      """)
  #expect(loaded.codes == [])
  #expect(loaded.value("sessions", "2026-11-01") == 1215)
  #expect(loaded.value("sessions", "2026-11-01", nil, Segment(["channel": ["Paid"]])) == 15)
  #expect(loaded.value("sessions", "2026-11-02", nil, Segment(["channel": [notSet]])) == 7)
  #expect(loaded.snapshot.latestDay == day("2026-11-02"))
}
