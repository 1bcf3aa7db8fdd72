import Metrics

/// Reads the cells of a column of moments; in most of them the date before stands once more.
struct MomentReading: Sendable {
  /// The first ten bytes of the last date, at first `1970-01-01`, and its first second.
  private var word: UInt64 = 0x2D31_302D_3037_3931
  private var tail: UInt16 = 0x3130
  private var start: Int64 = 0

  /// What a cell holds.
  @inline(__always)
  mutating func read(_ cell: CellBytes) -> MomentCell {
    guard cell.count >= 10, cell.word(at: 0) == word, cell.halfWord(at: 8) == tail else {
      return readAnew(cell)
    }
    if cell.count == 10 { return .moment(start) }
    if cell.count == 19 || cell.count == 20 && cell[19] == UInt8(ascii: "Z"),
      cell[10] == UInt8(ascii: "T") || cell[10] == UInt8(ascii: " "),
      let time = MomentReading.time(cell.word(at: 11))
    {
      return .moment(start &+ time)
    }
    return MomentCell(cell)
  }

  /// The seconds of `23:59:59`, given as its bytes, the first one lowest; nil for everything else.
  @inline(__always)
  private static func time(_ text: UInt64) -> Int64? {
    // Colons become 0 and digits their values; then a digit is at most 9 if adding 6 stays below 16.
    let digits = text ^ 0x3030_3A30_303A_3030
    guard (digits | (digits &+ 0x0606_0006_0600_0606)) & 0xF0F0_FFF0_F0FF_F0F0 == 0 else {
      return nil
    }
    let hour = (digits & 0xF) &* 10 &+ (digits &>> 8 & 0xF)
    let minute = (digits &>> 24 & 0xF) &* 10 &+ (digits &>> 32 & 0xF)
    let second = (digits &>> 48 & 0xF) &* 10 &+ (digits &>> 56)
    guard hour < 24, minute < 60, second < 60 else { return nil }
    return Int64(truncatingIfNeeded: hour &* 3600 &+ minute &* 60 &+ second)
  }

  @inline(never)
  private mutating func readAnew(_ cell: CellBytes) -> MomentCell {
    let read = MomentCell(cell)
    if cell.count >= 10, case .moment = read, case .day(let day) = DateCell(cell.part(0, 10)) {
      start = Int64(day) * 86_400
      word = cell.word(at: 0)
      tail = cell.halfWord(at: 8)
    }
    return read
  }
}
