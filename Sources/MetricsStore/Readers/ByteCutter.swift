/// Finds the next line end, or byte of one kind, eight bytes at a time.
struct ByteCutter {
  private let byte: UInt8
  private let pattern: UInt64

  /// Finds this byte, and LF and CR.
  @inline(__always)
  init(_ byte: UInt8) {
    self.byte = byte
    pattern = ByteCutter.pattern(byte)
  }

  /// Whether it is the byte or a line end.
  @inline(__always)
  func isBoundary(_ other: UInt8) -> Bool { other == byte || other == 0x0A || other == 0x0D }

  /// The offset of the first boundary from `index` on, or `end`; up to seven bytes past the end are
  /// looked at.
  @inline(__always)
  func boundary(_ block: UnsafePointer<UInt8>, _ index: Int, _ end: Int) -> Int {
    var index = index
    while index < end {
      let word = ByteCutter.word(block, index)
      let found =
        ByteCutter.zeros(word ^ pattern)
        | ByteCutter.zeros(word ^ 0x0A0A_0A0A_0A0A_0A0A)
        | ByteCutter.zeros(word ^ 0x0D0D_0D0D_0D0D_0D0D)
      if found != 0 { return min(end, index + found.trailingZeroBitCount / 8) }
      index += 8
    }
    return end
  }

  /// The offset of the first boundary or other byte from `index` on, or `end`.
  func boundary(
    _ block: UnsafePointer<UInt8>, _ index: Int, _ end: Int, or other: UInt8
  ) -> Int {
    let second = ByteCutter.pattern(other)
    var index = index
    while index < end {
      let word = ByteCutter.word(block, index)
      let found =
        ByteCutter.zeros(word ^ pattern) | ByteCutter.zeros(word ^ second)
        | ByteCutter.zeros(word ^ 0x0A0A_0A0A_0A0A_0A0A)
        | ByteCutter.zeros(word ^ 0x0D0D_0D0D_0D0D_0D0D)
      if found != 0 { return min(end, index + found.trailingZeroBitCount / 8) }
      index += 8
    }
    return end
  }

  /// The high bits of the bytes for which a cell of RFC 4180 needs quotes; those above the lowest may
  /// be wrong.
  @inline(__always)
  static func specials(_ word: UInt64) -> UInt64 {
    zeros(word ^ 0x2C2C_2C2C_2C2C_2C2C) | zeros(word ^ 0x2222_2222_2222_2222)
      | zeros(word ^ 0x0A0A_0A0A_0A0A_0A0A) | zeros(word ^ 0x0D0D_0D0D_0D0D_0D0D)
  }

  @inline(__always)
  private static func pattern(_ byte: UInt8) -> UInt64 {
    UInt64(byte) &* 0x0101_0101_0101_0101
  }

  @inline(__always)
  private static func word(_ block: UnsafePointer<UInt8>, _ index: Int) -> UInt64 {
    UInt64(
      littleEndian: UnsafeRawPointer(block + index).loadUnaligned(as: UInt64.self))
  }

  /// The high bit of each byte that is zero; those above the lowest may be wrong.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }
}
