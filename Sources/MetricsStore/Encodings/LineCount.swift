/// The line that a text has come to, where LF, CRLF and CR alone end lines.
struct LineCount {
  /// The current line, from 1.
  private(set) var line = 1
  private var last: UInt8 = 0

  /// Takes the next bytes of a text in UTF-8.
  mutating func add(_ text: UnsafeRawBufferPointer) {
    guard let start = text.baseAddress, let end = text.last else { return }
    count(start.load(as: UInt8.self), after: last)
    var index = 1
    while index &+ 8 <= text.count {
      // Eight counts, of which each goes up to 255.
      let rounds = min(255, (text.count &- index) / 8)
      var counts: UInt64 = 0
      for _ in 0..<rounds {
        let bytes = start.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        let before = start.loadUnaligned(fromByteOffset: index &- 1, as: UInt64.self)
        let ends =
          zeros(bytes ^ 0x0D0D_0D0D_0D0D_0D0D)
          | (zeros(bytes ^ 0x0A0A_0A0A_0A0A_0A0A) & ~zeros(before ^ 0x0D0D_0D0D_0D0D_0D0D))
        counts &+= ends >> 7
        index &+= 8
      }
      for byte in 0..<8 { line += Int(UInt8(truncatingIfNeeded: counts >> (8 * UInt64(byte)))) }
    }
    while index < text.count {
      count(text[index], after: text[index - 1])
      index += 1
    }
    last = end
  }

  /// The highest bit of each byte that is zero.
  @inline(__always)
  private func zeros(_ bytes: UInt64) -> UInt64 {
    let rest: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~(((bytes & rest) &+ rest) | bytes | rest)
  }

  /// Counts a line where one ends with this byte; with CRLF it does with the CR.
  private mutating func count(_ byte: UInt8, after before: UInt8) {
    line += byte == 0x0D || (byte == 0x0A && before != 0x0D) ? 1 : 0
  }
}
