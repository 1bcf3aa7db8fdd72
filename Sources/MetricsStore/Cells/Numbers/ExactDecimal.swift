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

  /// `digits`·10^(`shift` - 18), for shifts from 0 to 18 and digits below 10¹⁸ only.
  @inline(__always)
  init(_ digits: Int64, scaledBy shift: Int) {
    let (high, low) = digits.multipliedFullWidth(by: ExactDecimal.smallPowersOfTen[shift])
    units = Int128(high) << 64 | Int128(low)
  }

  /// `digits`·10^`exponent`, rounded half away from zero where it has more than 18 digits behind
  /// the point; nil where it is too large.
  @inline(__always)
  init?(_ digits: Int64, exponent: Int) {
    guard let magnitude = ExactDecimal(UInt128(digits.magnitude), exponent: exponent, dropped: nil)
    else { return nil }
    units = digits < 0 ? 0 - magnitude.units : magnitude.units
  }

  /// `digits`·10^`exponent`, rounded half away from zero where it has more than 18 digits behind
  /// the point; nil where it is too large. `dropped` is the digit that would follow.
  init?(_ digits: UInt128, exponent: Int, dropped: Int?) {
    guard digits != 0 else {
      self = .zero
      return
    }
    let shift = exponent + ExactDecimal.places
    var magnitude = digits
    if shift > 0 {
      guard shift <= 38 else { return nil }
      let (product, isOver) = digits.multipliedReportingOverflow(
        by: UInt128(ExactDecimal.powersOfTen[shift]))
      // Digits were dropped for want of room: ten times as many have none.
      guard !isOver, dropped == nil else { return nil }
      magnitude = product
    } else if shift == 0 {
      magnitude = (dropped ?? 0) >= 5 ? digits + 1 : digits
    } else {
      guard shift >= -38 else {
        self = .zero
        return
      }
      // What was dropped is less than one, and half the divisor a whole number: it cannot matter.
      let divisor = UInt128(ExactDecimal.powersOfTen[-shift])
      let (quotient, remainder) = digits.quotientAndRemainder(dividingBy: divisor)
      magnitude = remainder >= divisor / 2 ? quotient + 1 : quotient
    }
    guard magnitude <= UInt128(Int128.max) else { return nil }
    units = Int128(magnitude)
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

  /// The number times a power of ten, rounded to 18 digits behind the point; nil where it is too
  /// large.
  func scaled(by exponent: Int) -> ExactDecimal? {
    guard exponent != 0 else { return self }
    guard
      let scaled = ExactDecimal(
        units.magnitude, exponent: exponent - ExactDecimal.places, dropped: nil)
    else { return nil }
    return units < 0 ? ExactDecimal(units: 0 - scaled.units) : scaled
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

  /// 10⁰ to 10¹⁸.
  private static let smallPowersOfTen: [Int64] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000,
    100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000,
    100_000_000_000_000_000, 1_000_000_000_000_000_000,
  ]

  /// 10⁰ to 10¹⁸, each exact.
  static let binaryPowersOfTen: [Double] = (0...18).map { Double(powersOfTen[$0]) }
}
