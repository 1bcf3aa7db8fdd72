/// The digits of a number with the units among and right behind them: `1,234.5`, `1億2,345万`, `1.2E+05`.
struct NumberAmount {
  /// What they come to.
  private(set) var value = ExactDecimal.zero
  /// The power of ten of the first Japanese unit; nil where there is none.
  private(set) var unit: Int?
  /// How many digits stand behind the decimal separator.
  private(set) var places = 0
  /// The power of ten of the last digit written: 6 for 1.05億.
  private(set) var resolution = 0

  /// Reads on from the first digit; nil where it is no number, or one too large to be exact here.
  init?(_ cursor: inout CellCursor, _ format: NumberFormat) {
    // The power of ten below which the next part must stay.
    var limit: Int?
    while true {
      guard let run = DigitRun(&cursor, format) else { return nil }
      var exponent = NumberAmount.exponent(&cursor) ?? 0
      if exponent == 0, let found = NumberAmount.unit(&cursor) {
        unit = unit ?? found
        exponent = found
      }
      guard
        let part = ExactDecimal(
          run.mantissa, exponent: run.exponent + exponent, dropped: run.dropped),
        limit.map({ NumberAmount.is(part, exponent, below: $0) }) ?? true, value.add(part)
      else { return nil }
      places = run.places
      resolution = exponent - run.places
      var ahead = cursor
      ahead.skipSpaces()
      guard unit != nil, exponent > 0, ahead.digit != nil else { return }
      // Only the last of several parts may have a fraction.
      guard run.places == 0 else { return nil }
      cursor = ahead
      limit = exponent
    }
  }

  /// Whether a part is smaller than one of the unit before it, as 2,345万 is than one 億.
  private static func `is`(_ part: ExactDecimal, _ exponent: Int, below limit: Int) -> Bool {
    guard let one = ExactDecimal(1, exponent: limit) else { return false }
    return exponent < limit && part.units < one.units
  }

  /// The power of ten behind an `E` as in 1.2E+05; nil where there is none.
  private static func exponent(_ cursor: inout CellCursor) -> Int? {
    guard cursor.character | 0x20 == 0x65 else { return nil }
    var ahead = cursor
    ahead.advance()
    let isNegative = ahead.character == 0x2D
    if isNegative || ahead.character == 0x2B { ahead.advance() }
    guard ahead.digit != nil else { return nil }
    var exponent = 0
    while let digit = ahead.digit {
      exponent = min(9999, exponent * 10 + digit)
      ahead.advance()
    }
    cursor = ahead
    return isNegative ? -exponent : exponent
  }

  /// The power of ten of 千, 万, 百万 and their like; nil where none stands.
  private static func unit(_ cursor: inout CellCursor) -> Int? {
    var ahead = cursor
    ahead.skipSpaces()
    let small = NumberUnit.small(ahead.character)
    if small != nil { ahead.advance() }
    let large = NumberUnit.large(ahead.character)
    if large != nil { ahead.advance() }
    guard small != nil || large != nil else { return nil }
    cursor = ahead
    return (small ?? 0) + (large ?? 0)
  }
}
