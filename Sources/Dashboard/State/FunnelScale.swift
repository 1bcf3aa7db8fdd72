import Metrics

/// How the width of a funnel's stage follows from its count.
public enum FunnelScale: String, CaseIterable, Hashable, Sendable {
  /// Width by the logarithm: late stages stay visible, differences look small.
  case logarithmic
  /// Width by the square root.
  case squareRoot
  /// Width by the count itself: honest, and hides late stages.
  case linear
  /// Each stage as a part of the one before: the step with the narrowest bar loses most.
  case step

  /// What the screen calls it.
  var words: Phrase {
    switch self {
    case .logarithmic: Phrase("log scale", "対数目盛")
    case .squareRoot: Phrase("square-root scale", "平方根目盛")
    case .linear: Phrase("linear scale", "線形目盛")
    case .step: Phrase("each stage of the one before", "前段比の幅")
    }
  }

  /// The scale after this one.
  var next: FunnelScale {
    let all = FunnelScale.allCases
    let index = all.firstIndex(of: self) ?? 0
    return all[(index + 1) % all.count]
  }

  /// The part of the full width, 0 to 1, for a stage.
  func share(of count: Double, previous: Double?, largest: Double) -> Double {
    guard largest > 0, count > 0 else { return 0 }
    switch self {
    case .linear: return count / largest
    case .squareRoot: return (count / largest).squareRoot()
    case .logarithmic: return binaryLogarithm(1 + count) / binaryLogarithm(1 + largest)
    case .step: return previous.map { $0 > 0 ? min(1, count / $0) : 0 } ?? 1
    }
  }
}

/// The logarithm to base 2 of a number from 1 on, to about six digits, without the C library.
private func binaryLogarithm(_ value: Double) -> Double {
  guard value.isFinite, value >= 1 else { return 0 }
  let x = value.significand
  // ln x = 2 artanh((x − 1) / (x + 1)), for x in 1 to 2.
  let ratio = (x - 1) / (x + 1)
  let square = ratio * ratio
  let series = ratio * (1 + square * (1 / 3 + square * (1 / 5 + square * (1 / 7 + square / 9))))
  return Double(value.exponent) + 2 * series / 0.693_147_180_559_945
}
