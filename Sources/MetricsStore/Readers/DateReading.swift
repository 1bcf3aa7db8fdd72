import Metrics

/// Reads the cells of a column of dates; in most of them the date before stands once more.
struct DateReading: Sendable {
  private let format: DateFormat
  /// The first ten bytes of the last date that had so many, and its day.
  private var word: UInt64 = 0
  private var tail: UInt16 = 0
  private var day: Int32 = 0

  /// Stands for a cell that is not read quickly; every day is greater.
  static let none = Int32.min

  /// A reading of dates that are written so.
  init(_ format: DateFormat = DateFormat()) {
    self.format = format
  }

  /// The day of a cell, if it is a date such as 2026-11-05; else `none`, whatever it is.
  @inline(__always)
  mutating func day(of cell: CellBytes) -> Int32 {
    guard cell.count == 10 else { return DateReading.none }
    if cell.word(at: 0) == word, cell.halfWord(at: 8) == tail { return day }
    return newDay(cell)
  }

  @inline(never)
  private mutating func newDay(_ cell: CellBytes) -> Int32 {
    guard case .day(let number) = DateCell(cell, format) else { return DateReading.none }
    word = cell.word(at: 0)
    tail = cell.halfWord(at: 8)
    day = number
    return number
  }

  /// What a cell holds, whose ends have no white space.
  mutating func read(_ cell: CellBytes) -> DateCell {
    let day = day(of: cell)
    return day > DateReading.none ? .day(day) : DateCell(cell, format)
  }
}
