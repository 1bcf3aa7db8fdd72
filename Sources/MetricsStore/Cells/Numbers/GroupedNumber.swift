/// The commonest numbers that are not plain digits: `25,881`, `-1,234.5`, `66.67%`.
///
/// It reads nothing that `WrittenNumber` would not read alike, only sooner.
struct GroupedNumber {
  /// The number; a percentage is its fraction.
  let value: ExactDecimal

  /// Reads ASCII digits in groups of three, a hyphen before and a `%` behind them; nil for anything
  /// else, and for more than 18 digits.
  @inline(__always)
  init?(_ cell: CellBytes, _ format: NumberFormat) {
    var end = cell.count
    guard end > 0, end <= 27 else { return nil }
    var shift = ExactDecimal.places + format.plainExponent
    if cell[end - 1] == UInt8(ascii: "%") {
      guard format.exponent == 0 else { return nil }
      shift = ExactDecimal.places - 2
      end -= 1
    }
    let isNegative = cell[0] == UInt8(ascii: "-")
    let start = isNegative ? 1 : 0
    var index = start
    var mantissa: Int64 = 0
    var digits = 0
    var sinceGroup = 0
    var isGrouped = false
    while index < end {
      let byte = cell[index]
      let digit = byte &- 0x30
      if digit < 10 {
        mantissa = mantissa &* 10 &+ Int64(digit)
        digits += 1
        sinceGroup += 1
      } else if byte == format.grouping {
        // 0,5 and 0.667 are fractions in the other way of writing.
        guard isGrouped ? sinceGroup == 3 : (1...3).contains(digits) && cell[start] != 0x30
        else { return nil }
        isGrouped = true
        sinceGroup = 0
      } else {
        break
      }
      index += 1
    }
    guard digits > 0, !isGrouped || sinceGroup == 3 else { return nil }
    if index < end {
      guard cell[index] == format.decimal else { return nil }
      index += 1
      shift -= end - index
      digits += end - index
      while index < end {
        let digit = cell[index] &- 0x30
        guard digit < 10 else { return nil }
        mantissa = mantissa &* 10 &+ Int64(digit)
        index += 1
      }
    }
    guard digits <= 18, shift >= 0, shift <= 18 else { return nil }
    value = ExactDecimal(isNegative ? 0 &- mantissa : mantissa, scaledBy: shift)
  }
}
