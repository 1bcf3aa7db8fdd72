import Metrics

/// What a cell of dates holds.
enum DateCell: Equatable {
  /// A civil date, as `Day.number`.
  case day(Int32)
  /// Nothing, or one of the marks for nothing.
  case missing
  /// Something else, or a date that the calendar does not have, or not of 1900 to 2199.
  case invalid

  /// Reads `2026-11-05`, `2026/11/5` and `20261105`, each with or without a time behind a space or
  /// `T`. The time is dropped: no zone moves a date. The cell has no white space at its ends.
  @inline(__always)
  init(_ cell: CellBytes) {
    guard !NumberCell.isMissing(cell) else {
      self = .missing
      return
    }
    guard let date = DateCell.date(cell),
      DateCell.isTime(cell, from: date.length), (1900...2199).contains(date.year),
      let day = Day(year: date.year, month: date.month, day: date.day)
    else {
      self = .invalid
      return
    }
    self = .day(day.number)
  }

  @inline(__always)
  private static func date(
    _ cell: CellBytes
  ) -> (year: Int, month: Int, day: Int, length: Int)? {
    guard cell.count >= 8, let year = number(cell, 0, 4) else { return nil }
    switch cell[4] {
    case UInt8(ascii: "-"):
      guard cell.count >= 10, cell[7] == UInt8(ascii: "-"), let month = number(cell, 5, 7),
        let day = number(cell, 8, 10)
      else { return nil }
      return (year, month, day, 10)
    case UInt8(ascii: "/"):
      let monthEnd = cell[6] == UInt8(ascii: "/") ? 6 : 7
      guard monthEnd + 1 < cell.count, cell[monthEnd] == UInt8(ascii: "/") else { return nil }
      let start = monthEnd + 1
      let end = start + 1 < cell.count && cell[start + 1] &- 0x30 < 10 ? start + 2 : start + 1
      guard let month = number(cell, 5, monthEnd), let day = number(cell, start, end) else {
        return nil
      }
      return (year, month, day, end)
    default:
      guard let month = number(cell, 4, 6), let day = number(cell, 6, 8) else { return nil }
      return (year, month, day, 8)
    }
  }

  /// Whether nothing follows, or a space or `T` and something that begins like a time.
  @inline(__always)
  private static func isTime(_ cell: CellBytes, from index: Int) -> Bool {
    if index == cell.count { return true }
    guard cell[index] == UInt8(ascii: " ") || cell[index] == UInt8(ascii: "T") else { return false }
    let time = cell.part(index + 1, cell.count).trimmed
    guard time.count >= 4, time[0] &- 0x30 < 10 else { return false }
    return time[1] == UInt8(ascii: ":") || (time[1] &- 0x30 < 10 && time[2] == UInt8(ascii: ":"))
  }

  @inline(__always)
  private static func number(_ cell: CellBytes, _ start: Int, _ end: Int) -> Int? {
    var value = 0
    for index in start..<end {
      let digit = cell[index] &- 0x30
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }
}
