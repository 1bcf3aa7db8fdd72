/// A decimal number kept as a whole number of 10⁻¹⁸, so that sums do not depend on their order.
///
/// It holds up to 1.7·10²⁰ on either side of zero, with 18 digits behind the point.
struct ExactDecimal: Hashable, Sendable {
  /// How many digits it has behind the point.
  static let places = 18

  /// The number in units of 10⁻¹⁸.
  var units: Int128

  /// Zero.
  static let zero = ExactDecimal(units: 0)
  /// One.
  static let one = ExactDecimal(units: 1_000_000_000_000_000_000)

  /// So many units of 10⁻¹⁸.
  @inline(__always)
  init(units: Int128) {
    self.units = units
  }

  /// `digits`·10^`exponent`, rounded half away from zero where it has more than 18 digits behind
  /// the point; nil where it is too large.
  @inline(__always)
  init?(_ digits: Int64, exponent: Int) {
    let shift = exponent + ExactDecimal.places
    if shift >= 0 {
      guard shift <= 38 else {
        guard digits == 0 else { return nil }
        self = .zero
        return
      }
      let (product, isOver) = Int128(digits).multipliedReportingOverflow(
        by: ExactDecimal.powersOfTen[shift])
      guard !isOver else { return nil }
      units = product
    } else {
      guard shift >= -19 else {
        self = .zero
        return
      }
      let divisor = ExactDecimal.powersOfTen[-shift]
      let half = divisor / 2
      let wide = Int128(digits)
      units = (wide < 0 ? wide - half : wide + half) / divisor
    }
  }

  /// The nearest to a binary number; nil where it is too large or none.
  init?(_ value: Double) {
    let scaled = (value * 1e18).rounded()
    guard scaled.isFinite, scaled.magnitude < 1.7e38 else { return nil }
    units = Int128(scaled)
  }

  /// Adds another; false, and unchanged, where the sum is too large.
  @inline(__always)
  mutating func add(_ other: ExactDecimal) -> Bool {
    let (sum, isOver) = units.addingReportingOverflow(other.units)
    guard !isOver else { return false }
    units = sum
    return true
  }

  /// The product, rounded to 18 digits behind the point; nil where it is too large.
  func multiplied(by other: ExactDecimal) -> ExactDecimal? {
    let product = units.magnitude.multipliedFullWidth(by: other.units.magnitude)
    let scale = UInt128(1_000_000_000_000_000_000)
    guard product.high < scale else { return nil }
    let (quotient, remainder) = scale.dividingFullWidth(product)
    let rounded = remainder >= scale / 2 ? quotient + 1 : quotient
    guard rounded <= UInt128(Int128.max) else { return nil }
    let isNegative = (units < 0) != (other.units < 0)
    return ExactDecimal(units: isNegative ? -Int128(rounded) : Int128(rounded))
  }

  /// The nearest binary number.
  var double: Double {
    var digits = units
    var places = ExactDecimal.places
    // Without zeros at its end most numbers are exact here, and so is the divisor: one rounding.
    while places > 0, digits.magnitude >= 1 << 53, digits % 10 == 0 {
      digits /= 10
      places -= 1
    }
    return Double(digits) / ExactDecimal.binaryPowersOfTen[places]
  }

  /// 10⁰ to 10³⁸.
  static let powersOfTen: [Int128] = (0...38).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  /// 10⁰ to 10¹⁸, each exact.
  static let binaryPowersOfTen: [Double] = (0...18).map { Double(powersOfTen[$0]) }
}
