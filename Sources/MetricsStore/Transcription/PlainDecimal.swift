/// A number that a file may write with an exponent, to be written without one.
struct PlainDecimal: Equatable {
  /// The significant digits as a whole number, without zeros at the end.
  private(set) var mantissa: UInt64
  /// The power of ten that the mantissa is multiplied by.
  private(set) var exponent: Int
  /// Whether there is a minus before it; never before zero.
  private(set) var isNegative: Bool

  /// Larger and smaller numbers than a double can hold stay as they are written.
  private static let exponents = -340...310

  /// Reads digits with a point or without, and an exponent or none.
  ///
  /// Digits behind the first `limit` significant ones, at most 18, are rounded away, half up, where
  /// `rounds`. Nil where it is no number, or has more digits and may not be rounded.
  init?(_ text: CellBytes, limit: Int, rounds: Bool) {
    var reader = DigitReader(limit: limit)
    var index = 0
    var isNegative = false
    if index < text.count, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") {
      isNegative = text[index] == UInt8(ascii: "-")
      index += 1
    }
    while index < text.count {
      let byte = text[index]
      if byte &- 0x30 < 10 {
        reader.add(byte &- 0x30)
      } else if byte == UInt8(ascii: "."), !reader.isInFraction {
        reader.isInFraction = true
      } else {
        break
      }
      index += 1
    }
    guard reader.hasDigits, rounds || !reader.hasMore else { return nil }
    var power = 0
    if index < text.count {
      guard text[index] | 0x20 == UInt8(ascii: "e"),
        let written = PlainDecimal.exponent(text.part(index + 1, text.count))
      else { return nil }
      power = written
    }
    (mantissa, exponent) = reader.rounded
    exponent += power
    self.isNegative = isNegative && mantissa != 0
    guard mantissa != 0 else {
      exponent = 0
      return
    }
    while mantissa % 10 == 0 {
      mantissa /= 10
      exponent += 1
    }
    guard PlainDecimal.exponents.contains(exponent) else { return nil }
  }

  private static func exponent(_ text: CellBytes) -> Int? {
    var index = 0
    var isNegative = false
    if index < text.count, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") {
      isNegative = text[index] == UInt8(ascii: "-")
      index += 1
    }
    guard index < text.count else { return nil }
    var value = 0
    while index < text.count {
      let digit = text[index] &- 0x30
      guard digit < 10 else { return nil }
      value = min(value * 10 + Int(digit), 100_000)
      index += 1
    }
    return isNegative ? -value : value
  }

  /// The number times a power of ten.
  func scaled(by places: Int) -> PlainDecimal {
    var result = self
    if mantissa != 0 { result.exponent += places }
    return result
  }

  /// Writes it with as many digits as it needs.
  func write(to bytes: inout GrowingBytes) {
    bytes.reserve(24 + abs(exponent))
    if isNegative { bytes.appendReserved(UInt8(ascii: "-")) }
    var digits = 1
    var power: UInt64 = 1
    while mantissa / power >= 10 {
      power *= 10
      digits += 1
    }
    let whole = digits + exponent
    if whole <= 0 {
      bytes.appendReserved(UInt8(ascii: "0"))
      bytes.appendReserved(UInt8(ascii: "."))
      for _ in whole..<0 { bytes.appendReserved(UInt8(ascii: "0")) }
    }
    for index in 0..<digits {
      if index == whole, index > 0 { bytes.appendReserved(UInt8(ascii: ".")) }
      bytes.appendReserved(UInt8(truncatingIfNeeded: mantissa / power % 10) + 0x30)
      power /= 10
    }
    for _ in 0..<max(0, exponent) { bytes.appendReserved(UInt8(ascii: "0")) }
  }
}

/// Gathers the significant digits of a number.
private struct DigitReader {
  let limit: Int
  var isInFraction = false
  private(set) var hasDigits = false
  /// Whether a digit other than zero stands behind the first `limit`.
  private(set) var hasMore = false
  private var mantissa: UInt64 = 0
  private var digits = 0
  private var exponent = 0
  /// The digit behind the last that counts; nil where there is none.
  private var next: UInt8?

  init(limit: Int) { self.limit = min(limit, 18) }

  mutating func add(_ digit: UInt8) {
    hasDigits = true
    if mantissa == 0, digit == 0 {
      if isInFraction { exponent -= 1 }
    } else if digits < limit {
      mantissa = mantissa * 10 + UInt64(digit)
      digits += 1
      if isInFraction { exponent -= 1 }
    } else {
      if next == nil { next = digit }
      if digit != 0 { hasMore = true }
      if !isInFraction { exponent += 1 }
    }
  }

  var rounded: (mantissa: UInt64, exponent: Int) {
    ((next ?? 0) >= 5 ? mantissa + 1 : mantissa, exponent)
  }
}
