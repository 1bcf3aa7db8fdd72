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

  /// Whether the cell may be a label, told from a few of its bytes.
  @inline(__always)
  static func isPossible(_ cell: CellBytes) -> Bool {
    let count = cell.count
    guard count >= 3 else { return false }
    let last = cell[count - 1]
    // `East Total`, 東京計.
    if last | 0x20 == UInt8(ascii: "l") || last | 0x20 == UInt8(ascii: "s") || last == 0x88 {
      if isBehind(cell) { return true }
    }
    return isInFront(cell)
  }

  @inline(__always)
  private static func isInFront(_ cell: CellBytes) -> Bool {
    let first = cell[0]
    // Digits and most letters begin no label.
    if first < 0x80 {
      switch first | 0x20 {
      case UInt8(ascii: "t"), UInt8(ascii: "g"), UInt8(ascii: "s"), UInt8(ascii: "a"),
        UInt8(ascii: "o"), UInt8(ascii: "z"), UInt8(ascii: "d"), UInt8(ascii: "m"),
        UInt8(ascii: "p"), UInt8(ascii: "e"):
        return isLatin(cell)
      default: return isOpening(first)
      }
    }
    switch UInt32(first) << 16 | UInt32(cell[1]) << 8 | UInt32(cell[2]) {
    // 合 小 平 全 総 累 計 集 【 （ ＜ ［ Ｔ ｔ
    case 0xE5_9088, 0xE5_B08F, 0xE5_B9B3, 0xE5_85A8, 0xE7_B78F, 0xE7_B4AF, 0xE8_A888, 0xE9_9B86,
      0xE3_8090, 0xEF_BC88, 0xEF_BC9C, 0xEF_BCBB, 0xEF_BCB4, 0xEF_BD94:
      return true
    default: return false
    }
  }

  @inline(__always)
  private static func isOpening(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "(")
      || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "=")
  }

  private static func isLatin(_ cell: CellBytes) -> Bool {
    let bits =
      UInt32(cell[0] | 0x20) << 16 | UInt32(cell[1] | 0x20) << 8 | UInt32(cell[2] | 0x20)
    return switch bits {
    // tot gra ges sub sum sou som ave avg ove zwi dur moy mit pro ens end
    case 0x74_6F74, 0x67_7261, 0x67_6573, 0x73_7562, 0x73_756D, 0x73_6F75, 0x73_6F6D, 0x61_7665,
      0x61_7667, 0x6F_7665, 0x7A_7769, 0x64_7572, 0x6D_6F79, 0x6D_6974, 0x70_726F, 0x65_6E73,
      0x65_6E64:
      true
    default: false
    }
  }

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
