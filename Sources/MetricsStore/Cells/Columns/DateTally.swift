import Metrics

/// Counts of what the cells of a column are as dates.
struct DateTally: Sendable {
  /// The order of day, month and year.
  private(set) var orders = DateOrderVote()
  /// Cells that are dates or months and cannot be numbers.
  private(set) var plain = 0
  /// Cells that could as well be numbers: eight digits or more, six digits, and such as 2025.7.
  private(set) var days = 0
  private(set) var digitMonths = 0
  private(set) var pointMonths = 0
  /// Cells with a time, and those that are months.
  private(set) var times = 0
  private(set) var months = 0
  /// The first and the last of the months that could be numbers.
  private var firstMonth = Int32.max
  private var lastMonth = Int32.min

  /// Takes a cell into account; whether it may be a date.
  mutating func see(_ cell: CellBytes, isNumber: Bool) -> Bool {
    guard let date = WrittenDate(cell) else { return false }
    switch date.reading {
    case .numeric(let numeric): orders.see(numeric)
    case .day(let day):
      guard !isNumber || DateTally.isRecent(day) else { return false }
    case .month(let day):
      guard !isNumber || DateTally.isRecent(day) else { return false }
      months += 1
    }
    if date.hasTime { times += 1 }
    guard isNumber else {
      plain += 1
      return true
    }
    if case .month(let day) = date.reading {
      firstMonth = min(firstMonth, day)
      lastMonth = max(lastMonth, day)
      if cell.count == 6, cell[4] != UInt8(ascii: ".") {
        digitMonths += 1
      } else {
        pointMonths += 1
      }
    } else {
      days += 1
    }
    return true
  }

  /// How many cells are dates, where the column's name says nothing about dates or promises them.
  func count(isPromised: Bool) -> Int {
    // Figures that happen to end in 01 to 12 are seldom many, and seldom different.
    let areMonths = isPromised || digitMonths >= 3 && firstMonth < lastMonth
    return plain + days + (areMonths ? digitMonths : 0) + (isPromised ? pointMonths : 0)
  }

  /// Whether a date lies where data is from, 1990 to 2049, when it could be a number as well.
  private static func isRecent(_ day: Int32) -> Bool { (7305..<29_220).contains(day) }
}
