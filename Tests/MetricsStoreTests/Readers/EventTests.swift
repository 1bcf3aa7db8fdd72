import Testing

@testable import Metrics
@testable import MetricsStore

/// A log of events of the columns ts, user, stage, channel and amount.
func eventLog(where condition: String? = nil) throws -> SourceDefinition {
  SourceDefinition(
    name: "j", files: files("data/*.csv"), date: column("ts"),
    layout: .events(
      person: column("user"), event: column("stage"),
      measures: [
        MeasureColumn(name: "amount", column: column("amount"), event: "buy"),
        MeasureColumn(name: "size", column: column("size")),
      ]),
    dimensions: [Dimension(name: "channel", origin: .column(column("channel")))],
    condition: try condition.map { try RowCondition(parsing: $0) }, place: here)
}

let eventMetrics = [
  measured("visits", "j", "visit", .count), measured("visitors", "j", "visit", .distinct),
  measured("buyers", "j", "buy", .distinct), measured("amount", "j", "amount"),
]

func readLog(
  _ files: [String: String], _ asked: [MetricDefinition] = eventMetrics,
  where condition: String? = nil,
  stages: [String]? = nil
) throws -> Loaded {
  let folder = TemporaryFolder()
  for (name, text) in files { folder.write(text, to: "data/\(name)") }
  var definitions = Definitions(sources: [try eventLog(where: condition)], metrics: asked)
  if let stages {
    definitions.funnels = [FunnelDefinition(name: "f", stages: stages, records: "j")]
  }
  return Loaded(definitions, in: folder)
}

extension Loaded {
  /// How many persons reached each stage.
  func reached(_ stages: [String], within days: Int? = nil) -> [Int]? {
    snapshot.sources["j"].flatMap {
      OrderedFunnel($0, stages: stages, within: days)?.reached
    }
  }
}

@Suite struct EventRowsTests {
  @Test func rowsAndPersonsOfAnEventAreCounted() throws {
    let loaded = try readLog([
      "a.csv": """
      ts,user,stage,channel,amount,size
      2026-11-02T09:00:00Z,ann,visit,a,,1
      2026-11-02T10:00:00Z,ann,visit,a,,1
      2026-11-02 11:00:00,bob,visit,b,,1
      2026-11-03T09:00:00Z,ann,visit,b,,1
      2026-11-03T09:30:00Z," ann ",buy,b,12.5,1
      2026-11-03T09:40:00Z,bob,"buy",a,"1,000",1
      """
    ])
    #expect(loaded.codes == [])
    #expect(loaded.value("visits", "2026-11-02") == 3)
    #expect(loaded.value("visitors", "2026-11-02") == 2)
    #expect(loaded.value("visitors", "2026-11-02", "2026-11-03") == 2)
    #expect(loaded.value("visits", "2026-11-02", "2026-11-03") == 4)
    #expect(loaded.value("buyers", "2026-11-02") == 0)
    #expect(loaded.value("buyers", "2026-11-03") == 2)
    #expect(loaded.value("amount", "2026-11-03") == 1012.5)
    let b = Segment(["channel": ["b"]])
    #expect(loaded.value("visitors", "2026-11-02", "2026-11-03", b) == 2)
    #expect(loaded.value("amount", "2026-11-03", nil, b) == 12.5)
  }

  @Test func aDayWithOtherEventsHasNoneRatherThanNoData() throws {
    let loaded = try readLog([
      "a.csv": """
      ts,user,stage,channel,amount,size
      2026-11-02,ann,visit,a,,
      2026-11-03,ann,hello,a,,
      2026-11-05,ann,buy,a,3,
      """
    ])
    #expect(loaded.codes == ["unused-measures"])
    #expect(loaded.value("visits", "2026-11-03") == 0)
    #expect(loaded.value("visits", "2026-11-05") == 0)
    #expect(loaded.value("visits", "2026-11-04") == nil)
    #expect(loaded.value("amount", "2026-11-02") == 0)
    #expect(loaded.snapshot.latestDay == day("2026-11-05"))
  }

  @Test func rowsThatAreWrongAreLeftOutAndToldByTheirLine() throws {
    let loaded = try readLog([
      "a.csv": """
      ts,user,stage,channel,amount,size
      2026-11-02T25:00:00Z,ann,visit,a,,
      ,ann,visit,a,,
      2026-11-02T09:00:00Z,ann,buy,a,much,
      2026-11-02T09:00:00Z,ann,visit,a,much,
      2026-11-02T09:00:00Z,,visit,a,,
      2026-11-02T09:00:00Z,-,visit,a,,
      """
    ])
    #expect(loaded.codes.sorted() == ["no-date", "no-person", "not-a-date", "not-a-number"])
    #expect(loaded.places.contains("data/a.csv:4:32"))
    #expect(loaded.value("visits", "2026-11-02") == 3)
    #expect(loaded.value("visitors", "2026-11-02") == 1)
  }

