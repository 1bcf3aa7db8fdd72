/// What stands behind the digits of a number: `%`, units, currencies, a closing parenthesis, a minus.
struct NumberBack {
  /// Whether a `%` stands there.
  private(set) var isPercent = false
  /// Whether a minus stands there.
  private(set) var isNegative = false
  /// The currency.
  private(set) var currency: Currency?
  /// The power of ten of a unit such as K.
  private(set) var unit: Int?
  /// On which side of the number the meant one lies, as in 100以上.
  private(set) var bound: NumberBound?

  private var isCounted = false

  /// Reads up to the end; nil where something stands there that belongs to no number, or twice.
  init?(_ cursor: inout CellCursor, after front: NumberFront) {
    var isOpen = front.isOpen
    while !cursor.isAtEnd {
      switch Unicode.Scalar(cursor.character) {
      case " ": cursor.advance()
      case "%":
        guard !isPercent, unit == nil, currency == nil else { return nil }
        isPercent = true
        cursor.advance()
      case ")":
        guard isOpen else { return nil }
        isOpen = false
        cursor.advance()
      case "-":
        guard front.sign == nil, !front.isOpen, !isNegative else { return nil }
        isNegative = true
        cursor.advance()
      default:
        guard takeWord(&cursor) else { return nil }
      }
    }
    guard !isOpen, bound == nil || !isNegative else { return nil }
  }

  /// Goes past a unit, a currency, a counter or a bound; false where none of them stands.
  private mutating func takeWord(_ cursor: inout CellCursor) -> Bool {
    if bound == nil, let found = NumberBack.bound(&cursor) {
      bound = found
      return true
    }
    if !isCounted, currency == nil, NumberUnit.isCounter(cursor.character) {
      isCounted = true
      cursor.advance()
      return true
    }
    if currency == nil, let found = Currency(sign: cursor.character) {
      currency = found
      cursor.advance()
      return true
    }
    guard let word = PackedWord(&cursor) else { return false }
    if unit == nil, currency == nil, !isPercent, let found = NumberUnit.word(word.bits) {
      unit = found
    } else if currency == nil, let found = Currency(word: word.bits) {
      currency = found
    } else {
      return false
    }
    // As in `3 Mio.`.
    _ = cursor.take(".")
    return true
  }

  private static func bound(_ cursor: inout CellCursor) -> NumberBound? {
    if cursor.take("以", "上") { return .atLeast }
    if cursor.take("以", "下") { return .atMost }
    if cursor.take("未", "満") { return .below }
    if cursor.take("超") { return .above }
    return cursor.take("+") ? .atLeast : nil
  }
}
