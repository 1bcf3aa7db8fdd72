import Testing

@testable import Metrics
@testable import MetricsStore

private func source(
  _ layout: SourceDefinition.Layout, date: ColumnName? = column("date"),
  where condition: String? = nil, cadence: Grain = .day,
  dimensions: [Dimension] = [Dimension(name: "channel", origin: .column(column("channel")))]
) throws -> SourceDefinition {
  SourceDefinition(
    name: "s", files: files("data/*.csv"), date: date, layout: layout, dimensions: dimensions,
    condition: try condition.map { try RowCondition(parsing: $0) }, cadence: cadence, place: here)
}

private func wide(
  _ names: String..., where condition: String? = nil, cadence: Grain = .day
) throws -> SourceDefinition {
  try source(
    .wide(measures: names.map { MeasureColumn(name: $0, column: column($0)) }),
    where: condition, cadence: cadence)
}

@Suite struct WideRows {
  @Test func everyRollupOfTheSameRows() throws {
    let csv = """
      date,channel,value,n,user
      2026-11-01,a,10,1,ann
      2026-11-01,a,20,3,bob
      2026-11-01,b,60,4,ann
      2026-11-02,a,-,2,
      2026-11-03,a,5,2,eve
      """
    let loaded = Loaded(
      try wide("value", "n", "user"),
      [
        measured("sum", "s", "value"), measured("mean", "s", "value", .mean),
        measured("weighted", "s", "value", .mean, weight: "n"), measured("min", "s", "value", .min),
        measured("max", "s", "value", .max), measured("first", "s", "value", .first),
        measured("last", "s", "value", .last), measured("count", "s", "value", .count),
        measured("users", "s", "user", .distinct), measured("named", "s", "user", .count),
      ], csv: csv)
    #expect(loaded.codes == [])
    func value(_ metric: String) -> Double? { loaded.value(metric, "2026-11-01", "2026-11-03") }
    #expect(value("sum") == 95)
    #expect(value("mean") == 23.75)
    #expect(value("weighted") == (10 + 60 + 240 + 10) / 10.0)
    #expect(value("min") == 5)
    #expect(value("max") == 60)
    #expect(value("first") == 90)
    #expect(value("last") == 5)
    #expect(value("count") == 4)
    #expect(value("users") == 3)
    #expect(value("named") == 4)
  }

  @Test func aDayWithoutAValueIsNotCovered() throws {
    let loaded = Loaded(
      try wide("value"), [measured("sum", "s", "value")],
      csv: "date,channel,value\n2026-11-01,a,1\n2026-11-02,a,\n2026-11-03,a,0\n")
    #expect(loaded.value("sum", "2026-11-02") == nil)
    #expect(loaded.value("sum", "2026-11-03") == 0)
    #expect(loaded.snapshot.latestDay == day("2026-11-03"))
  }

  @Test func theLastDayIsNotInTheFuture() throws {
    let loaded = Loaded(
      try wide("value"), [measured("sum", "s", "value")],
      csv: "date,channel,value\n2026-11-01,a,1\n2026-12-24,a,1\n")
    #expect(loaded.snapshot.latestDay == day("2026-11-01"))
  }