  @Test func aConditionLeavesPersonsOut() throws {
    let loaded = try readLog(
      [
        "a.csv": """
        ts,user,stage,channel,amount,size
        2026-11-02,ann,visit,a,,
        2026-11-02,bob,visit,b,,
        """
      ], where: "channel = \"a\"")
    #expect(loaded.value("visitors", "2026-11-02") == 1)
    #expect(loaded.snapshot.files.map(\.excluded) == [1])
  }

  @Test func measuresWithoutAnEventAreOfEveryRow() throws {
    let loaded = try readLog(
      [
        "a.csv": """
        ts,user,stage,channel,amount,size
        2026-11-02,ann,visit,a,,3
        2026-11-02,bob,hello,b,,5
        2026-11-02,bob,buy,b,10,1
        """
      ],
      [
        measured("size", "j", "size"), measured("sizes", "j", "size", .distinct),
        measured("mean", "j", "amount", .mean),
        measured("weighted", "j", "size", .mean, weight: "buy"),
        measured("most", "j", "size", .max),
      ])
    #expect(loaded.codes == [])
    #expect(loaded.value("size", "2026-11-02") == 9)
    #expect(loaded.value("sizes", "2026-11-02") == 3)
    #expect(loaded.value("mean", "2026-11-02") == 10)
    #expect(loaded.value("weighted", "2026-11-02") == 1)
    #expect(loaded.value("most", "2026-11-02") == 5)
    #expect(loaded.snapshot.sources["j"]?.journeys == nil)
  }

  @Test func aPersonOfSeveralFilesIsFollowedThroughAllOfThem() throws {
    let header = "ts,user,stage,channel,amount,size\n"
    let loaded = try readLog(
      [
        "a.csv": header + "2026-11-02T10:00:00Z,ann,buy,a,5,\n2026-11-02T08:00:00Z,bob,visit,b,,\n",
        "b.csv": header + "2026-11-01T09:00:00Z,ann,visit,b,,\n2026-11-03,bob,visit,a,,\n",
        "c.csv": header + "2026-11-01T07:00:00Z,bob,buy,a,1,\n",
      ], stages: ["visits", "buyers"])
    #expect(loaded.codes == [])
    #expect(loaded.reached(["visit", "buy"]) == [2, 1])
    #expect(loaded.reached(["buy", "visit"]) == [2, 1])
    #expect(loaded.value("visitors", "2026-11-01", "2026-11-03") == 2)
    #expect(loaded.value("visitors", "2026-11-02", "2026-11-03") == 1)
    #expect(loaded.snapshot.sources["j"]?.journeys?.personCount == 2)
  }

  @Test func whoIsCountedButNotFollowedIsNotKept() throws {
    let loaded = try readLog(
      ["a.csv": "ts,user,stage,channel,amount,size\n2026-11-02,ann,visit,a,,\n"],
      [measured("visits", "j", "visit", .count)])
    #expect(loaded.value("visits", "2026-11-02") == 1)
    #expect(loaded.snapshot.sources["j"]?.journeys == nil)
  }

  @Test func aLogWithoutRowsHasNoData() throws {
    let loaded = try readLog(
      ["a.csv": "ts,user,stage,channel,amount,size\n"], stages: ["visits", "buyers"])
    #expect(loaded.value("visitors", "2026-11-02") == nil)
    #expect(loaded.reached(["visit", "buy"]) == [0, 0])
  }

  @Test func recordsPassTheirStagesByTheirDates() throws {
    let folder = TemporaryFolder()
    folder.write(
      """
      id,channel,lead,mql,won
      1,a,2026-11-01,2026-11-05,2026-11-20
      2,a,2026-11-01,2026-11-01,2026-11-01
      3,b,2026-11-03,2026-11-02,2026-11-09
      4,b,2026-11-03,,2026-11-09
      5,b,,2026-11-02,2026-11-09
      2,b,2026-11-02,2026-11-04,
      """, to: "data/a.csv")
    let source = SourceDefinition(
      name: "j", files: files("data/*.csv"), date: nil,
      layout: .records(
        id: column("id"),
        events: ["lead", "mql", "won"].map { Event(name: $0, date: column($0)) }, measures: []),
      dimensions: [Dimension(name: "channel", origin: .column(column("channel")))], place: here)
    let stages = ["lead", "mql", "won"]
    let loaded = Loaded(
      Definitions(
        sources: [source], metrics: stages.map { measured($0, "j", $0, .count) },
        funnels: [FunnelDefinition(name: "f", stages: stages, records: "j")]), in: folder)
    // The later row of 2 counts: lead on the 2nd, no win. 3 became an mql before it was a lead.
    #expect(loaded.reached(stages) == [4, 2, 1])
    #expect(loaded.reached(stages, within: 18) == [4, 2, 0])
    #expect(loaded.reached(stages, within: 19) == [4, 2, 1])
    #expect(loaded.reached(["lead", "won"]) == [4, 3])
    let parts = loaded.snapshot.sources["j"].flatMap {
      OrderedFunnel($0, stages: stages, by: "channel")?.parts
    }
    #expect(parts?.map(\.value) == ["a", "b"])
    #expect(parts?.map(\.reached) == [[1, 1, 1], [3, 1, 0]])
  }
}
