import Metrics

/// One figure that is kept per day and segment while rows are read.
struct Aggregate: Hashable, Sendable {
  /// What is kept.
  enum Kind: Hashable, Sendable {
    /// The sum of values, and the number of rows.
    case sum
    /// The sum of values times weights, and the sum of weights; rows count once without a weight.
    case mean(weight: Int?)
    /// The extreme, and the number of rows.
    case min, max
    /// The number of rows that hold anything, number or text.
    case count
  }

  /// What is kept.
  let kind: Kind
  /// The position of the measure in its plan.
  let measure: Int
}

extension Aggregate.Kind {
  /// What a roll-up is made of; nil for distinct counts, which need sets.
  init?(_ rollup: Rollup, weight: Int?) {
    switch rollup {
    case .sum, .first, .last: self = .sum
    case .mean: self = .mean(weight: weight)
    case .min: self = .min
    case .max: self = .max
    case .count: self = .count
    case .distinct: return nil
    }
  }
}
