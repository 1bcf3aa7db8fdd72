import Metrics

/// What a cell of dates holds.
enum DateCell: Hashable, Sendable {
  /// A civil date, as `Day.number`.
  case day(Int32)
  /// A month, as the `Day.number` of its first day.
  case month(Int32)
  /// A date whose parts can stand in more than one order, and the column's is not known.
  case ambiguous(NumericDate)
  /// Nothing, or one of the marks for nothing.
  case missing
  /// Something else, or a date that the calendar does not have, or not of 1900 to 2199.
  case invalid

  /// Reads a date as people and their tools write it: see `WrittenDate`. A time is dropped: no zone
  /// moves a date.
  ///
  /// The cell has no white space at its ends. `2026-11-05`, `2026/11/5` and `20261105`, alone or with
  /// a plain time, take the short way.
  @inline(__always)
  init(_ cell: CellBytes, _ format: DateFormat = DateFormat()) {
    if let day = DateCell.plain(cell) {
      self = .day(day)
    } else {
      self = DateCell.written(cell, format)
    }
  }

  @inline(__always)
  private static func plain(_ cell: CellBytes) -> Int32? {
    guard cell.count >= 8, let year = number(cell, 0, 4) else { return nil }
    var end = 8
    var month: Int?
    var day: Int?
    switch cell[4] {
    case UInt8(ascii: "-"):
      guard cell.count >= 10, cell[7] == UInt8(ascii: "-") else { return nil }
      month = number(cell, 5, 7)
      day = number(cell, 8, 10)
      end = 10
    case UInt8(ascii: "/"):
      let monthEnd = cell[6] == UInt8(ascii: "/") ? 6 : 7
      let start = monthEnd + 1
      guard start < cell.count, cell[monthEnd] == UInt8(ascii: "/") else { return nil }
      end = start + 1 < cell.count && cell[start + 1] &- 0x30 < 10 ? start + 2 : start + 1
      month = number(cell, 5, monthEnd)
      day = number(cell, start, end)
    default:
      month = number(cell, 4, 6)
      day = number(cell, 6, 8)
    }
    guard let month, let day, end == cell.count || isTime(cell, from: end) else { return nil }
    return CivilDay.number(year: year, month: month, day: day)
  }

  /// Whether ` 10:00` or `T10:00:00` stands here and ends the cell.
  @inline(__always)
  private static func isTime(_ cell: CellBytes, from index: Int) -> Bool {
    let count = cell.count - index
    guard count == 9 || count == 6,
      cell[index] == UInt8(ascii: " ") || cell[index] == UInt8(ascii: "T"),
      isPart(cell, index + 1, tens: 3), cell[index + 3] == UInt8(ascii: ":"),
      isPart(cell, index + 4, tens: 6)
    else { return false }
    return count == 6
      || cell[index + 6] == UInt8(ascii: ":") && isPart(cell, index + 7, tens: 6)
  }

  @inline(__always)
  private static func isPart(_ cell: CellBytes, _ index: Int, tens: UInt8) -> Bool {
    cell[index] &- 0x30 < tens && cell[index + 1] &- 0x30 < 10
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

  @inline(never)
  private static func written(_ cell: CellBytes, _ format: DateFormat) -> DateCell {
    guard !NumberCell.isMissing(cell) else { return .missing }
    if let epoch = format.serials, let serial = SerialDate(cell, epoch) { return .day(serial.day) }
    guard let date = WrittenDate(cell) else { return .invalid }
    switch date.reading {
    case .day(let day): return .day(day)
    case .month(let day): return .month(day)
    case .numeric(let date): return DateCell(date, format)
    }
  }

  private init(_ date: NumericDate, _ format: DateFormat) {
    if let order = format.order(date.separator) {
      self = date.day(order).map { .day($0) } ?? .invalid
    } else if let only = date.only {
      self = .day(only)
    } else if date.separator == .dot, !date.isShort, let day = date.day(.dayMonthYear) {
      // Where points part the numbers, the day comes first.
      self = .day(day)
    } else {
      self = .ambiguous(date)
    }
  }
}
