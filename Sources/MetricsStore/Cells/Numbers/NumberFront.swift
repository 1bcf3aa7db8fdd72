/// What stands before the digits of a number: signs, currencies, bounds, a parenthesis.
struct NumberFront {
  /// Which way a sign turns the number.
  enum Sign { case plus, minus }

  /// The sign; nil where there is none.
  private(set) var sign: Sign?
  /// Whether a parenthesis opens, which makes the number negative.
  private(set) var isOpen = false
  /// The currency.
  private(set) var currency: Currency?
  /// On which side of the number that follows the meant one lies.
  private(set) var bound: NumberBound?

  /// Reads up to the first digit or decimal separator; nil where something else comes before.
  init?(_ cursor: inout CellCursor, _ format: NumberFormat) {
    while cursor.digit == nil, cursor.character != UInt32(format.decimal) {
      let here = Unicode.Scalar(cursor.character)
      switch here {
      case " ": cursor.advance()
      case "-", "△", "▲", "+":
        // A minus inside parentheses says two things at once.
        guard sign == nil, !isOpen else { return nil }
        sign = here == "+" ? .plus : .minus
        cursor.advance()
      case "(":
        guard sign == nil, !isOpen else { return nil }
        isOpen = true
        cursor.advance()
      case "<", ">", "≤", "≥", "≦", "≧":
        guard bound == nil, sign == nil, !isOpen, currency == nil else { return nil }
        bound = NumberFront.bound(&cursor)
      default:
        guard currency == nil, let found = NumberFront.currency(&cursor) else { return nil }
        currency = found
      }
    }
  }

  private static func bound(_ cursor: inout CellCursor) -> NumberBound {
    let here = Unicode.Scalar(cursor.character)
    cursor.advance()
    switch here {
    case "<": return cursor.take("=") ? .atMost : .below
    case ">": return cursor.take("=") ? .atLeast : .above
    case "≤", "≦": return .atMost
    default: return .atLeast
    }
  }

  private static func currency(_ cursor: inout CellCursor) -> Currency? {
    if let found = Currency(sign: cursor.character) {
      cursor.advance()
      return found
    }
    guard let word = PackedWord(&cursor) else { return nil }
    if cursor.take("$") { return Currency(dollarsOf: word.bits) }
    guard let found = Currency(word: word.bits) else { return nil }
    // As in `Rs. 500`, not in `Rs .5`.
    if cursor.character == 0x2E, cursor.following &- 0x30 >= 10 { cursor.advance() }
    return found
  }
}
