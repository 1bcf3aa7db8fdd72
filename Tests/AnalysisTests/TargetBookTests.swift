import Analysis
import Metrics
import Testing

/// Which target is in force, and what it says about a period.
@Suite struct TargetBookTests {
  private let metrics: [MetricDefinition]
  private let paid = Segment(["channel": ["paid"]])

  init() throws {
    metrics = [
      measured("leads"), measured("mrr", .last), measured("users", .distinct),
      measured("age", .mean), try computed("cvr", "leads / visits"), measured("visits"),
      try computed("revenue", "leads * age"), try computed("arpa", "revenue / mrr"),
    ]
  }

  private func goal(
    _ metric: String, in label: String, _ targets: [Target], asOf date: String = "2027-12-31",
    segment: Segment = Segment()
  ) throws -> Double? {
    let table = try Table("day leads\n2020-01-01 1")
    let evaluator = try Snapshot(table, metrics, targets: targets)
      .evaluator(asOf: date, segment: segment)
    let value = TargetBook(evaluator).value(metric, in: try evaluator.window(label))
    return value.map { ($0 * 1e9).rounded() / 1e9 }
  }

  @Test func aTargetOfThePeriodsOwnGrainCountsFirst() throws {
    let targets = try [target("leads", .month, 310), target("leads", .week, 50)]
    #expect(try goal("leads", in: "2026-W46", targets) == 50)
    #expect(try goal("leads", in: "2026-11", targets) == 310)
  }

  @Test func aWeekAcrossTwoMonthsHasAPartOfEach() throws {
    // 26 October to 1 November 2026: 6 of 31 days of 310, and 1 of 30 days of 600.
    let targets = try [
      target("leads", .month, 310), target("leads", .month, from: "2026-11-01", 600),
    ]
    #expect(try goal("leads", in: "2026-W44", targets) == 80)
    // 2 to 8 November: 7 of 30 days of 600.
    #expect(try goal("leads", in: "2026-W45", targets) == 140)
  }

  @Test func aQuarterIsItsMonths() throws {
    let targets = try [
      target("leads", .month, 100), target("leads", .month, from: "2026-12-01", 150),
    ]
    #expect(try goal("leads", in: "2026-Q4", targets) == 350)
    #expect(try goal("leads", in: "2026", targets) == 1250)
  }

  @Test func ofSeveralShorterGrainsTheLongestCounts() throws {
    let targets = try [target("leads", .month, 100), target("leads", .week, 7)]
    #expect(try goal("leads", in: "2026-Q4", targets) == 300)
  }

  @Test func ofSeveralLongerGrainsTheShortestCounts() throws {
    let targets = try [target("leads", .quarter, 920), target("leads", .year, 3650)]
    // 30 of the quarter's 92 days, and 7 of the year's 365.
    #expect(try goal("leads", in: "2026-11", targets) == 300)
    #expect(try goal("leads", in: "2026-W46", [targets[1]]) == 70)
  }

  @Test func toDateItIsThePartThatHasElapsed() throws {
    let month = [try target("leads", .month, 300)]
    #expect(try goal("leads", in: "2026-11", month, asOf: "2026-11-15") == 150)
    #expect(try goal("leads", in: "2026-Q4", month, asOf: "2026-11-15") == 450)
    let year = [try target("leads", .year, 3650)]
    #expect(try goal("leads", in: "2026", year, asOf: "2026-01-10") == 100)
    #expect(try goal("leads", in: "2026-11", month, asOf: "2026-10-31") == nil)
  }

  @Test(arguments: ["2026-11-11", "2026-W46", "2026-11", "2026-Q4", "2026"])
  func aRateHoldsUnchangedAtAnyLength(label: String) throws {
    #expect(try goal("cvr", in: label, [target("cvr", .month, 0.02)]) == 0.02)
    #expect(try goal("cvr", in: label, [target("cvr", 0.02)]) == 0.02)
    #expect(try goal("age", in: label, [target("age", .quarter, 14)]) == 14)
    #expect(try goal("mrr", in: label, [target("mrr", .month, 5_000_000)]) == 5_000_000)
    // Without a grain even an amount holds as it is.
    #expect(try goal("leads", in: label, [target("leads", 42)]) == 42)
  }

  @Test func aStockIsHeldAgainstTheTargetOfItsLastDay() throws {
    let targets = try [
      target("mrr", .month, from: "2026-10-01", 100),
      target("mrr", .month, from: "2026-11-01", 110),
      target("mrr", .month, from: "2026-12-01", 120),
    ]
    #expect(try goal("mrr", in: "2026-Q4", targets) == 120)
    #expect(try goal("mrr", in: "2026-Q4", targets, asOf: "2026-11-15") == 110)
    #expect(try goal("mrr", in: "2026-W44", targets) == 110)
  }

