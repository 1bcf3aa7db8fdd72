/// What the values of a measured column are, and so how they may be gathered.
public enum MeasureNature: Hashable, Sendable {
  /// Amounts and counts of things that happen once: they add up.
  case amount
  /// Averages and rates, which count by another measure of the same source; nil where none is
  /// known.
  case average(weight: String?)
  /// Numbers of different people, of whom the same ones may be in several days and segments.
  case people
  /// The names of whom or what is counted, such as a visitor's identifier: different ones count.
  case identifier
  /// Something that stands in every row that counts.
  case mark

  /// How a metric gathers it that does not say how.
  public var rollup: Rollup {
    switch self {
    case .amount, .people: .sum
    case .average: .mean
    case .identifier: .distinct
    case .mark: .count
    }
  }

  /// Whether adding up days and segments gives the whole.
  public var isAdditive: Bool { self == .amount || self == .mark }
}

/// What a bare number in a column stands for, as a power of ten.
public enum NumberScale: String, CaseIterable, Hashable, Sendable {
  /// A share written without its sign: 2.5 is 2.5 %.
  case percent
  /// The number itself: 0.025 is 2.5 %.
  case fraction
  case thousand
  /// 万
  case tenThousand = "ten_thousand"
  case million
  /// 億
  case hundredMillion = "hundred_million"
  case billion
  /// Millionths of a unit, as advertising interfaces count money.
  case micro

  /// The power of ten that a number is multiplied by.
  public var exponent: Int {
    switch self {
    case .micro: -6
    case .percent: -2
    case .fraction: 0
    case .thousand: 3
    case .tenThousand: 4
    case .million: 6
    case .hundredMillion: 8
    case .billion: 9
    }
  }
}
