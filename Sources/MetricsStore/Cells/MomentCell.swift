import Metrics

/// What a cell of moments holds.
enum MomentCell: Equatable {
  /// A civil date and time, in seconds since 1970-01-01.
  case moment(Int64)
  /// Nothing, or one of the marks for nothing.
  case missing
  /// A date whose parts can stand in more than one order, and the column's is not known.
  case ambiguous
  /// Something else, or a date or time that there is not.
  case invalid

  /// Reads a date of `DateCell`, alone, which is its first second, or with a time: `9:05`, `09:05:59`,
  /// `09:05:59.123`, `9:05 PM`. Fractions are dropped, and so is a zone (`Z`, `+09:00`, `UTC`): no zone
  /// moves a date.
  ///
  /// A whole number is the time since 1970 in UTC where only that can be meant: 16 digits are
  /// microseconds, 13 milliseconds, and 10 below 1,900,000,000 seconds. The cell has no white space at
  /// its ends.
  init(_ cell: CellBytes, _ format: DateFormat = DateFormat()) {
    if let epoch = MomentCell.epoch(cell) {
      self = .moment(epoch)
      return
    }
    switch DateCell(cell, format) {
    case .missing: self = .missing
    case .ambiguous: self = .ambiguous
    case .invalid, .month: self = .invalid
    case .day(let day):
      let start = Int64(day) * 86_400
      guard let colon = (0..<cell.count).first(where: { cell[$0] == UInt8(ascii: ":") }) else {
        self = .moment(start)
        return
      }
      let hour = max(0, colon - (colon > 1 && cell[colon - 2] &- 0x30 < 10 ? 2 : 1))
      let time = MomentCell.time(cell.part(hour, cell.count))
      self = time.map { .moment(start + $0) } ?? .invalid
    }
  }

  /// The seconds of a whole number that can only be a time since 1970; nil for everything else.
  private static func epoch(_ cell: CellBytes) -> Int64? {
    guard cell.count == 10 || cell.count == 13 || cell.count == 16 else { return nil }
    var value: Int64 = 0
    for index in 0..<cell.count {
      let digit = cell[index] &- 0x30
      guard digit < 10 else { return nil }
      value = value * 10 + Int64(digit)
    }
    guard cell[0] != UInt8(ascii: "0") else { return nil }
    switch cell.count {
    // From 1,900,000,000 on it could be a year, month, day and hour as well.
    case 10: return value < 1_900_000_000 ? value : nil
    case 13: return inRange(value / 1000)
    default: return inRange(value / 1_000_000)
    }
  }

  /// The seconds, where they lie before 2200.
  private static func inRange(_ seconds: Int64) -> Int64? {
    seconds < 7_258_118_400 ? seconds : nil
  }

  /// The seconds of a day that a time with whatever follows means; nil where it is none.
  private static func time(_ cell: CellBytes) -> Int64? {
    var index = 0
    guard var hour = number(cell, &index), isColon(cell, &index), let minute = number(cell, &index)
    else { return nil }
    var second: Int64 = 0
    if isColon(cell, &index) {
      guard let read = number(cell, &index) else { return nil }
      second = read
      if index < cell.count, cell[index] == UInt8(ascii: ".") || cell[index] == UInt8(ascii: ",") {
        index += 1
        let start = index
        while index < cell.count, cell[index] &- 0x30 < 10 { index += 1 }
        guard index > start else { return nil }
      }
    }
    let rest = cell.part(index, cell.count).trimmed
    if rest.isWord("am") || rest.isWord("pm") {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (rest.isWord("pm") ? 12 : 0)
    } else if !isZone(rest) {
      return nil
    }
    // A minute may have a leap second.
    guard hour < 24, minute < 60, second <= 60 else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  private static func isColon(_ cell: CellBytes, _ index: inout Int) -> Bool {
    guard index < cell.count, cell[index] == UInt8(ascii: ":") else { return false }
    index += 1
    return true
  }

  /// One digit or two.
  private static func number(_ cell: CellBytes, _ index: inout Int) -> Int64? {
    guard index < cell.count, cell[index] &- 0x30 < 10 else { return nil }
    var value = Int64(cell[index] &- 0x30)
    index += 1
    if index < cell.count, cell[index] &- 0x30 < 10 {
      value = value * 10 + Int64(cell[index] &- 0x30)
      index += 1
    }
    return value
  }

  /// Whether it is nothing, an offset such as `+09:00`, or up to five letters.
  private static func isZone(_ cell: CellBytes) -> Bool {
    if cell.isEmpty { return true }
    if cell[0] == UInt8(ascii: "+") || cell[0] == UInt8(ascii: "-") {
      let digits = (1..<cell.count).count { cell[$0] &- 0x30 < 10 }
      let colons = (1..<cell.count).count { cell[$0] == UInt8(ascii: ":") }
      return (1...4).contains(digits) && colons <= 1 && digits + colons == cell.count - 1
    }
    return cell.count <= 5 && (0..<cell.count).allSatisfy { (cell[$0] | 0x20) &- 0x61 < 26 }
  }
}
