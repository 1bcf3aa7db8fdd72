/// Finds which of point and comma stands before the fractions of a column, from all of its cells.
struct DecimalVote: Hashable, Sendable {
  /// What the cells say together.
  enum Verdict: Hashable, Sendable {
    /// No cell has a point or a comma.
    case unneeded
    /// The byte before fractions.
    case decided(UInt8)
    /// Numbers such as 1.234 or 1,234 mean another one with the other separator; this one is taken.
    case undecidable(UInt8)
    /// So many cells are numbers only with a decimal point, and so many only with a comma.
    case contradictory(point: Int, comma: Int)
  }

  private var onlyPoint = 0
  private var onlyComma = 0
  /// Cells such as 1.234, and such as 1,234, which both make numbers, but different ones.
  private var openPoints = 0
  private var openCommas = 0

  /// Takes into account what a cell is with a decimal point, and with a decimal comma.
  mutating func see(point: WrittenNumber?, comma: WrittenNumber?) {
    switch (point, comma) {
    case (let point?, let comma?):
      guard point.value != comma.value else { return }
      if point.places > 0 { openPoints += 1 } else { openCommas += 1 }
    case (_?, nil): onlyPoint += 1
    case (nil, _?): onlyComma += 1
    case (nil, nil): break
    }
  }

  /// What the cells say together.
  var verdict: Verdict {
    let point = UInt8(ascii: ".")
    let comma = UInt8(ascii: ",")
    if onlyPoint > 0, onlyComma > 0 { return .contradictory(point: onlyPoint, comma: onlyComma) }
    if onlyPoint > 0 { return .decided(point) }
    if onlyComma > 0 { return .decided(comma) }
    // 1,234 alone groups thousands everywhere but in columns that show commas before fractions;
    // 1.234 alone may be either.
    if openPoints > 0 { return .undecidable(point) }
    return openCommas > 0 ? .decided(point) : .unneeded
  }

  /// The byte before fractions, as far as it can be told.
  var decimal: UInt8 {
    switch verdict {
    case .decided(let byte), .undecidable(let byte): byte
    case .contradictory(let points, let commas):
      commas > points ? UInt8(ascii: ",") : UInt8(ascii: ".")
    case .unneeded: UInt8(ascii: ".")
    }
  }
}