  @Test func wrongCellsAreRefusedWhereTheyStand() throws {
    let loaded = Loaded(
      try wide("value"), [measured("sum", "s", "value")],
      csv: "date,channel,value\n2026-11-01,表示,x\n11/1,a,2\n,a,3\n2026-11-01,a,4\n")
    #expect(loaded.value("sum", "2026-11-01") == 4)
    #expect(loaded.codes == ["not-a-number", "not-a-date", "no-date"])
    #expect(loaded.places == ["data/a.csv:2:15", "data/a.csv:3:1", "data/a.csv:4:1"])
    #expect(
      loaded.snapshot.issues.first?.message == "\"x\" is not a number; the row is left out")
    #expect(loaded.snapshot.files.first?.rejected == 3)
  }

  @Test func theSourcesConditionLeavesRowsOut() throws {
    let loaded = Loaded(
      try wide("value", where: "`Sent to` != \"test\" and value < 100"),
      [measured("sum", "s", "value")],
      csv: "date,channel,value,Sent to\n2026-11-01,a,1,x\n2026-11-01,a,2,test\n2026-11-01,a,500,x\n"
    )
    #expect(loaded.value("sum", "2026-11-01") == 1)
    #expect(loaded.snapshot.files.map(\.excluded) == [2])
    #expect(loaded.snapshot.files.map(\.rows) == [1])
  }

  @Test func aMonthlyRowCoversItsWholeMonth() throws {
    let loaded = Loaded(
      try wide("value", cadence: .month), [measured("mrr", "s", "value", .last)],
      csv: "date,channel,value\n2026-10-31,a,5\n2026-11-01,a,6\n")
    let covered = loaded.snapshot.sources["s"]?.coverage["value"]
    #expect(covered?.span == DayRange(day("2026-10-01"), through: day("2026-11-30")))
    #expect(covered?.missing(in: DayRange(day("2026-10-01"), through: day("2026-11-30"))) == 0)
    #expect(loaded.snapshot.latestDay == day("2026-11-01"))
  }

  @Test func constantsAndHostileValuesOfDimensions() throws {
    let source = try source(
      .wide(measures: [MeasureColumn(name: "value", column: column("value"))]),
      dimensions: [
        Dimension(name: "medium", origin: .constant("Paid")),
        Dimension(name: "channel", origin: .column(column("channel"))),
      ])
    let loaded = Loaded(
      source, [measured("sum", "s", "value")],
      csv:
        "date,channel,value\n2026-11-01,\u{1B}[31mred,1\n2026-11-01,a\u{200B}b,2\n2026-11-01,ab,3\n"
    )
    #expect(loaded.snapshot.values(of: "medium") == ["Paid"])
    #expect(loaded.snapshot.values(of: "channel") == ["ab", "∙[31mred"])
    let part = Segment(["channel": ["ab"], "medium": ["Paid"]])
    #expect(loaded.value("sum", "2026-11-01", nil, part) == 5)
  }
}

@Suite struct TidyRows {
  private let csv = """
    date,channel,metric,value
    2026-11-01,a,nps,40
    2026-11-01,a,csat,4.5
    2026-11-02,a,csat,
    2026-11-02,a,other,not a number
    2026-11-03,b,nps,x
    """

  @Test func eachRowNamesItsMeasure() throws {
    let loaded = Loaded(
      try source(.tidy(metric: column("metric"), value: column("value"))),
      [measured("nps", "s", "nps", .mean), measured("csat", "s", "csat", .mean)], csv: csv)
    #expect(loaded.value("nps", "2026-11-01") == 40)
    #expect(loaded.value("csat", "2026-11-01") == 4.5)
    #expect(loaded.value("csat", "2026-11-02") == nil)
    #expect(loaded.codes == ["not-a-number", "unused-measures"])
    #expect(loaded.places == ["data/a.csv:6:18", "data/a.csv"])
    #expect(loaded.snapshot.latestDay == day("2026-11-01"))
  }

  @Test func aWeightFromAnotherRowIsAMistake() throws {
    let loaded = Loaded(
      try source(.tidy(metric: column("metric"), value: column("value"))),
      [measured("nps", "s", "nps", .mean, weight: "csat")], csv: csv)
    #expect(loaded.codes.contains("weight-in-tidy"))
  }
}

@Suite struct RecordSources {
  private func deals(cadence: Grain = .day) throws -> SourceDefinition {
    try source(
      .records(
        id: column("ID"),
        events: [
          Event(name: "opened", date: column("Created")),
          Event(
            name: "won", date: column("Closed"),
            condition: try RowCondition(parsing: "Stage = \"Won\"")),
        ],
        measures: [
          MeasureColumn(name: "amount", column: column("Amount"), event: "won"),
          MeasureColumn(name: "age", column: column("Age")),
          MeasureColumn(name: "buyer", column: column("Buyer"), event: "won"),
        ]), date: column("Seen"), cadence: cadence, dimensions: [])
  }

