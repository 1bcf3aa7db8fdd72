import Analysis
import Metrics
import Testing

/// Where a funnel loses most.
@Suite struct FunnelReportTests {
  private let stages = ["visits", "leads", "mql", "sql", "won"]

  /// A funnel whose counts of the week of 2 November stand in a row, with rates' targets.
  private func report(
    _ counts: String, revenue: String = "-", references: [Double] = [],
    targets: [Target] = [], value: String? = "deal_value", stages: [String]? = nil,
    comparedTo comparison: ComparisonKind = .target
  ) throws -> FunnelReport {
    let stages = stages ?? self.stages
    let pairs = zip(stages, stages.dropFirst()).map { ($0.0, $0.1) }
    let rates = try pairs.map { try computed("\($0.1)_rate", "\($0.1) / \($0.0)") }
    let metrics =
      try stages.map { measured($0) } + rates
      + [measured("revenue"), computed("deal_value", "revenue / won")]
    let table = try Table(
      "day \(stages.joined(separator: " ")) revenue\n2026-11-02 \(counts) \(revenue)")
    let rateTargets = try zip(pairs, references).map { try target("\($0.0.1)_rate", $0.1) }
    let evaluator = try Snapshot(table, metrics, targets: rateTargets + targets)
      .evaluator(asOf: "2026-11-02")
    return FunnelReport(
      FunnelDefinition(name: "b2b", stages: stages, value: value),
      in: try evaluator.period("2026-11-02"), comparedTo: comparison, by: evaluator,
      targets: TargetBook(evaluator))
  }

  private func rounded(_ values: [Double?]) -> [Double?] { values.map { $0?.rounded() } }

  private func hundredths(_ values: [Double?]) -> [Double?] {
    rounded(values.map { $0.map { $0 * 100 } })
  }

  /// The worked example of the method: 120,000 visits; 2.0, 40, 30, 25 %; ¥500,000 each.
  private func example() throws -> FunnelReport {
    try report(
      "120000 2400 960 288 72", revenue: "36000000", references: [0.025, 0.40, 0.35, 0.24])
  }

