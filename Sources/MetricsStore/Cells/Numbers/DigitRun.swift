/// Digits with separators in their right places: `1,234.5`, `1 234,5`, `12,34,567`.
struct DigitRun {
  /// The digits as one number, without those that no longer fit.
  private(set) var mantissa: UInt128 = 0
  /// The power of ten of the last digit that is in `mantissa`.
  private(set) var exponent = 0
  /// How many digits stand behind the decimal separator.
  private(set) var places = 0
  /// The character between thousands; nil where there is none.
  private(set) var grouping: UInt32?
  /// The first digit that no longer fitted.
  private(set) var dropped: Int?

  /// How many digits were read.
  private var count = 0

  /// Reads on while digits and separators follow; nil where they are none, or in wrong places.
  ///
  /// - Complexity: linear in the digits.
  init?(_ cursor: inout CellCursor, _ format: NumberFormat) {
    guard readWhole(&cursor, UInt32(format.grouping)) else { return nil }
    if cursor.character == UInt32(format.decimal) {
      cursor.advance()
      while let digit = cursor.digit {
        take(digit)
        places += 1
        // A digit that did not fit has moved the exponent up, where this one moves it down.
        exponent -= 1
        cursor.advance()
      }
    }
    guard count > 0 else { return nil }
  }

  /// Reads the digits before the fraction; false where separators stand in wrong places.
  private mutating func readWhole(_ cursor: inout CellCursor, _ separator: UInt32) -> Bool {
    let startsWithZero = cursor.character == 0x30
    var groups = DigitGroups()
    while true {
      if let digit = cursor.digit {
        take(digit)
        groups.length += 1
        cursor.advance()
        continue
      }
      let here = cursor.character
      guard here == separator || here == 0x20 || here == 0x27, grouping ?? here == here, count > 0,
        cursor.following &- 0x30 < 10
      else { break }
      grouping = here
      groups.close()
      cursor.advance()
    }
    guard grouping != nil else { return true }
    // 0,5 and 0.667 are fractions in the other way of writing.
    return !startsWithZero && groups.areRight(isComma: grouping == UInt32(UInt8(ascii: ",")))
  }

  private mutating func take(_ digit: Int) {
    count += 1
    if mantissa <= DigitRun.roomy {
      mantissa = mantissa * 10 + UInt128(digit)
    } else {
      if dropped == nil { dropped = digit }
      exponent += 1
    }
  }

  /// Another digit fits behind this many.
  private static let roomy = (UInt128.max - 9) / 10
}

/// How many digits stand between thousands separators.
private struct DigitGroups {
  /// Digits of the group that is being read.
  var length = 0
  private var first = 0
  private var closed = 0
  private var areThrees = true
  private var areTwos = true

  /// Ends a group.
  mutating func close() {
    if closed == 0 {
      first = length
    } else {
      areThrees = areThrees && length == 3
      areTwos = areTwos && length == 2
    }
    closed += 1
    length = 0
  }

  /// Whether all groups are of three digits, or, with commas, as India writes them: 12,34,567.
  func areRight(isComma: Bool) -> Bool {
    guard length == 3 else { return false }
    if areThrees, (1...3).contains(first) { return true }
    return isComma && areTwos && closed > 1 && (1...2).contains(first)
  }
}
