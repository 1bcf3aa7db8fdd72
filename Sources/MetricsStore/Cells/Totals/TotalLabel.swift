/// What a cell such as `Total: Campaigns` or 合計 says its row is.
struct TotalLabel: Hashable, Sendable {
  /// What the figures of the row are.
  enum Kind: Hashable, Sendable {
    /// Sums of all rows, of some of them, or their means.
    case total, subtotal, average
    /// What is in a total and in no row, as Google Ads' other search terms.
    case remainder
  }

  /// What the figures of the row are.
  let kind: Kind
  /// Whether no name of a thing reads so: the word stands alone, or before a colon or a bracket.
  ///
  /// Other rows are totals only where their numbers say so too: there is a Total Wine.
  let isCertain: Bool

  /// Whether the cell may be a label, told from its first and last bytes: for every row.
  @inline(__always)
  static func isPossible(_ cell: CellBytes) -> Bool { TotalMark.isIn(cell) }

  /// Whether the cell ends in `total`, `totals` or 計.
  private static func isBehind(_ cell: CellBytes) -> Bool {
    var end = cell.count
    if cell[end - 1] == 0x88 { return cell[end - 2] == 0xA8 && cell[end - 3] == 0xE8 }
    if cell[end - 1] | 0x20 == UInt8(ascii: "s") { end -= 1 }
    return end > 5 && cell.part(end - 5, end).isWord("total")
  }

  /// Reads a cell; nil where it is no label. The cell has no white space at its ends.
  init?(_ cell: CellBytes) {
    guard TotalLabel.isPossible(cell), cell.count <= TotalLabel.longest else { return nil }
    var cursor = CellCursor(cell)
    TotalLabel.skipDecoration(&cursor)
    if let found = TotalWord(&cursor) {
      var kind = found.kind
      let rest = TotalLabel.rest(&cursor, isJapanese: found.isJapanese)
      guard rest != .word || !found.needsEnd else { return nil }
      if rest == .subject, kind == .total, TotalLabel.isOther(cursor) { kind = .remainder }
      self.kind = kind
      isCertain = rest == .nothing || rest == .subject
    } else {
      guard TotalLabel.isBehind(cell) else { return nil }
      kind = .subtotal
      isCertain = false
    }
  }

  /// In bytes; a longer cell is prose.
  private static let longest = 120

  /// What follows the word.
  private enum Rest {
    case nothing, subject, word
  }

  private static func rest(_ cursor: inout CellCursor, isJapanese: Bool) -> Rest {
    cursor.skipSpaces()
    switch Unicode.Scalar(cursor.character) {
    case ":":
      cursor.advance()
      return .subject
    case "(", "[": return .subject
    default: break
    }
    skipDecoration(&cursor)
    return cursor.isAtEnd ? .nothing : .word
  }

  /// Whether a colon is followed by `Other` or その他.
  private static func isOther(_ cursor: CellCursor) -> Bool {
    var ahead = cursor
    ahead.skipSpaces()
    if ahead.take("そ", "の") { return ahead.take("他") }
    guard let word = PackedWord(&ahead) else { return false }
    return word.bits == 0x6F_7468_6572
  }

  /// Goes past what people draw around a label: `**`, `[`, 【, `---`.
  private static func skipDecoration(_ cursor: inout CellCursor) {
    while !cursor.isAtEnd, let scalar = Unicode.Scalar(cursor.character),
      " *[](){}<>=-_【】《》「」■●◆▼".unicodeScalars.contains(scalar)
    {
      cursor.advance()
    }
  }
}