  @Test func theWorkedExampleFindsTheFirstStep() throws {
    let report = try example()
    #expect(report.unitValue == 500_000)
    #expect(report.stages.map(\.rateFromPrevious) == [nil, 0.02, 0.4, 0.3, 0.25])
    // V · (r*/r − 1) with V = ¥36.0 M.
    #expect(
      rounded(report.stages.map(\.cost)) == [nil, 9_000_000, 0, 6_000_000, -1_440_000])
    #expect(report.bottleneck == 1)
    #expect(report.stages.dropFirst().allSatisfy { $0.reference?.source == .target })
    #expect(report.stages.first?.reference == nil)
  }

  @Test func theRateFromTheFirstStageIsOfAllVisits() throws {
    let rates = try example().stages.map(\.rateFromFirst)
    #expect(rates == [nil, 0.02, 0.008, 0.0024, 0.0006])
  }

  @Test func withoutAValueTheCostIsInPassesThroughTheLastStage() throws {
    let report = try report(
      "120000 2400 960 288 72", references: [0.025, 0.40, 0.35, 0.24], value: nil)
    #expect(report.unitValue == nil)
    // 72 customers: 18 more, none, 12 more, 2.88 fewer.
    #expect(hundredths(report.stages.map(\.cost)) == [nil, 1800, 0, 1200, -288])
    #expect(report.bottleneck == 1)
  }

  @Test func withEveryRateAtItsReferenceThereIsNoBottleneck() throws {
    #expect(
      try report("1000 100 50 10 5", references: [0.1, 0.5, 0.2, 0.5]).bottleneck == nil)
    #expect(
      try report("1000 100 50 10 5", references: [0.09, 0.4, 0.1, 0.4]).bottleneck == nil)
    // 0.1 + 0.2 is more than 0.3 by no more than a rounding error.
    let nearly = try report(
      "10 3", references: [0.1 + 0.2], value: nil, stages: ["visits", "leads"])
    #expect(nearly.bottleneck == nil)
  }

  @Test func aWeekWithoutASaleDoesNotHideWhatAnEarlyStageCosts() throws {
    let report = try report(
      "1000 10 5 2 0", references: [0.02, 0.5, 0.4, 0.25], value: nil)
    // 1000 × 0.01 × 0.5 × 0.4 × 0.25 (the reference, the rate being 0) = 0.5, and 2 × 0.25 = 0.5.
    #expect(report.stages.last?.rateFromPrevious == 0)
    #expect(report.stages[1].cost == 0.5)
    #expect(report.stages.last?.cost == 0.5)
    #expect(report.bottleneck == 1)
  }

  @Test func aStageThatNobodyReachedLeavesTheNextWithoutARate() throws {
    let report = try report(
      "1000 0 0 0 0", references: [0.02, 0.5, 0.4, 0.25], value: nil)
    #expect(report.stages.map(\.rateFromPrevious) == [nil, 0, nil, nil, nil])
    #expect(report.stages.map(\.rateFromFirst) == [nil, 0, 0, 0, 0])
    // 1000 × 0.02 × 0.5 × 0.4 × 0.25
    #expect(report.stages.map(\.cost) == [nil, 1, nil, nil, nil])
    #expect(report.bottleneck == 1)
  }

  @Test func aStageWithoutDataHasNoRateAndNoCost() throws {
    let report = try report(
      "1000 100 - 10 5", references: [0.2, 0.5, 0.2, 0.6], value: nil)
    #expect(report.stages[2].count.reason == .noData)
    #expect(report.stages.map(\.rateFromPrevious) == [nil, 0.1, nil, nil, 0.5])
    // 1000 × 0.1 × 0.5 × 0.2 × 0.5 with the missing rates at their references; 10 × 0.1.
    #expect(hundredths(report.stages.map(\.cost)) == [nil, 500, nil, nil, 100])
    #expect(report.bottleneck == 1)
  }

  @Test func withoutReferencesThereAreNoCosts() throws {
    let report = try report("1000 100 50 10 5")
    #expect(report.stages.allSatisfy { $0.reference == nil && $0.cost == nil })
    #expect(report.bottleneck == nil)
  }

  @Test func targetsOfCountsAreComparedAndMakeARate() throws {
    let report = try report(
      "1000 30 12 5 1", references: [0.05],
      targets: [
        target("visits", .day, 900), target("leads", .day, 36), target("mql", .day, 18),
      ])
    #expect(report.referenceWindow == nil)
    #expect(report.stages.map(\.comparedCount) == [900, 36, 18, nil, nil])
    // The rate's own target goes before the quotient of the counts' targets.
    #expect(report.stages.map(\.comparedRate) == [nil, 0.05, 0.5, nil, nil])
    #expect(report.stages.map { $0.reference?.rate } == [nil, 0.05, 0.5, nil, nil])
  }

  @Test func anEarlierPeriodIsComparedOverItsOwnDays() throws {
    let table = try Table(
      """
      day        visits leads
      2025-11-03 50     4
      2026-11-01 80     8
      2026-11-02 100    20
      """)
    let evaluator = try Snapshot(table, [measured("visits"), measured("leads")])
      .evaluator(asOf: "2026-11-02")
    func compared(_ kind: ComparisonKind) throws -> FunnelReport {
      FunnelReport(
        FunnelDefinition(name: "web", stages: ["visits", "leads"]),
        in: try evaluator.period("2026-11-02"), comparedTo: kind, by: evaluator,
        targets: TargetBook(evaluator))
    }
    #expect(try compared(.previous).stages.map(\.comparedCount) == [80, 8])
    #expect(try compared(.previous).stages.last?.comparedRate == 0.1)
    #expect(try compared(.year).stages.map(\.comparedCount) == [50, 4])
    #expect(try compared(.year).stages.last?.comparedRate == 0.08)
    #expect(try compared(.year).referenceWindow?.range.text == "2025-11-03 2025-11-03")
    #expect(try compared(.previous).stages.last?.rateFromPrevious == 0.2)
  }
}
