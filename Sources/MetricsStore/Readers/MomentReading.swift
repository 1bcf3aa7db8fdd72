import Metrics

/// Reads the cells of a column of moments; in most of them the date before stands once more.
struct MomentReading: Sendable {
  /// The first ten bytes of the last date, at first `1970-01-01`, and the day.
  private var word: UInt64 = 0x2D31_302D_3037_3931
  private var tail: UInt16 = 0x3130
  private(set) var day: Int32 = 0
  private let format: DateFormat

  /// A reading of moments whose dates are written so.
  init(_ format: DateFormat = DateFormat()) {
    self.format = format
  }

  /// The civil seconds of a cell such as `2026-11-05T23:59:59` or `2026-11-05 23:59:59Z`, on the day
  /// that `day` then is; nil for everything else, whatever it is.
  @inline(__always)
  mutating func seconds(of cell: CellBytes) -> Int64? {
    let count = cell.count
    guard count == 20 && cell[19] == UInt8(ascii: "Z") || count == 19,
      cell[10] == UInt8(ascii: "T") || cell[10] == UInt8(ascii: " "),
      let time = MomentReading.time(cell.word(at: 11))
    else { return nil }
    if cell.word(at: 0) != word || cell.halfWord(at: 8) != tail {
      guard setDay(cell.part(0, 10)) else { return nil }
    }
    return Int64(day) &* 86_400 &+ time
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
  private mutating func setDay(_ date: CellBytes) -> Bool {
    guard date[9] &- 0x30 < 10, case .day(let number) = DateCell(date, format) else { return false }
    word = date.word(at: 0)
    tail = date.halfWord(at: 8)
    day = number
    return true
  }

  /// What a cell holds, whose ends have no white space.
  mutating func read(_ cell: CellBytes) -> MomentCell {
    seconds(of: cell).map { .moment($0) } ?? MomentCell(cell, format)
  }
}
