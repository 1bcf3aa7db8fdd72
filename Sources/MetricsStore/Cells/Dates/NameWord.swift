/// Letters that stand together, without case and accents, as a number: the last one in its last byte.
struct NameWord: Hashable {
  /// The letters.
  let bits: UInt128

  /// Goes past the letters here; nil where none stands or more than sixteen do.
  init?(_ cursor: inout CellCursor) {
    var ahead = cursor
    var bits: UInt128 = 0
    while let letter = NameWord.letter(ahead) {
      guard bits >> 120 == 0 else { return nil }
      bits = bits << 8 | UInt128(letter)
      ahead.advance()
    }
    guard bits != 0 else { return nil }
    self.bits = bits
    cursor = ahead
  }

  /// A word of the program's own, in lower case without accents.
  init(_ word: some StringProtocol) {
    bits = word.utf8.reduce(0) { $0 << 8 | UInt128($1) }
  }

  private static func letter(_ cursor: CellCursor) -> UInt8? {
    if cursor.isLetter { return UInt8(cursor.character | 0x20) }
    switch Unicode.Scalar(cursor.character) {
    case "é", "è", "ê", "É", "È": return UInt8(ascii: "e")
    case "û", "ú", "Û", "Ú": return UInt8(ascii: "u")
    case "ä", "á", "à", "Ä", "Á": return UInt8(ascii: "a")
    default: return nil
    }
  }
}