  @Test func aDistinctCountHasATargetAtItsOwnGrainOnly() throws {
    let targets = [try target("users", .month, 900)]
    #expect(try goal("users", in: "2026-11", targets) == 900)
    for label in ["2026-11-11", "2026-W46", "2026-Q4", "2026"] {
      #expect(try goal("users", in: label, targets) == nil)
    }
  }

  @Test func whatGrowsWithTimeIsSpreadThoughItIsAFormula() throws {
    #expect(try goal("revenue", in: "2026-W46", [target("revenue", .month, 300)]) == 70)
    #expect(try goal("revenue", in: "2026-Q4", [target("revenue", .month, 300)]) == 900)
    #expect(try goal("arpa", in: "2026-W46", [target("arpa", .month, 300)]) == 70)
  }

  @Test func aTargetIsInForceFromItsDateUntilTheNext() throws {
    let targets = try [
      target("leads", .month, from: "2026-12-01", 300),
      target("leads", .month, from: "2026-10-01", 100),
    ]
    #expect(try goal("leads", in: "2026-09", targets) == nil)
    #expect(try goal("leads", in: "2026-10", targets) == 100)
    #expect(try goal("leads", in: "2026-11", targets) == 100)
    #expect(try goal("leads", in: "2026-12", targets) == 300)
    #expect(try goal("leads", in: "2026-Q3", targets) == nil)
  }

  @Test func aTargetThatStartsWithinAPeriodHoldsForItUnlessThereWasOne() throws {
    let late = try target("leads", .month, from: "2026-11-16", 200)
    #expect(try goal("leads", in: "2026-11", [late]) == 200)
    #expect(try goal("leads", in: "2026-10", [late]) == nil)
    let both = [late, try target("leads", .month, from: "2026-01-01", 100)]
    #expect(try goal("leads", in: "2026-11", both) == 100)
    #expect(try goal("leads", in: "2026-12", both) == 200)
    let rate = try [
      target("cvr", from: "2026-01-01", 0.02), target("cvr", from: "2026-11-16", 0.03),
    ]
    #expect(try goal("cvr", in: "2026-11", rate) == 0.02)
    #expect(try goal("cvr", in: "2026-12", rate) == 0.03)
  }

  @Test func aGrainThatIsNotInForceYetGivesWay() throws {
    let targets = try [
      target("leads", .month, 300), target("leads", .week, from: "2026-12-07", 90),
    ]
    #expect(try goal("leads", in: "2026-W46", targets) == 70)
    #expect(try goal("leads", in: "2026-W50", targets) == 90)
  }

  @Test func aSegmentHasItsOwnTargets() throws {
    let targets = try [target("leads", .month, 300), target("leads", .month, 80, for: paid)]
    let organic = Segment(["channel": ["organic"]])
    #expect(try goal("leads", in: "2026-11", targets) == 300)
    #expect(try goal("leads", in: "2026-11", targets, segment: paid) == 80)
    #expect(try goal("leads", in: "2026-11", targets, segment: organic) == nil)
    #expect(try goal("leads", in: "2026-11", [targets[1]]) == nil)
  }

  @Test func withoutATargetThereIsNothingToReach() throws {
    #expect(try goal("leads", in: "2026-11", []) == nil)
    #expect(try goal("leads", in: "2026-11", [target("visits", .month, 1)]) == nil)
    #expect(try goal("nothing", in: "2026-11", [target("leads", .month, 1)]) == nil)
  }

  @Test func theOwnTargetIsTheOneOfTheLongestGrain() throws {
    let targets = try [
      target("leads", .week, 50), target("leads", .month, 310), target("cvr", 0.02),
    ]
    let evaluator = try Snapshot(Table("day leads\n2020-01-01 1"), metrics, targets: targets)
      .evaluator(asOf: "2026-11-11")
    let book = TargetBook(evaluator)
    #expect(book.own("leads", at: evaluator.asOf)?.target.value == 310)
    #expect(book.own("leads", at: evaluator.asOf)?.period.range.text == "2026-11-01 2026-11-30")
    #expect(book.own("cvr", at: evaluator.asOf)?.target.value == 0.02)
    #expect(book.own("visits", at: evaluator.asOf) == nil)
    #expect(book.own("leads", at: try day("2024-12-01")) == nil)
  }
}
