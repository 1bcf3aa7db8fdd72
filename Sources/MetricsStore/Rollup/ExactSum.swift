/// A sum of whole numbers that is exact whatever their order, and never too large.
struct ExactSum {
  /// The lowest 64 bits, and what is above them.
  private var units: Int64 = 0
  private var carry: Int128 = 0

  /// Nothing.
  init() {}

  /// Whether it is zero.
  var isZero: Bool { units == 0 && carry == 0 }

  /// Adds so many times `units` and 2⁶⁴ `carry`.
  mutating func add(_ units: Int64, carry: Int128, times factor: Int128) {
    let product = Int128(units) * factor
    let low = Int64(truncatingIfNeeded: product)
    let (sum, isOver) = self.units.addingReportingOverflow(low)
    self.units = sum
    self.carry += ((product &- Int128(low)) >> 64) + (isOver ? (low < 0 ? -1 : 1) : 0)
    self.carry += carry &* factor
  }

  /// The number that it stands for, where a unit has so many digits behind the point.
  func number(places: Int32) -> Double {
    guard carry == 0 else {
      return (Double(carry) * 0x1p64 + Double(units)) / ExactDecimal.binaryPowersOfTen[Int(places)]
    }
    var (units, places) = (units, Int(places))
    // Without zeros at its end most numbers are exact in 53 bits, and so is the divisor: one rounding.
    while units.magnitude > 1 << 53, places > 0, units % 10 == 0 {
      units /= 10
      places -= 1
    }
    return Double(units) / ExactDecimal.binaryPowersOfTen[places]
  }
}
