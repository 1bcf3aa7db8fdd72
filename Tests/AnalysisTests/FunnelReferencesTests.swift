import Analysis
import Metrics
import Testing

/// The rates that stages are held against where nobody set a target.
@Suite struct FunnelReferencesTests {
  /// A hundred visits a day up to 16 November 2026, with leads, sales and their revenue by day.
  private func report(
    from first: String, targets: [Target] = [], in label: String = "2026-W46",
    asOf date: String = "2026-11-15", _ values: (Day) -> [String: Double]
  ) throws -> FunnelReport {
    let table = try Table(from: first, through: "2026-11-16") { day in
      ["visits": 100].merging(values(day)) { $1 }
    }
    let metrics = try [
      measured("visits"), measured("leads"), measured("won"), measured("revenue"),
      computed("deal_value", "revenue / won"),
    ]
    let evaluator = try Snapshot(table, metrics, targets: targets).evaluator(asOf: date)
    return FunnelReport(
      FunnelDefinition(name: "web", stages: ["visits", "leads", "won"], value: "deal_value"),
      in: try evaluator.period(label), comparedTo: .previous, by: evaluator,
      targets: TargetBook(evaluator))
  }

  @Test func itIsThePooledRateOfTheTwelvePeriodsBefore() throws {
    // Weeks 34 to 45 are 17 August to 8 November. 84 days: leads 10 in September's 30, else 4.
    let report = try report(from: "2026-01-01") { day in
      day.civil.month < 8 ? ["leads": 90] : ["leads": day.civil.month == 9 ? 10 : 4]
    }
    let reference = try #require(report.stages[1].reference)
    #expect(reference.source == .trailingMean(periods: 12))
    #expect(reference.rate == 516.0 / 8400)  // 30 × 10 + 54 × 4
    #expect(report.stages[1].rateFromPrevious == 0.04)
  }

  @Test func periodsAreWeighedByHowManyEntered() throws {
    // Weeks 43, 44 and 45: 1 of 100 and 1 of 100, then 50 of 1,000 a day.
    let november = try day("2026-11-02")
    let report = try report(from: "2026-10-19") { day in
      november <= day ? ["visits": 1000, "leads": 50] : ["leads": 1]
    }
    #expect(report.stages[1].reference?.rate == 52.0 / 1200)
    #expect(report.stages[1].reference?.source == .trailingMean(periods: 3))
  }

  @Test func twoPeriodsAreTooFew() throws {
    let report = try report(from: "2026-10-26") { _ in ["leads": 1] }
    #expect(report.stages[1].reference == nil)
    #expect(report.stages[1].cost == nil)
    #expect(report.bottleneck == nil)
  }

  @Test func aWeekThatLacksADayIsLeftOut() throws {
    let hole = try day("2026-10-21")
    func reference(from first: String) throws -> FunnelReference? {
      try report(from: first) { $0 == hole ? [:] : ["leads": 2] }.stages[1].reference
    }
    #expect(try reference(from: "2026-10-19") == nil)
    #expect(try reference(from: "2026-10-12")?.source == .trailingMean(periods: 3))
    // The first week begins on a Wednesday.
    #expect(try reference(from: "2026-10-07")?.source == .trailingMean(periods: 3))
  }

  @Test func aPartialPeriodIsHeldAgainstWholeOnesBeforeIt() throws {
    let report = try report(from: "2026-01-01", in: "2026-W47", asOf: "2026-11-16") { day in
      ["leads": day.number % 2 == 0 ? 2 : 4]
    }
    #expect(report.window.range.count == 1)
    #expect(report.stages[1].reference?.source == .trailingMean(periods: 12))
    #expect(report.stages[1].reference?.rate == 0.03)  // 84 days, half of them 2, half 4
  }

  @Test func aTargetGoesBeforeTheMean() throws {
    let targets = try [target("visits", .month, 3000), target("leads", .month, 60)]
    let report = try report(from: "2026-01-01", targets: targets) { _ in ["leads": 1, "won": 1] }
    #expect(abs((report.stages[1].reference?.rate ?? 0) - 0.02) < 1e-12)
    #expect(report.stages[1].reference?.source == .target)
    #expect(report.stages[2].reference?.source == .trailingMean(periods: 12))
  }

  @Test func withoutASaleAPassIsWorthWhatPassesBeforeWere() throws {
    // One sale of 100 in week 44, three of 60 in week 45, none in week 46.
    let one = try day("2026-10-28")
    let three = try day("2026-11-04")
    let report = try report(from: "2026-10-12") { day in
      let won = day == one ? 1.0 : day == three ? 3 : 0
      return ["leads": 2, "won": won, "revenue": day == one ? 100 : won * 60]
    }
    #expect(report.stages.last?.count.value == 0)
    #expect(report.unitValue == 70)  // 280 / 4, not (100 + 60) / 2
    // 14 leads × 4 of 56 leads × 70.
    #expect(report.stages.last?.cost == 70)
    #expect(report.bottleneck == 2)
  }

  @Test func whatIsNeverSoldIsWorthNothingKnown() throws {
    let report = try report(from: "2026-10-12") { _ in ["leads": 2, "won": 0, "revenue": 0] }
    #expect(report.unitValue == nil)
  }
}
