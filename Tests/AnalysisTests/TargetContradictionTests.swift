import Analysis
import Metrics
import Testing

/// Targets that cannot be met together are found, and others are not accused.
@Suite struct TargetContradictionTests {
  private let metrics: [MetricDefinition]

  init() throws {
    metrics = [
      measured("contracts"), measured("price", .mean), try computed("revenue", "contracts * price"),
      measured("leads"), measured("sessions"), try computed("cvr", "leads / sessions"),
      measured("cost"), try computed("cpa", "cost / leads"), measured("mrr", .last),
      try computed("growth", "mrr / lag(mrr, 1) - 1"), try computed("ever", "cumulative(leads)"),
      try computed("known", "coalesce(cost, leads)"), measured("users", .distinct),
      try computed("each", "leads / users"),
    ]
  }

  private func found(_ targets: [Target]) throws -> [TargetContradiction] {
    let table = try Table("day contracts\n2020-01-01 1")
    return TargetContradiction.all(
      try Snapshot(table, metrics, targets: targets).evaluator(asOf: "2026-11-11"))
  }

  @Test func aThousandContractsOfFiftyThousandAreNotAHundredMillion() throws {
    let contradictions = try found([
      target("contracts", .month, 1000), target("price", 50_000),
      target("revenue", .month, 100_000_000),
    ])
    let only = try #require(contradictions.first)
    #expect(contradictions.count == 1)
    #expect(only.metric == "revenue")
    #expect(only.target == 100_000_000)
    #expect(only.implied == 50_000_000)
    #expect(only.deviation == -0.5)
    #expect(only.operands == ["contracts": 1000, "price": 50_000])
    #expect(only.period.range.text == "2026-11-01 2026-11-30")
  }

  @Test(arguments: [
    (50_000_000.0, 0), (50_400_000, 0), (49_600_000, 0), (50_600_000, 1), (49_400_000, 1), (0, 0),
  ])
  func withinOnePercentTargetsAgree(revenue: Double, count: Int) throws {
    // 50 / 50.4 is 0.8 % off, 50 / 50.6 is 1.2 % off. A target of 0 has no per cent.
    let contradictions = try found([
      target("contracts", .month, 1000), target("price", 50_000),
      target("revenue", .month, revenue),
    ])
    #expect(contradictions.count == count)
  }

  @Test func aRatesTargetIsHeldAgainstTheCounts() throws {
    let counts = try [target("leads", .month, 300), target("sessions", .month, 10_000)]
    #expect(try found(counts + [target("cvr", 0.03)]).isEmpty)
    let only = try #require(try found(counts + [target("cvr", 0.02)]).first)
    #expect(only.metric == "cvr")
    #expect(only.implied == 0.03)
    #expect(abs(only.deviation - 0.5) < 1e-12)
  }

  @Test func unlikeGrainsMeetInTheLongest() throws {
    // November has 30 days: 70 leads a week are 300, for which 3,000 yen make 10 each.
    let targets = try [target("leads", .week, 70), target("cost", .month, 3000)]
    #expect(try found(targets + [target("cpa", 10)]).isEmpty)
    let only = try #require(try found(targets + [target("cpa", .week, 20)]).first)
    #expect(abs(only.implied - 10) < 1e-9)
    #expect(abs((only.operands["leads"] ?? 0) - 300) < 1e-9)
    #expect(only.period.grain == .month)
  }

  @Test func aYearIsHeldAgainstItsMonths() throws {
    let targets = try [
      target("contracts", .month, 10), target("contracts", .month, from: "2026-07-01", 30),
      target("price", 100),
    ]
    // Six months of 10 and six of 30 are 240.
    #expect(try found(targets + [target("revenue", .year, 24_000)]).isEmpty)
    #expect(try found(targets + [target("revenue", .year, 12_000)]).first?.implied == 24_000)
  }

  @Test func growthIsHeldAgainstTheTargetsBeforeAndAfter() throws {
    let targets = try [
      target("mrr", .month, from: "2026-10-01", 100),
      target("mrr", .month, from: "2026-11-01", 105),
    ]
    #expect(try found(targets + [target("growth", 0.05)]).isEmpty)
    let only = try #require(try found(targets + [target("growth", 0.10)]).first)
    #expect(abs(only.implied - 0.05) < 1e-12)
    #expect(only.operands == ["mrr": 105])
    #expect(try found([targets[1], target("growth", 0.10)]).isEmpty)
  }

  @Test func whereATargetIsMissingNothingIsContradicted() throws {
    #expect(try found([]).isEmpty)
    #expect(try found([target("leads", .month, 300), target("cvr", 0.02)]).isEmpty)
    #expect(try found([target("leads", .month, 3), target("sessions", .month, 9)]).isEmpty)
    #expect(try found([target("leads", .month, 3), target("known", .month, 9)]).isEmpty)
    #expect(try found([target("leads", .month, 3), target("ever", .month, 9)]).isEmpty)
    #expect(
      try found([target("leads", .month, 3), target("sessions", .month, 0), target("cvr", 0.02)])
        .isEmpty)
    // Nobody can say what a week's distinct users are in a month.
    #expect(
      try found([target("leads", .month, 3), target("users", .week, 3), target("each", 9)])
        .isEmpty)
  }
}
