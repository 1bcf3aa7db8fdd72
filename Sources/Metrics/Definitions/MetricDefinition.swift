/// A number that people follow: measured, or computed from others by a formula.
public struct MetricDefinition: Hashable, Sendable {
  /// Where its values come from.
  public enum Origin: Hashable, Sendable {
    /// Rolled up from the observations of a source.
    case measured(Quantity)
    /// Computed from the aggregates of other metrics.
    case formula(Formula)
  }

  /// Its name in definitions and commands.
  public var name: String
  /// Its name on the screen.
  public var label: LocalizedText
  /// Where its values come from.
  public var origin: Origin
  /// What it is counted in.
  public var unit: MetricUnit
  /// Which direction is good.
  public var better: Polarity
  /// The phase it belongs to, by name.
  public var phase: String?
  /// Who answers for it.
  public var owner: SafeText?
  /// The department it belongs to.
  public var department: SafeText?
  /// The grain it is usually looked at.
  public var cadence: Grain
  /// What it means, in words.
  public var definition: LocalizedText?
  /// From which attainment on it is on track or at risk.
  public var thresholds: StatusThresholds
  /// Where its definition stands.
  public var place: SourcePlace

  /// A metric with the defaults of the definitions format.
  public init(
    name: String, label: LocalizedText? = nil, origin: Origin, unit: MetricUnit = .count,
    better: Polarity = .higher, phase: String? = nil, owner: SafeText? = nil,
    department: SafeText? = nil, cadence: Grain = .week, definition: LocalizedText? = nil,
    thresholds: StatusThresholds = StatusThresholds(),
    place: SourcePlace = SourcePlace(file: "kpi.yaml")
  ) {
    self.name = name
    self.label = label ?? LocalizedText(SafeText(name))
    self.origin = origin
    self.unit = unit
    self.better = better
    self.phase = phase
    self.owner = owner
    self.department = department
    self.cadence = cadence
    self.definition = definition
    self.thresholds = thresholds
    self.place = place
  }

  /// Its formula, or nil where it is measured.
  public var formula: Formula? {
    if case .formula(let formula) = origin { formula } else { nil }
  }
}

/// What a metric is counted in.
public enum MetricUnit: String, CaseIterable, Hashable, Sendable {
  case count, currency, percent, ratio, days

  /// Whether a change of it is told in points, since its values are themselves shares.
  public var isShare: Bool { self == .percent }
}

/// Which direction of a metric is good.
public enum Polarity: String, CaseIterable, Hashable, Sendable {
  case higher, lower, neutral
}

/// From which attainment on a metric is on track, and at risk, as fractions of its target.
public struct StatusThresholds: Hashable, Sendable {
  /// At least this is on track; normally 1.
  public let onTrack: Double
  /// At least this is at risk, and less is off track; normally 0.9.
  public let atRisk: Double

  /// Thresholds as fractions of the target.
  public init(onTrack: Double = 1, atRisk: Double = 0.9) {
    self.onTrack = onTrack
    self.atRisk = atRisk
  }
}

/// How observations are gathered over days, rows and segments.
public enum Rollup: String, CaseIterable, Hashable, Sendable {
  /// Added up over everything.
  case sum
  /// The mean of the rows, weighted where the metric names a weight.
  case mean
  case min, max
  /// The first day's value (segments of that day added up).
  case first
  /// The last day's value, for stocks such as MRR (segments of that day added up).
  case last
  /// How many rows have a value.
  case count
  /// How many different values there are; never the sum of shorter periods.
  case distinct

  /// Whether values of days and of segments add up to the whole.
  public var isAdditive: Bool { self == .sum || self == .count }
}

/// A measure of a source together with how it is rolled up: what one daily series is kept for.
public struct Quantity: Hashable, Sendable {
  /// The source's name.
  public let source: String
  /// The measure's or event's name in that source.
  public let measure: String
  /// How it is gathered.
  public let rollup: Rollup
  /// For a mean: the measure or event of the same source that each row counts by.
  public let weight: String?

  /// A measure and its roll-up.
  public init(source: String, measure: String, rollup: Rollup = .sum, weight: String? = nil) {
    self.source = source
    self.measure = measure
    self.rollup = rollup
    self.weight = weight
  }
}
