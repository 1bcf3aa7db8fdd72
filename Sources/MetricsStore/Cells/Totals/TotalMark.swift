/// The quick test for cells that may say that their row is a total.
///
/// Names of channels and campaigns come in no order that a processor could foresee, so it takes one
/// branch for all of them: three bytes in front are looked up in a small table, three behind compared.
enum TotalMark {
  /// Whether the cell begins or ends as a total's label may; few other cells do.
  @inline(__always)
  static func isIn(_ cell: CellBytes) -> Bool {
    let count = cell.count
    guard count >= 3 else { return false }
    let slot = TotalMark.slot(of: bits(cell, 0))
    let inFront = table[Int(slot >> 6)] &>> UInt64(slot & 63)
    let last = bits(cell, count - 3)
    let behind = isZero(last ^ 0x74_616C) | isZero(last ^ 0x61_6C73) | isZero(last ^ 0xE8_A8A8)
    let first = UInt64(cell[0])
    // * ( < = [
    let opens =
      (0x3000_0500_0000_0000 &>> (first & 63)) & UInt64(first < 64 ? 1 : 0)
      | isZero(UInt32(cell[0]) ^ 0x5B)
    return (inFront | behind | opens) & 1 != 0
  }

  /// The first three bytes of labels, without case.
  static let fronts = [
    "tot", "gra", "ges", "sub", "sum", "sou", "som", "ave", "avg", "ove", "zwi", "dur", "moy",
    "mit",
    "pro", "ens", "end", "ins", "合", "小", "平", "全", "総", "累", "計", "集", "【", "（", "＜", "［", "Ｔ",
    "ｔ",
  ]

  /// A bit for the slot of each of `fronts`, written out so that nothing has to be made first.
  static let table: [UInt64] = [
    0x10_0800_0000_8000, 0x1000_2000, 0x11_1000_0000_0010, 0x4_0000_0020, 0x2402_1040_0090_0200,
    0x200_3000, 0x8000_0061_0000_0008, 0x1_0000_0100_0040,
  ]

  /// Where the table has the bit of three bytes, 0 to 511.
  @inline(__always)
  static func slot(of bits: UInt32) -> UInt32 { (bits &* 0x9E37_79B1) >> 23 }

  /// Three bytes from a position on, letters in lower case.
  @inline(__always)
  static func bits(_ cell: CellBytes, _ index: Int) -> UInt32 {
    let bytes =
      UInt32(cell[index]) << 16 | UInt32(cell[index + 1]) << 8 | UInt32(cell[index + 2])
    return bytes | 0x20_2020
  }

  @inline(__always)
  private static func isZero(_ bits: UInt32) -> UInt64 { bits == 0 ? 1 : 0 }
}
