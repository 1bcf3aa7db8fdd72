/// Numbers to label a scale with: multiples of 1, 2 or 5 times a power of ten.
public struct RoundTicks: Hashable, Sendable {
  /// The distance between two neighbours, above 0.
  public let step: Double
  /// From at most the lower bound to at least the upper one, rising.
  public let values: [Double]

  /// The finest ticks that enclose the range with no more than so many of them, at least two.
  ///
  /// Equal bounds are widened to both sides; bounds that are not finite count as 0.
  public init(lower: Double, upper: Double, most: Int) {
    var low = lower.isFinite ? min(lower, upper) : 0
    var high = upper.isFinite ? max(lower, upper) : 0
    if low == high {
      let margin = low == 0 ? 1 : abs(low) * 0.1
      if low < 0 || low > 0 { low -= margin }
      high += margin
    }
    let most = max(2, most)
    var power = 1.0
    let coarsest = (high - low) / Double(most - 1) / 10
    while power > coarsest, power > 1e-300 { power /= 10 }
    while power * 10 < coarsest { power *= 10 }
    var chosen = power
    search: for scale in [1.0, 10, 100, 1000, 10_000] {
      for factor in [1.0, 2, 5] {
        chosen = power * scale * factor
        let count = (high / chosen).rounded(.up) - (low / chosen).rounded(.down) + 1
        if count <= Double(most) { break search }
      }
    }
    step = chosen
    let first = (low / chosen).rounded(.down)
    let last = (high / chosen).rounded(.up)
    let inverse = (1 / chosen).rounded()
    values = stride(from: first, through: last, by: 1).map { index in
      chosen < 1 && abs(inverse * chosen - 1) < 1e-9 ? index / inverse : index * chosen
    }
  }

  /// The lowest tick.
  public var lower: Double { values.first ?? 0 }
  /// The highest tick.
  public var upper: Double { values.last ?? 0 }
}
