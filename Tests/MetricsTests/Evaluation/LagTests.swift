import Testing

@testable import Metrics

/// Formulas that look back in time.
@Suite struct LagTests {
  /// One row a day from 2026-09-01 to 2026-11-15, worth 1 each in September, 10 in October, 100 in
  /// November.
  private let snapshot: Snapshot

  init() throws {
    let first = try #require(Day(iso: "2026-09-01"))
    let worth: [Int: Double] = [9: 1, 10: 10, 11: 100]
    let rows = (0..<76).map { offset in
      let day = first + offset
      return Table.Row(day: day, segment: [], values: ["sales": worth[day.civil.month] ?? 0])
    }
    snapshot = Snapshot(
      Table(dimensions: [], rows: rows),
      [
        measured("sales"), measured("level", .last, of: "sales"),
        try computed("before", "lag(sales, 1)"), try computed("twoBefore", "lag(sales, 2)"),
        try computed("growth", "sales / lag(sales, 1) - 1"),
        try computed("total", "cumulative(sales)"), try computed("totalBefore", "lag(total, 1)"),
        try computed("beforeTotal", "cumulative(before)"),
        try computed("average", "cumulative(sales) / cumulative(days)"),
        measured("days", .count, of: "sales"),
      ])
  }

  @Test func aWholePeriodLooksAtTheWholePeriodBefore() throws {
    #expect(try snapshot.value("before", "2026-10").value == 30)
    #expect(try snapshot.value("growth", "2026-10").value == 310.0 / 30 - 1)
  }

  @Test func aPartialPeriodLooksAtAsManyDays() throws {
    #expect(try snapshot.value("sales", "2026-11").value == 1500)
    #expect(try snapshot.value("before", "2026-11").value == 150)
    #expect(try snapshot.value("twoBefore", "2026-11").value == 15)
    #expect(try snapshot.value("growth", "2026-11").value == 9)
  }

  @Test func aPartialPeriodLooksAtNoMoreDaysThanThereWere() throws {
    // On 31 October of which September has no counterpart: all of September's 30 days.
    #expect(try snapshot.value("before", "2026-10", asOf: "2026-10-30").value == 30)
    #expect(try snapshot.value("before", "2026-10", asOf: "2026-10-15").value == 15)
  }

  @Test func aPeriodBeforeTheFirstObservationIsNotZero() throws {
    let value = try snapshot.value("before", "2026-09")
    #expect(value.reason == .noData)
    #expect(try snapshot.value("growth", "2026-09").value == nil)
  }

  @Test func lagCountsInPeriodsOfTheGrain() throws {
    #expect(try snapshot.value("before", "2026-11-01").value == 10)
    #expect(try snapshot.value("twoBefore", "2026-10-02").value == 1)
    // Week 45 is 2 to 8 November; week 44 has six October days and 1 November.
    #expect(try snapshot.value("before", "2026-W45").value == 160)
  }

  @Test func aRunningTotalStartsWithTheFirstObservation() throws {
    #expect(try snapshot.value("total", "2026-09").value == 30)
    #expect(try snapshot.value("total", "2026-10").value == 340)
    #expect(try snapshot.value("total", "2026-11").value == 1840)
    #expect(try snapshot.value("total", "2026-10-02").value == 50)
    #expect(try snapshot.value("total", "2026-08").reason == .noData)
    #expect(try snapshot.value("average", "2026-10").value == 340.0 / 61)
  }

  @Test func aRunningTotalStopsAtTheAsOfDate() throws {
    #expect(try snapshot.value("total", "2026-10", asOf: "2026-10-10").value == 130)
  }

  @Test func theTotalBeforeIsTheTotalOfThePeriodBefore() throws {
    #expect(try snapshot.value("totalBefore", "2026-10").value == 30)
    #expect(try snapshot.value("totalBefore", "2026-11").value == 180)
  }

  @Test func theRunningTotalOfALaggedMetricEndsAPeriodEarlier() throws {
    #expect(try snapshot.value("beforeTotal", "2026-09").reason == .noData)
    #expect(try snapshot.value("beforeTotal", "2026-10").value == 30)
    #expect(try snapshot.value("beforeTotal", "2026-11").value == 180)
  }

  @Test func unlikePeriodsDoNotMixTheirCoverage() throws {
    // 31 days of 31 and 30 of 30 are full together: neither is 30 of 31.
    let coverage = try snapshot.value("growth", "2026-10").coverage
    #expect(coverage.covered == coverage.days)
    #expect(coverage.isFull)
  }

  @Test func theSpanOfAFormulaIsThatOfItsOperandsUpToTheAsOfDate() throws {
    let evaluator = Evaluator(snapshot, asOf: try #require(Day(iso: "2026-10-10")))
    let span = try #require(evaluator.span("growth"))
    #expect(span.start.description == "2026-09-01")
    #expect(span.last.description == "2026-10-10")
    #expect(evaluator.span("unknown") == nil)
    let early = Evaluator(snapshot, asOf: try #require(Day(iso: "2026-08-31")))
    #expect(early.span("sales") == nil)
  }
}