  private let metrics = [
    measured("opened", "s", "opened"), measured("won", "s", "won", .count),
    measured("amount", "s", "amount"), measured("age", "s", "age", .mean, weight: "won"),
    measured("buyers", "s", "buyer", .distinct),
  ]

  private let csv = """
    ID,Created,Closed,Stage,Amount,Age,Seen,Buyer
    1,2026-11-01,2026-11-05,Won,"1,000",10,2026-11-06,ann
    2,2026-11-01,2026-11-09,Lost,500,20,2026-11-06,bob
    3,2026-11-02,2026-12-24,Won,700,30,2026-11-06,ann
    4,2026-11-03,,Open,,,,

    """

  @Test func eachEventCountsByItsOwnDate() throws {
    let loaded = Loaded(try deals(), metrics, csv: csv)
    #expect(loaded.codes == [])
    #expect(loaded.value("opened", "2026-11-01") == 2)
    #expect(loaded.value("won", "2026-11-01", "2026-11-12") == 1)
    #expect(loaded.value("won", "2026-11-01", "2026-12-31") == 1)
    #expect(loaded.value("amount", "2026-11-05") == 1000)
    #expect(loaded.value("amount", "2026-11-06") == 0)
    #expect(loaded.value("buyers", "2026-11-01", "2026-11-10") == 1)
  }

  @Test func aMeanIsWeightedByWhetherAnEventHappened() throws {
    let loaded = Loaded(try deals(), metrics, csv: csv)
    #expect(loaded.value("age", "2026-11-06") == 20)
  }

  @Test func coverageReachesFromTheFirstEventToTheLast() throws {
    let loaded = Loaded(try deals(), metrics, csv: csv)
    let covered = loaded.snapshot.sources["s"]?.coverage["won"]
    #expect(covered?.span == DayRange(day("2026-11-01"), through: day("2026-11-06")))
    #expect(loaded.snapshot.latestDay == day("2026-11-06"))
    let weekly = Loaded(try deals(cadence: .week), metrics, csv: csv)
    #expect(
      weekly.snapshot.sources["s"]?.coverage["won"]?.span
        == DayRange(day("2026-11-01"), through: day("2026-11-12")))
  }

  @Test func aLaterRowReplacesAnEarlierOneOverAllFiles() throws {
    let folder = TemporaryFolder()
    folder.write(csv, to: "data/a.csv")
    folder.write(
      """
      ID,Created,Closed,Stage,Amount,Age,Seen,Buyer
      2,2026-11-01,2026-11-04,Won,600,,,eve
      2,2026-11-01,2026-11-04,Won,650,,,eve
      """, to: "data/b.csv")
    let loaded = Loaded(Definitions(sources: [try deals()], metrics: metrics), in: folder)
    #expect(loaded.value("opened", "2026-11-01") == 2)
    #expect(loaded.value("amount", "2026-11-01", "2026-11-06") == 1650)
    #expect(loaded.codes == ["duplicate-record"])
    #expect(loaded.places == ["data/b.csv:2"])
    #expect(
      loaded.snapshot.issues.first?.message
        == """
        2 records stand twice, and the later counts: line 2 replaces data/a.csv:3, line 3 replaces 2
        """)
    #expect(loaded.snapshot.files.map(\.rows) == [3, 1])
  }

  @Test func aRecordNeedsAnIdentifierAndItsDatesMustBeDates() throws {
    let loaded = Loaded(
      try deals(), metrics,
      csv: "ID,Created,Closed,Stage,Amount,Age,Seen,Buyer\n,2026-11-01,,,,,,\n7,soon,,,,,,\n")
    #expect(loaded.codes == ["no-identifier", "not-a-date"])
    #expect(loaded.snapshot.files.first?.rows == 0)
  }
}
