import Metrics

/// Reads the cells of a column of dates; in most of them the date before stands once more.
struct DateReading: Sendable {
  /// The first ten bytes of the last date that had so many, and its day.
  private var word: UInt64 = 0
  private var tail: UInt16 = 0
  private var day: Int32 = 0

  /// What a cell holds.
  @inline(__always)
  mutating func read(_ cell: CellBytes) -> DateCell {
    guard cell.count == 10 else { return DateCell(cell) }
    if cell.word(at: 0) == word, cell.halfWord(at: 8) == tail { return .day(day) }
    return readAnew(cell)
  }

  private mutating func readAnew(_ cell: CellBytes) -> DateCell {
    let read = DateCell(cell)
    if case .day(let number) = read {
      word = cell.word(at: 0)
      tail = cell.halfWord(at: 8)
      day = number
    }
    return read
  }
}
