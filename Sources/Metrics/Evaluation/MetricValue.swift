/// The value of a metric over some days, with how far it can be trusted.
public struct MetricValue: Hashable, Sendable {
  /// The value in the metric's unit; nil where it is not available, which is never the same as 0.
  public let value: Double?
  /// On how many of its days there is data.
  public let coverage: Coverage
  /// Why there is no value; nil where there is one.
  public let reason: Unavailable?

  /// A value that is available.
  public init(_ value: Double, coverage: Coverage) {
    self.value = value
    self.coverage = coverage
    reason = nil
  }

  /// A value that is not available, and why.
  public init(unavailable reason: Unavailable, coverage: Coverage) {
    value = nil
    self.coverage = coverage
    self.reason = reason
  }
}

/// On how many of the days that were looked at there is data.
public struct Coverage: Hashable, Sendable {
  /// Days that have data.
  public let covered: Int
  /// Days that were looked at.
  public let days: Int
  /// Days that lack data although data was to be expected.
  ///
  /// A weekday on which a source never has data is not expected to have any.
  public let missing: Int

  /// A coverage of so many days.
  public init(covered: Int, days: Int, missing: Int) {
    self.covered = covered
    self.days = days
    self.missing = missing
  }

  /// Full coverage of so many days.
  static func full(_ days: Int) -> Coverage { Coverage(covered: days, days: days, missing: 0) }

  /// Whether no day lacks data.
  public var isFull: Bool { missing == 0 }

  /// The lesser of two coverages: the one that lacks more days, or has data on fewer of them.
  ///
  /// It is one of the two, since their days may be those of different periods: 28 of 28 and 31 of
  /// 31 are not 28 of 31.
  func joined(_ other: Coverage) -> Coverage {
    if missing != other.missing { return missing > other.missing ? self : other }
    return covered * other.days <= other.covered * days ? self : other
  }
}

/// Why a number is not available.
public enum Unavailable: Hashable, Sendable {
  /// No day of the period has data.
  case noData
  /// The files of the source are still being read.
  case stillReading
  /// The period has data, but no row of this segment with a value that could be taken, or
  /// the result is beyond every number.
  case noRows
  /// A denominator is zero.
  case divisionByZero
  /// The source has no such dimension.
  case unknownDimension(source: String, dimension: String)
  /// The source has one row per longer period.
  case finerThanData(source: String, cadence: Grain)
  /// There is no such metric, or its formula leads back to itself.
  case unknownMetric(String)
  /// The period has not begun by the as-of date.
  case notBegun
  /// Days that were expected lack data on one side of a comparison.
  case unequalCoverage
  /// The reference is 0, so that a relative change means nothing.
  case fromZero
  /// There is no target.
  case noTarget

  /// A short stable name for scripts.
  public var code: String {
    switch self {
    case .noData: "no_data"
    case .stillReading: "still_reading"
    case .noRows: "no_rows"
    case .divisionByZero: "division_by_zero"
    case .unknownDimension: "unknown_dimension"
    case .finerThanData: "finer_than_data"
    case .unknownMetric: "unknown_metric"
    case .notBegun: "not_begun"
    case .unequalCoverage: "unequal_coverage"
    case .fromZero: "from_zero"
    case .noTarget: "no_target"
    }
  }
}
