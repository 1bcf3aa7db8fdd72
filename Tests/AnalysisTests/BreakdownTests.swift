import Analysis
import Metrics
import Testing

/// A metric cut by a dimension.
@Suite struct BreakdownTests {
  private func evaluator(segment: Segment = Segment()) throws -> Evaluator {
    let table = try Table(
      """
      day        channel region leads cost people
      2026-11-02 paid    east   10    100  1
      2026-11-03 paid    west   20    500  2
      2026-11-02 organic east   50    -    1
      2026-11-03 mail    west   20    60   3
      """, dimensions: ["channel", "region"])
    let metrics = [
      measured("leads"), measured("cost"), measured("people", .distinct),
      try computed("cpa", "cost / leads"), try computed("double", "leads * 2"),
      try computed("minus", "-cost"),
    ]
    return try Snapshot(
      table, metrics,
      targets: [target("leads", .week, 140, for: Segment(["channel": ["paid"]]))]
    ).evaluator(asOf: "2026-11-03", segment: segment)
  }

  private func breakdown(
    _ metric: String, by dimension: String = "channel", segment: Segment = Segment()
  ) throws -> Breakdown {
    let evaluator = try evaluator(segment: segment)
    return Breakdown(metric, by: dimension, in: try evaluator.period("2026-W45"), of: evaluator)
  }

  @Test func theLargestComesFirstAndEqualOnesByName() throws {
    let rows = try breakdown("leads").rows
    #expect(rows.map(\.value) == ["organic", "paid", "mail"])
    #expect(try breakdown("double", by: "region").rows.map(\.value) == ["east", "west"])
    let people = try breakdown("people").rows
    #expect(people.map(\.value) == ["paid", "mail", "organic"])
    #expect(people.map(\.reading.value.value) == [2, 1, 1])
  }

  @Test(arguments: ["leads", "double", "cost", "minus"])
  func segmentsOfAnAdditiveMetricAddUp(metric: String) throws {
    let evaluator = try evaluator()
    let whole = try #require(evaluator.value(metric, in: evaluator.period("2026-W45")).value)
    for dimension in ["channel", "region"] {
      let breakdown = try breakdown(metric, by: dimension)
      #expect(breakdown.addsUp)
      #expect(breakdown.rows.compactMap(\.reading.value.value).reduce(0, +) == whole)
    }
  }

  @Test func sharesAreOfTheWhole() throws {
    #expect(try breakdown("leads").rows.map(\.share) == [0.5, 0.3, 0.2])
    #expect(try breakdown("minus").rows.allSatisfy { $0.share == nil })
  }

  @Test func ratesAndDistinctCountsDoNotAddUp() throws {
    for metric in ["cpa", "people"] {
      let breakdown = try breakdown(metric)
      #expect(!breakdown.addsUp)
      #expect(breakdown.rows.allSatisfy { $0.share == nil })
    }
    // 600 / 30, 60 / 20, and organic, which has no costs: 0 / 50.
    #expect(try breakdown("cpa").rows.map(\.reading.value.value) == [20, 3, 0])
  }

  @Test func anAmountOfNothingTellsNothingButARateOfZeroDoes() throws {
    let west = Segment(["region": ["west"]])
    #expect(try breakdown("leads", segment: west).tellingRows.map(\.value) == ["mail", "paid"])
    #expect(try breakdown("cpa").tellingRows.count == 3)
    let nowhere = Segment(["region": ["north"]])
    #expect(try breakdown("leads", segment: nowhere).tellingRows.count == 3)
  }

  @Test func aFilterNarrowsTheRows() throws {
    let west = Segment(["region": ["west"]])
    let rows = try breakdown("leads", segment: west).rows
    #expect(rows.map(\.value) == ["mail", "paid", "organic"])
    #expect(rows.map(\.share) == [0.5, 0.5, 0])
    let two = Segment(["channel": ["paid", "mail"]])
    #expect(try breakdown("leads", segment: two).rows.map(\.value) == ["paid", "mail"])
    #expect(try breakdown("leads", segment: two).rows.map(\.share) == [0.6, 0.4])
  }

  @Test func aSegmentIsHeldAgainstItsOwnTarget() throws {
    let rows = try breakdown("leads").rows
    // 30 in two days, of which a week's 140 want 40.
    #expect(rows.map { $0.reading.attainment?.ratio } == [nil, 0.75, nil])
  }

  @Test func aDimensionThatNoSourceHasGivesNoRows() throws {
    #expect(try breakdown("leads", by: "country").rows.isEmpty)
    #expect(try breakdown("orders").rows.isEmpty)
  }

  @Test func sourcesThatAreOneChannelEachAddUp() throws {
    let tables = try [
      "search": Table("day channel search_cost\n2026-11-02 search 70", dimensions: ["channel"]),
      "social": Table("day channel social_cost\n2026-11-02 social 30", dimensions: ["channel"]),
      "web": Table("day visits\n2026-11-02 1000"),
    ]
    let definitions = Definitions(metrics: [
      measured("search_cost", source: "search"), measured("social_cost", source: "social"),
      measured("visits", source: "web"), try computed("cost", "search_cost + social_cost"),
      try computed("each", "cost / visits"),
    ])
    let evaluator = try Snapshot(tables, definitions).evaluator(asOf: "2026-11-02")
    let period = try evaluator.period("2026-11-02")
    let breakdown = Breakdown("cost", by: "channel", in: period, of: evaluator)
    #expect(breakdown.rows.map(\.value) == ["search", "social"])
    #expect(breakdown.rows.map(\.share) == [0.7, 0.3])
    // Visits have no channel: what cannot be cut is not available in any.
    let each = Breakdown("each", by: "channel", in: period, of: evaluator).rows
    #expect(each.map(\.value) == ["search", "social"])
    #expect(
      each.allSatisfy {
        $0.reading.value.reason == .unknownDimension(source: "web", dimension: "channel")
      })
    #expect(Breakdown.dimensions(for: "each", evaluator.snapshot) == ["channel"])
    #expect(Breakdown.dimensions(for: "visits", evaluator.snapshot).isEmpty)
  }
}
