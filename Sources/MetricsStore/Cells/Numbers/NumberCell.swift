/// What a cell of numbers holds.
enum NumberCell: Hashable, Sendable {
  /// A number.
  case value(ExactDecimal)
  /// Nothing, or one of the marks for nothing.
  case missing
  /// What a spreadsheet writes where a formula failed, such as `#DIV/0!`: nothing, but odd.
  case failure
  /// A number that is only known to lie on one side of this one, as in `< 10%`.
  case bound(NumberBound, ExactDecimal)
  /// Something else, or a number beyond what is exact here.
  case invalid

  /// Reads a number as people and their tools write it: see `WrittenNumber`.
  ///
  /// The cell has no white space at its ends. Plain digits take the short way.
  @inline(__always)
  init(_ cell: CellBytes, _ format: NumberFormat = NumberFormat()) {
    if let value = NumberCell.plain(cell, format) {
      self = .value(value)
    } else {
      self = NumberCell.written(cell, format)
    }
  }

  /// Whether the cell stands for nothing.
  @inline(__always)
  static func isMissing(_ cell: CellBytes) -> Bool {
    cell.isEmpty || MissingMark.isPossible(cell) && MissingMark(cell) != nil
  }

  /// The number where it is written with at most 18 digits, a hyphen and a decimal point only.
  @inline(__always)
  private static func plain(_ cell: CellBytes, _ format: NumberFormat) -> ExactDecimal? {
    let count = cell.count
    // Eighteen digits, a sign and a point.
    guard count > 0, count <= 20 else { return nil }
    let isNegative = cell[0] == UInt8(ascii: "-")
    var index = isNegative ? 1 : 0
    var mantissa: Int64 = 0
    var digits = count - index
    var places = 0
    while index < count {
      let digit = cell[index] &- 0x30
      guard digit < 10 else { break }
      mantissa = mantissa &* 10 &+ Int64(digit)
      index += 1
    }
    if index < count {
      guard cell[index] == format.decimal else { return nil }
      index += 1
      places = count - index
      digits -= 1
      while index < count {
        let digit = cell[index] &- 0x30
        guard digit < 10 else { return nil }
        mantissa = mantissa &* 10 &+ Int64(digit)
        index += 1
      }
    }
    let shift = ExactDecimal.places - places + format.plainExponent
    guard digits > 0, digits <= 18, shift >= 0, shift <= 18 else { return nil }
    return ExactDecimal(isNegative ? 0 &- mantissa : mantissa, scaledBy: shift)
  }

  @inline(never)
  private static func written(_ cell: CellBytes, _ format: NumberFormat) -> NumberCell {
    if cell.isEmpty { return .missing }
    if let number = GroupedNumber(cell, format) { return .value(number.value) }
    if MissingMark.isPossible(cell), let mark = MissingMark(cell) {
      return mark == .failure ? .failure : .missing
    }
    guard let number = WrittenNumber(cell, format) else { return .invalid }
    return number.bound.map { .bound($0, number.value) } ?? .value(number.value)
  }
}

/// On which side of a bound a number lies.
enum NumberBound: Hashable, Sendable {
  case above, atLeast, below, atMost
}
