import Testing

@testable import Metrics

/// Not available is never 0, and a true zero is 0.
@Suite struct AvailabilityTests {
  /// January, nothing in February, March; organic never has costs.
  private let snapshot: Snapshot

  init() throws {
    let table = try Table(
      """
      day        channel sales cost
      2026-01-05 paid    5     10
      2026-01-06 organic 3     -
      2026-03-02 paid    0     0
      2026-03-03 paid    0     0
      2026-03-04 paid    0     2
      2026-03-05 paid    0     0
      2026-03-06 paid    0     0
      """, dimensions: ["channel"])
    snapshot = Snapshot(
      table,
      [
        measured("sales"), measured("cost"), measured("rows", .count, of: "cost"),
        measured("level", .last, of: "cost"), measured("average", .mean, of: "cost"),
        measured("people", .distinct, of: "sales"), try computed("cpa", "cost / sales"),
        try computed("nonsense", "sales + nothing"), measured("lost", source: "elsewhere"),
      ])
  }

  private let organic = Segment(["channel": ["organic"]])
  private let paid = Segment(["channel": ["paid"]])

  @Test func aMonthWithoutObservationsIsNotZero() throws {
    for metric in ["sales", "cost", "rows", "level", "average", "people", "cpa"] {
      let value = try snapshot.value(metric, "2026-02")
      #expect(value.value == nil)
      #expect(value.reason == .noData)
      #expect(value.coverage.covered == 0)
    }
  }

  @Test func aTrueZeroIsZero() throws {
    let value = try snapshot.value("sales", "2026-03")
    #expect(value.value == 0)
    #expect(value.reason == nil)
  }

  @Test func divisionByZeroIsNotAvailable() throws {
    let value = try snapshot.value("cpa", "2026-03")
    #expect(value.value == nil)
    #expect(value.reason == .divisionByZero)
  }

  @Test func aSegmentWithoutRowsOnCoveredDaysIsZeroWhereItIsASum() throws {
    #expect(try snapshot.value("sales", "2026-03", in: organic).value == 0)
    #expect(try snapshot.value("rows", "2026-03", in: organic).value == 0)
    #expect(try snapshot.value("people", "2026-03", in: organic).value == 0)
  }

  @Test func aSegmentWithoutRowsHasNoMeanAndNoLevel() throws {
    #expect(try snapshot.value("average", "2026-01", in: organic).reason == .noRows)
    #expect(try snapshot.value("level", "2026-01", in: organic).reason == .noRows)
  }

  @Test func whatIsUnknownIsNamed() throws {
    let country = Segment(["country": ["JP"]])
    #expect(
      try snapshot.value("sales", "2026-01", in: country).reason
        == .unknownDimension(source: "files", dimension: "country"))
    let mail = Segment(["channel": ["mail"]])
    #expect(try snapshot.value("sales", "2026-01", in: mail).value == 0)
    #expect(try snapshot.value("cpa", "2026-01", in: mail).reason == .divisionByZero)
    #expect(try snapshot.value("orders", "2026-01").reason == .unknownMetric("orders"))
    #expect(try snapshot.value("nonsense", "2026-01").reason == .unknownMetric("nothing"))
    #expect(try snapshot.value("lost", "2026-01").reason == .noData)
  }

  @Test func aPeriodThatHasNotBegunHasNoValue() throws {
    #expect(try snapshot.value("sales", "2026-04").reason == .notBegun)
    #expect(try snapshot.value("cpa", "2026-04").reason == .notBegun)
  }

  @Test func monthlyDataHasNoWeeks() throws {
    let table = try Table(
      """
      day        mrr
      2026-01-01 100
      2026-02-01 120
      """, cadence: .month)
    let snapshot = Snapshot(table, [measured("mrr", .last)])
    let asOf = "2026-02-28"
    for label in ["2026-01-05", "2026-W05"] {
      #expect(
        try snapshot.value("mrr", label, asOf: asOf).reason
          == .finerThanData(source: "files", cadence: .month))
    }
    #expect(try snapshot.value("mrr", "2026-01", asOf: asOf).value == 100)
    #expect(try snapshot.value("mrr", "2026-Q1", asOf: asOf).value == 120)
    #expect(try snapshot.value("mrr", "2026-01", asOf: asOf).coverage.isFull)
  }

  @Test func coverageCountsTheDaysThatHaveData() throws {
    // Mondays to Fridays are expected from March on, and Monday and Tuesday from January.
    let week = try snapshot.value("cost", "2026-W10", asOf: "2026-03-08").coverage
    #expect(week == Coverage(covered: 5, days: 7, missing: 0))
    let partial = try snapshot.value("cost", "2026-W10", asOf: "2026-03-03").coverage
    #expect(partial == Coverage(covered: 2, days: 2, missing: 0))
    let next = try snapshot.value("cost", "2026-W11", asOf: "2026-03-13").coverage
    #expect(next == Coverage(covered: 0, days: 5, missing: 5))
    #expect(!next.isFull)
  }

  @Test func aNumberBeyondEveryNumberIsNotAvailable() throws {
    let table = try Table(
      """
      day        huge tiny
      2026-01-01 1e308 1e-320
      2026-01-02 1e308 1e-320
      """)
    let snapshot = Snapshot(
      table,
      [
        measured("huge"), measured("tiny"), measured("most", .max, of: "huge"),
        try computed("product", "most * most"), try computed("quotient", "most / tiny"),
        try computed("inverse", "1 / (most * most)"),
      ])
    for metric in ["huge", "product", "quotient", "inverse"] {
      #expect(try snapshot.value(metric, "2026-01").reason == .noRows)
    }
    #expect(try snapshot.value("most", "2026-01").value == 1e308)
  }
}
