import Metrics
import Testing

@testable import Analysis

/// How an amount spreads over the days of a week.
@Suite struct WeekdayProfileTests {
  /// What 28 February 2026, a Saturday, and the days before it say: `value` on the days wanted.
  private func profile(
    from first: String, before end: String = "2026-03-01", _ value: (Weekday) -> Double?
  ) throws -> WeekdayProfile {
    let table = try Table(from: first, through: "2026-02-28") { day in
      value(day.weekday).map { ["leads": $0] } ?? [:]
    }
    let evaluator = try Snapshot(table, [measured("leads")]).evaluator(asOf: "2026-12-31")
    return WeekdayProfile(of: "leads", before: try day(end), by: evaluator)
  }

  private func range(_ first: String, _ last: String) throws -> DayRange {
    DayRange(try day(first), through: try day(last))
  }

  @Test func eachWeekdayWeighsWhatItUsuallyBrings() throws {
    // Monday 1, Tuesday 2 … Sunday 7: 28 a week. November 2026 is Sunday the 1st, four whole weeks
    // and Monday the 30th: 7 + 4 × 28 + 1 = 120.
    let profile = try profile(from: "2026-01-01") { Double($0.rawValue) }
    let week = try range("2026-11-02", "2026-11-08")
    let november = try range("2026-11-01", "2026-11-30")
    #expect(profile.share(of: try range("2026-11-02", "2026-11-04"), in: week) == 6.0 / 28)
    #expect(profile.share(of: week, in: november) == 28.0 / 120)
    #expect(profile.share(of: november, in: november) == 1)
    #expect(profile.share(of: try range("2026-10-26", "2026-11-01"), in: november) == 7.0 / 120)
  }

  @Test func threeWeeksOfHistoryAreTooFew() throws {
    let week = try range("2026-11-02", "2026-11-08")
    let monday = try range("2026-11-02", "2026-11-02")
    let three = try profile(from: "2026-02-08") { Double($0.rawValue) }
    #expect(three == .linear)
    #expect(three.share(of: monday, in: week) == 1.0 / 7)
    let four = try profile(from: "2026-02-01") { Double($0.rawValue) }
    #expect(four.share(of: monday, in: week) == 1.0 / 28)
    #expect(try profile(from: "2026-02-01", before: "2026-02-22") { _ in 1 } == .linear)
  }

  @Test func aTeamThatRestsOnWeekendsHasAProfileAfterFourWeeks() throws {
    let profile = try profile(from: "2026-02-02") { $0.rawValue <= 5 ? 10 : nil }
    let week = try range("2026-11-02", "2026-11-08")
    #expect(profile.share(of: try range("2026-11-02", "2026-11-02"), in: week) == 0.2)
    #expect(profile.share(of: try range("2026-11-07", "2026-11-08"), in: week) == 0)
    // Among days that weigh nothing each counts the same.
    let weekend = try range("2026-11-07", "2026-11-08")
    #expect(profile.share(of: try range("2026-11-07", "2026-11-07"), in: weekend) == 0.5)
  }

  @Test func onlyEightWeeksCount() throws {
    let table = try Table(from: "2025-01-01", through: "2026-02-28") { day in
      // Sunday 4 January 2026 begins the eight weeks; before, Mondays brought everything.
      ["leads": day.number >= 20_457 ? 1 : day.weekday == .monday ? 100 : 0]
    }
    #expect(try day("2026-01-04").number == 20_457)
    let evaluator = try Snapshot(table, [measured("leads")]).evaluator(asOf: "2026-12-31")
    let profile = WeekdayProfile(of: "leads", before: try day("2026-03-01"), by: evaluator)
    #expect(profile == .linear)
  }

  @Test func whatIsNegativeOrNothingSpreadsEvenly() throws {
    #expect(try profile(from: "2026-01-01") { $0 == .sunday ? -1 : 1 } == .linear)
    #expect(try profile(from: "2026-01-01") { _ in 0 } == .linear)
    #expect(try profile(from: "2026-01-01", before: "2025-01-01") { _ in 5 } == .linear)
  }
}
