/// ASCII letters that stand together, in lower case, as a number: the last letter in its last byte.
struct PackedWord {
  /// The letters.
  let bits: UInt64

  /// Goes past the letters here; nil where none stands or more than eight do.
  init?(_ cursor: inout CellCursor) {
    var ahead = cursor
    var bits: UInt64 = 0
    while ahead.isLetter {
      guard bits >> 56 == 0 else { return nil }
      bits = bits << 8 | UInt64(ahead.character | 0x20)
      ahead.advance()
    }
    guard bits != 0 else { return nil }
    self.bits = bits
    cursor = ahead
  }
}
