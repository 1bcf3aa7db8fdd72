/// What a cell of numbers holds.
enum NumberCell: Equatable {
  case value(Double)
  /// Nothing, or one of the marks for nothing.
  case missing
  /// Something else.
  case invalid

  /// Reads plain decimals, thousands commas in their right places, a currency sign in front, `%`
  /// behind (a percentage is its fraction), and parentheses for negative numbers.
  ///
  /// Empty cells, `-`, `--`, `n/a`, `NA` and `null` are missing. The cell has no white space at its
  /// ends.
  init(_ cell: CellBytes) {
    guard !NumberCell.isMissing(cell) else {
      self = .missing
      return
    }
    var rest = cell
    var isNegative = false
    if rest[0] == UInt8(ascii: "("), rest.count > 2, rest[rest.count - 1] == UInt8(ascii: ")") {
      isNegative = true
      rest = rest.part(1, rest.count - 1).trimmed
    }
    let isSignedOutside = NumberCell.takeSign(&rest, isNegative: &isNegative)
    if NumberCell.takeCurrency(&rest), !isSignedOutside {
      _ = NumberCell.takeSign(&rest, isNegative: &isNegative)
    }
    var places = 0
    if rest.count > 1, rest[rest.count - 1] == UInt8(ascii: "%") {
      rest = rest.part(0, rest.count - 1).trimmed
      places = 2
    }
    guard let magnitude = NumberCell.magnitude(rest, places: places) else {
      self = .invalid
      return
    }
    self = .value(isNegative ? -magnitude : magnitude)
  }

  /// Whether the cell stands for nothing.
  @inline(__always)
  static func isMissing(_ cell: CellBytes) -> Bool {
    if cell.isEmpty { return true }
    if cell.count > 4 || (0x30...0x39).contains(cell[0]) { return false }
    return isMissingMark(cell)
  }

  private static func isMissingMark(_ cell: CellBytes) -> Bool {
    cell.isWord("-") || cell.isWord("--") || cell.isWord("n/a") || cell.isWord("na")
      || cell.isWord("null")
  }

  private static func takeSign(_ rest: inout CellBytes, isNegative: inout Bool) -> Bool {
    guard rest.count > 1 else { return false }
    if rest[0] == UInt8(ascii: "-") {
      // A minus inside parentheses says two things at once, and is left to be refused.
      guard !isNegative else { return false }
      isNegative = true
    } else if rest[0] != UInt8(ascii: "+") {
      return false
    }
    rest = rest.part(1, rest.count)
    return true
  }

  private static func takeCurrency(_ rest: inout CellBytes) -> Bool {
    guard rest.count > 1 else { return false }
    let length =
      switch (rest[0], rest[1], rest.count > 2 ? rest[2] : 0) {
      case (UInt8(ascii: "$"), _, _): 1
      case (0xC2, 0xA5, _): 2
      case (0xEF, 0xBF, 0xA5), (0xE2, 0x82, 0xAC): 3
      default: 0
      }
    guard length > 0, length < rest.count else { return false }
    rest = rest.part(length, rest.count).trimmed
    return true
  }

  /// The number without a sign, divided by ten so many times; nil where it is none.
  @inline(__always)
  private static func magnitude(_ cell: CellBytes, places: Int) -> Double? {
    var mantissa: UInt64 = 0
    var digits = 0
    var sinceComma = 0
    var hasComma = false
    var index = 0
    while index < cell.count {
      let byte = cell[index]
      let digit = byte &- 0x30
      if digit < 10 {
        mantissa = mantissa &* 10 &+ UInt64(digit)
        digits += 1
        sinceComma += 1
      } else if byte == UInt8(ascii: ",") {
        guard hasComma ? sinceComma == 3 : (1...3).contains(sinceComma) else { return nil }
        hasComma = true
        sinceComma = 0
      } else {
        break
      }
      index += 1
    }
    guard !hasComma || sinceComma == 3 else { return nil }
    var scale = places
    if index < cell.count {
      guard cell[index] == UInt8(ascii: ".") else { return nil }
      index += 1
      while index < cell.count {
        let digit = cell[index] &- 0x30
        guard digit < 10 else { return nil }
        mantissa = mantissa &* 10 &+ UInt64(digit)
        digits += 1
        scale += 1
        index += 1
      }
    }
    guard digits > 0 else { return nil }
    // Both are exact up to here, so that one division rounds once.
    if digits <= 15, scale <= 22 { return Double(mantissa) / powersOfTen(scale) }
    return longMagnitude(cell, places: places)
  }

  private static func longMagnitude(_ cell: CellBytes, places: Int) -> Double? {
    let plain = String(decoding: cell.buffer.filter { $0 != UInt8(ascii: ",") }, as: UTF8.self)
    guard let value = Double(places == 0 ? plain : plain + "e-\(places)"), value.isFinite else {
      return nil
    }
    return value
  }

  @inline(__always)
  private static func powersOfTen(_ exponent: Int) -> Double {
    exponent == 0 ? 1 : table[exponent]
  }

  private static let table: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
