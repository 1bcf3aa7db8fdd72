public import Metrics

/// How far a value has come towards its target.
public struct Attainment: Hashable, Sendable {
  /// The value to reach by now, in the metric's unit.
  public let target: Double
  /// 1 when the target is just reached: actual over target where more is better, target over actual
  /// where less is; nil where that would divide by zero or have no meaning, as with a target below
  /// zero, where the metric has no good direction, or where the value is not available or lacks a
  /// day that should have data.
  public let ratio: Double?
  /// What the ratio means for this metric, and where there is none, whether the target is reached;
  /// nil where the metric has no good direction, or the value is not available or lacks a day.
  public let status: Status?

  /// The attainment of a value.
  public init?(_ value: MetricValue, target: Double?, of metric: MetricDefinition) {
    guard let target else { return nil }
    self.target = target
    let actual = value.coverage.isFull ? value.value : nil
    ratio = actual.flatMap { Attainment.ratio($0, target: target, better: metric.better) }
    status =
      ratio.map { Status($0, thresholds: metric.thresholds) }
      ?? actual.flatMap { Status($0, reaching: target, better: metric.better) }
  }

  private static func ratio(_ value: Double, target: Double, better: Polarity) -> Double? {
    switch better {
    case .higher: target > 0 ? value / target : nil
    case .lower: value > 0 && target >= 0 ? target / value : nil
    case .neutral: nil
    }
  }
}

/// Whether a metric reaches its target.
public enum Status: String, Hashable, Sendable, CaseIterable {
  case onTrack = "on_track"
  case atRisk = "at_risk"
  case offTrack = "off_track"

  /// On track where the value is at least as good as the target, else off track; nil where the
  /// metric has no good direction.
  init?(_ value: Double, reaching target: Double, better: Polarity) {
    switch better {
    case .higher: self = value >= target ? .onTrack : .offTrack
    case .lower: self = value <= target ? .onTrack : .offTrack
    case .neutral: return nil
    }
  }

  /// The status of an attainment; a billionth below a threshold still counts as reaching it.
  init(_ attainment: Double, thresholds: StatusThresholds) {
    let reached = attainment + 1e-9
    self =
      reached >= thresholds.onTrack ? .onTrack : reached >= thresholds.atRisk ? .atRisk : .offTrack
  }
}
