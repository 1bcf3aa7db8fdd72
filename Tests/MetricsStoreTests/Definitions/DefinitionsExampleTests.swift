import Metrics
import Testing

@testable import MetricsStore

@Suite struct DefinitionsExampleTests {
  private let loaded = load(fullExample)

  private func metric(_ name: String) throws -> MetricDefinition {
    try #require(loaded.definitions?.metric(name))
  }

  @Test func theFullExampleHasNoIssues() {
    #expect(lines(loaded) == [])
    #expect(loaded.files == ["kpi.yaml"])
  }

  @Test func theWorkspaceHasItsNameMoneyZoneAndCalendar() throws {
    let workspace = try #require(loaded.definitions?.workspace)
    #expect(workspace.name.text(in: .japanese) == "青空クラウド")
    #expect(workspace.currency == "JPY")
    #expect(workspace.timeZone == "Asia/Tokyo")
    #expect(workspace.calendar.fiscalStartMonth == 4)
    #expect(workspace.calendar.sprint?.firstDay == Day(iso: "2026-04-06"))
    #expect(workspace.asOf == .latest)
    #expect(workspace.phases == Phase.standard)
  }

  @Test func sourcesAreWideTidyOrRecords() throws {
    let definitions = try #require(loaded.definitions)
    #expect(definitions.sources.map(\.name) == ["web", "ads", "contacts", "deals", "survey"])
    let ads = try #require(definitions.source("ads"))
    #expect(ads.files.globs == ["data/google-ads/*.csv", "data/meta/*.csv"])
    #expect(ads.date == ColumnName(["Day", "日"]))
    #expect(
      ads.dimensions == [
        Dimension(name: "channel", origin: .constant("Paid Search")),
        Dimension(name: "campaign", origin: .column(ColumnName(["Campaign", "キャンペーン"]))),
      ])
    #expect(ads.condition?.columns == ["Cost", "Status"])
    #expect(
      definitions.source("survey")?.layout
        == .tidy(metric: ColumnName(["metric"]), value: ColumnName(["value"])))
    let stage = try RowCondition(parsing: #"Stage = "Closed Won""#)
    #expect(
      definitions.source("deals")?.layout
        == .records(
          id: ColumnName(["Deal ID"]),
          events: [
            Event(name: "opportunity", date: ColumnName(["Create Date"])),
            Event(name: "won", date: ColumnName(["Close Date"]), condition: stage),
          ],
          measures: [
            MeasureColumn(name: "won_amount", column: ColumnName(["Amount"]), event: "won"),
            MeasureColumn(name: "age", column: ColumnName(["Age"]), event: "won"),
          ]))
  }

  @Test func measuresAreSummedAndEventsCounted() throws {
    #expect(
      try metric("sessions").origin
        == .measured(Quantity(source: "web", measure: "sessions", rollup: .sum)))
    #expect(
      try metric("leads").origin
        == .measured(Quantity(source: "contacts", measure: "lead", rollup: .count)))
    #expect(
      try metric("age").origin
        == .measured(Quantity(source: "deals", measure: "age", rollup: .mean, weight: "won")))
  }

  @Test func defaultsHoldWhereAMetricSaysNothing() throws {
    #expect(try metric("sessions").owner == "growth team")
    #expect(try metric("sessions").cadence == .month)
    #expect(try metric("cost").owner == "ads team")
    #expect(try metric("cost").cadence == .day)
    #expect(try metric("cost").department == "marketing")
    #expect(try metric("cost").better == .lower)
    #expect(try metric("revenue").thresholds == StatusThresholds(onTrack: 1.05, atRisk: 0.95))
  }

  @Test func aFormulaWithoutAUnitHasTheOneThatFollows() throws {
    #expect(try metric("deal_value").unit == .currency)
    #expect(try metric("cvr").unit == .percent)
  }

  @Test func theTreeGoesFromGoalToFactorsToIndicators() throws {
    let root = try #require(loaded.definitions?.tree.first)
    #expect(root.level == .kgi)
    #expect(root.owner == "head of sales")
    #expect(root.horizon == .long)
    #expect(root.kind == .lagging)
    #expect(root.children.map(\.metric) == ["won", "deal_value", "sessions"])
    #expect(root.children.map(\.level) == [.ksf, .kpi, .ksf])
    #expect(root.children[0].isStrategic)
    #expect(root.children[0].children.map(\.level) == [.kpi])
    #expect(root.children[2].edge == .influence(lagDays: 28))
  }

  @Test func funnelsAndViewsNameMetrics() throws {
    let definitions = try #require(loaded.definitions)
    #expect(definitions.funnel("b2b")?.stages == ["sessions", "leads", "mql", "won"])
    #expect(definitions.funnel("b2b")?.value == "deal_value")
    #expect(definitions.monitor[.week] == ["sessions", "cvr"])
    #expect(definitions.monitor[.month] == definitions.metrics.map(\.name))
  }

  @Test func targetsAreInForceFromTheFirstDayOfTheirPeriod() throws {
    let targets = try #require(loaded.definitions?.targets)
    let words = targets.map { target in
      let part = target.segment.values.values.joined().map(\.string).joined()
      let grain = target.grain?.rawValue ?? "any"
      return "\(target.metric) \(grain) \(target.from) \(target.value) \(part)"
    }
    #expect(
      words == [
        "revenue year 2026-04-01 100000000.0 ", "leads month 2026-04-01 450.0 ",
        "leads month 2026-10-01 500.0 ", "leads month 2026-04-01 80.0 Paid Search",
        "cvr any 2026-04-01 0.024 ",
      ])
    #expect(loaded.definitions?.targetFiles.map(\.globs) == [["data/targets.csv"]])
  }

  @Test func everyPartKnowsWhereItStands() throws {
    #expect(try metric("cvr").place.description == "kpi.yaml:52:3")
    #expect(loaded.definitions?.source("web")?.place.description == "kpi.yaml:15:3")
    #expect(loaded.definitions?.targets[1].place.description == "kpi.yaml:79:13")
  }
}
