import Metrics
import Testing

@testable import Analysis

/// How far a value has come towards its target, and what that is called.
@Suite struct AttainmentTests {
  private func attainment(
    _ value: Double, of target: Double?, _ better: Polarity = .higher,
    thresholds: StatusThresholds = StatusThresholds()
  ) -> Attainment? {
    var metric = measured("leads")
    metric.better = better
    metric.thresholds = thresholds
    let coverage = Coverage(covered: 7, days: 7, missing: 0)
    return Attainment(MetricValue(value, coverage: coverage), target: target, of: metric)
  }

  @Test(arguments: [
    (120.0, Polarity.higher, 1.2, Status.onTrack), (100, .higher, 1, .onTrack),
    (99.5, .higher, 0.995, .atRisk), (90, .higher, 0.9, .atRisk),
    (89.9, .higher, 0.899, .offTrack),
    (0, .higher, 0, .offTrack), (-50, .higher, -0.5, .offTrack), (80, .lower, 1.25, .onTrack),
    (100, .lower, 1, .onTrack), (110, .lower, 100.0 / 110, .atRisk),
    (112, .lower, 100.0 / 112, .offTrack),
  ])
  func againstAHundred(value: Double, better: Polarity, ratio: Double, status: Status) throws {
    let attainment = try #require(self.attainment(value, of: 100, better))
    #expect(attainment.target == 100)
    #expect(attainment.ratio == ratio)
    #expect(attainment.status == status)
  }

  @Test func aRoundingErrorCostsNoStatus() {
    // 0.1 + 0.2 is a little more than 0.3, and 0.3 / (0.1 + 0.2) a little less than 1.
    #expect(attainment(0.1 + 0.2, of: 0.3, .lower)?.status == .onTrack)
    // 0.3 × 3 is a little less than 0.9.
    #expect(attainment(0.3 * 3, of: 1)?.status == .atRisk)
  }

  @Test func thresholdsAreTheMetricsOwn() {
    let strict = StatusThresholds(onTrack: 1.05, atRisk: 0.99)
    #expect(attainment(105, of: 100, thresholds: strict)?.status == .onTrack)
    #expect(attainment(104, of: 100, thresholds: strict)?.status == .atRisk)
    #expect(attainment(98, of: 100, thresholds: strict)?.status == .offTrack)
  }

  @Test(arguments: [
    (0.0, 5.0, Polarity.lower, Status.onTrack), (0, 0, .lower, .onTrack), (-3, 5, .lower, .onTrack),
    (0, 0, .higher, .onTrack), (-1, 0, .higher, .offTrack), (-5, -10, .higher, .onTrack),
    (-10, -10, .higher, .onTrack), (-20, -10, .higher, .offTrack), (-20, -10, .lower, .onTrack),
    (3, -10, .lower, .offTrack),
  ])
  func whereAQuotientMeansNothingReachingTheTargetStillDoes(
    value: Double, target: Double, better: Polarity, status: Status
  ) throws {
    let attainment = try #require(self.attainment(value, of: target, better))
    #expect(attainment.ratio == nil)
    #expect(attainment.status == status)
  }

  @Test func anythingAboveALimitOfZeroAttainsNothing() {
    #expect(attainment(3, of: 0, .lower)?.ratio == 0)
    #expect(attainment(3, of: 0, .lower)?.status == .offTrack)
  }

  @Test func whatHasNoGoodDirectionHasATargetAndNoAttainment() {
    let attainment = self.attainment(120, of: 100, .neutral)
    #expect(attainment?.target == 100)
    #expect(attainment?.ratio == nil)
    #expect(attainment?.status == nil)
  }

  @Test func withoutATargetOrAValueThereIsNone() {
    #expect(attainment(120, of: nil) == nil)
    let missing = MetricValue(
      unavailable: .noData, coverage: Coverage(covered: 0, days: 7, missing: 7))
    let attainment = Attainment(missing, target: 100, of: measured("leads"))
    #expect(attainment?.target == 100)
    #expect(attainment?.ratio == nil)
    #expect(attainment?.status == nil)
  }
}
