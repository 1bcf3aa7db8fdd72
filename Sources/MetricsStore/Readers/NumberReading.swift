/// A number that was read: `digits` divided by ten so many times.
struct Amount: Sendable {
  /// The number without its point.
  var digits: Int64
  /// How many digits stand behind the point, 0 to 18; -1 where the number is `exact` instead.
  var places: Int32
  /// The number where its digits are too many for `digits`.
  var exact: ExactDecimal

  /// So many digits, of which so many stand behind the point.
  @inline(__always)
  init(digits: Int64, places: Int32) {
    self.digits = digits
    self.places = places
    exact = .zero
  }

  /// Any number.
  init(_ number: ExactDecimal) {
    var (units, places) = (number.units, Int32(ExactDecimal.places))
    for step: Int32 in [18, 9, 3, 1, 1] where places >= step {
      let divisor = ExactDecimal.powersOfTen[Int(step)]
      while places >= step, units % divisor == 0 {
        units /= divisor
        places -= step
      }
    }
    if let digits = Int64(exactly: units) {
      self.digits = digits
      self.places = places
      exact = .zero
    } else {
      digits = 0
      self.places = -1
      exact = number
    }
  }

  /// The product, exact where it has up to 18 digits behind the point, else rounded to so many; nil
  /// where it is too large.
  func multiplied(by other: Amount) -> Amount? {
    if places >= 0, other.places >= 0, places + other.places <= 18 {
      let (product, isOver) = digits.multipliedReportingOverflow(by: other.digits)
      if !isOver { return Amount(digits: product, places: places + other.places) }
    }
    return decimal.multiplied(by: other.decimal).map { Amount($0) }
  }

  /// The number with 18 digits behind the point.
  var decimal: ExactDecimal {
    places < 0 ? exact : ExactDecimal(digits, exponent: -Int(places)) ?? .zero
  }

  /// The nearest binary number.
  var double: Double {
    // Both are exact up to 2⁵³, so that one division rounds once.
    if places >= 0, digits.magnitude <= 1 << 53 {
      return Double(digits) / ExactDecimal.binaryPowersOfTen[Int(places)]
    }
    return decimal.double
  }
}

/// Reads the cells of a column of numbers; most of them, digits with or without a point, at once.
struct NumberReading: Sendable {
  /// What a cell held.
  enum Outcome {
    case amount(Amount)
    /// Nothing, or one of the marks for nothing.
    case missing
    /// What a spreadsheet writes where a formula failed.
    case failure
    /// Known only to lie on one side of a number, as `< 10%`.
    case bound
    /// Something else.
    case invalid
  }

  private let format: NumberFormat
  /// Whether digits are the number itself, with a point before the fraction.
  let isPlain: Bool

  /// A reading of numbers that are written so.
  init(_ format: NumberFormat = NumberFormat()) {
    self.format = format
    isPlain = format.plainExponent == 0 && format.decimal == UInt8(ascii: ".")
  }

  /// Reads a cell; `isPadded` where the 16 bytes from its start may be read.
  @inline(__always)
  func read(_ cell: CellBytes, isPadded: Bool) -> Outcome {
    if isPlain {
      if isPadded, let amount = NumberReading.short(cell) { return .amount(amount) }
      if let amount = NumberReading.plain(cell) { return .amount(amount) }
    }
    return other(cell)
  }

  /// Up to 8 digits with at most one point among them, all at once; nil for everything else.
  @inline(__always)
  static func short(_ cell: CellBytes) -> Amount? {
    let count = cell.count
    guard count &- 1 < 8 else { return nil }
    let zeros: UInt64 = 0x3030_3030_3030_3030
    // The last character comes into the highest byte; zeros fill up before the first.
    let gap = UInt64(truncatingIfNeeded: 64 &- 8 &* count)
    var text = (cell.word(at: 0) &<< gap) | (zeros & ((1 &<< gap) &- 1))
    // The lowest byte that is a point has its highest bit set.
    let marked = text ^ 0x2E2E_2E2E_2E2E_2E2E
    let point = (marked &- 0x0101_0101_0101_0101) & ~marked & 0x8080_8080_8080_8080
    var places: Int32 = 0
    if point != 0 {
      let index = UInt64(point.trailingZeroBitCount) & ~7
      places = Int32(truncatingIfNeeded: (56 &- index) &>> 3)
      let below: UInt64 = (1 &<< index) &- 1
      text = (text & ~((below &<< 8) | 0xFF)) | ((text & below) &<< 8) | 0x30
      guard count > 1 else { return nil }
    }
    // Each byte's upper half is 3, and still is when 6 is added to the lower one.
    let carried = text &+ 0x0606_0606_0606_0606
    let halves = (text & 0xF0F0_F0F0_F0F0_F0F0) | ((carried & 0xF0F0_F0F0_F0F0_F0F0) &>> 4)
    guard halves == 0x3333_3333_3333_3333 else { return nil }
    let digits = text &- zeros
    // Pairs, then fours, then all eight (Lemire 2022).
    let pairs = (digits &* 10) &+ (digits &>> 8)
    let low = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let high = ((pairs &>> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    return Amount(digits: Int64(truncatingIfNeeded: (low &+ high) &>> 32), places: places)
  }

  /// Up to 18 digits with a minus before them or a point among them; nil for everything else.
  @inline(__always)
  private static func plain(_ cell: CellBytes) -> Amount? {
    let count = cell.count
    guard count > 0 else { return nil }
    let isNegative = cell[0] == UInt8(ascii: "-")
    var index = isNegative ? 1 : 0
    guard count - index <= 19, count > index else { return nil }
    var digits: Int64 = 0
    var seen: Int32 = 0
    var point: Int32 = -1
    while index < count {
      let digit = cell[index] &- 0x30
      if digit < 10 {
        digits = digits &* 10 &+ Int64(digit)
        seen += 1
      } else if cell[index] == UInt8(ascii: "."), point < 0 {
        point = seen
      } else {
        return nil
      }
      index += 1
    }
    guard seen > 0, seen <= 18 else { return nil }
    return Amount(digits: isNegative ? -digits : digits, places: point < 0 ? 0 : seen - point)
  }

  @inline(never)
  private func other(_ cell: CellBytes) -> Outcome {
    switch NumberCell(cell, format) {
    case .value(let value): return .amount(Amount(value))
    case .failure: return .failure
    case .bound: return .bound
    case .missing: return .missing
    case .invalid: return .invalid
    }
  }
}
