/// What people and tools write into a cell that has nothing to say.
enum MissingMark: Hashable, Sendable {
  /// A mark for nothing.
  case nothing
  /// A spreadsheet's word for a formula that failed.
  case failure

  /// Whether the cell may be a mark, told from its length and first byte.
  @inline(__always)
  static func isPossible(_ cell: CellBytes) -> Bool {
    guard cell.count > 0, cell.count <= longest else { return false }
    // A digit begins no mark, and most cells of numbers begin with one.
    let first = cell[0]
    if first &- 0x30 < 10 { return false }
    return switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "#"), UInt8(ascii: "("), UInt8(ascii: "<"),
      UInt8(ascii: "\\"), UInt8(ascii: "N"), UInt8(ascii: "n"), UInt8(ascii: "T"),
      UInt8(ascii: "t"), UInt8(ascii: "K"), UInt8(ascii: "k"), 0xE2, 0xE3, 0xE6, 0xE8, 0xEF:
      true
    default: false
    }
  }

  /// The mark that the cell is; nil where it is none. The cell has no white space at its ends.
  @inline(never)
  init?(_ cell: CellBytes) {
    guard !cell.isEmpty, cell.count <= MissingMark.longest else { return nil }
    if cell[0] == UInt8(ascii: "#") {
      guard MissingMark.failures.contains(where: { cell.isWord($0) }) else { return nil }
      self = .failure
    } else {
      guard MissingMark.isDashes(cell) || MissingMark.words.contains(where: { cell.isWord($0) })
      else { return nil }
      self = .nothing
    }
  }

  /// In bytes, of any mark.
  private static let longest = 12

  private static let failures: [StaticString] = [
    "#n/a", "#div/0!", "#ref!", "#value!", "#name?", "#num!", "#null!", "#error!", "#spill!",
    "#calc!",
  ]

  private static let words: [StaticString] = [
    "n/a", "na", "n.a.", "nan", "null", "none", "nil", "tbd", "t.b.d.", "k.a.", "(not set)",
    "(null)", "(none)", "<na>", "<null>", "\\n", "未定", "未設定", "なし", "該当なし", "ｎ／ａ", "Ｎ／Ａ",
  ]

  /// Whether only dashes stand here, of whatever width, Japan's long vowel mark among them.
  private static func isDashes(_ cell: CellBytes) -> Bool {
    var cursor = CellCursor(cell)
    while cursor.character == 0x2D || cursor.character == 0x30FC { cursor.advance() }
    return cursor.isAtEnd
  }
}
