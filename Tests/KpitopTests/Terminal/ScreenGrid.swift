import Drawing

/// The cells of a screen and the cursor among them, as a terminal keeps them.
struct ScreenGrid {
  /// Each cell's character; empty for the right half of a wide one.
  private(set) var cells: [[String]]
  private(set) var columns: Int
  private(set) var rows: Int
  var column = 0
  var row = 0
  /// Whether the last column was written, so that the next character begins a line.
  var isWrapDue = false
  /// The first row that scrolls, and the one after the last.
  private(set) var region: Range<Int>

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: ScreenGrid.blank(columns), count: rows)
    region = 0..<rows
  }

  private static func blank(_ columns: Int) -> [String] { Array(repeating: " ", count: columns) }

  /// The text of each row without the spaces at its end.
  var lines: [String] {
    cells.map { row in
      let text = row.joined()
      return String(text.prefix(text.count - text.reversed().prefix { $0 == " " }.count))
    }
  }

  mutating func resize(columns: Int, rows: Int) {
    cells = cells.prefix(rows).map {
      Array($0.prefix(columns)) + Array(repeating: " ", count: max(0, columns - $0.count))
    }
    while cells.count < rows { cells.append(ScreenGrid.blank(columns)) }
    (self.columns, self.rows, region) = (columns, rows, 0..<rows)
    move(toColumn: column, row: row)
  }

  mutating func move(toColumn column: Int, row: Int) {
    self.column = min(max(0, column), columns - 1)
    self.row = min(max(0, row), rows - 1)
    isWrapDue = false
  }

  mutating func setRegion(_ first: Int, _ last: Int) {
    let end = min(last, rows)
    region = first < end ? max(0, first)..<end : 0..<rows
    move(toColumn: 0, row: 0)
  }

  /// Writes a character at the cursor, after a wrap if one is due.
  mutating func put(_ scalar: Unicode.Scalar, inserting: Bool) {
    let taken = TextWidth.standard.columns(of: scalar)
    if taken == 0 {
      combine(scalar)
      return
    }
    if isWrapDue || column + taken > columns {
      column = 0
      isWrapDue = false
      lineFeed()
    }
    if inserting { insert(taken) }
    for place in column..<min(columns, column + taken) { split(at: place) }
    cells[row][column] = String(scalar)
    if taken == 2 { cells[row][column + 1] = "" }
    column += taken
    if column >= columns { (column, isWrapDue) = (columns - 1, true) }
  }

  private mutating func combine(_ scalar: Unicode.Scalar) {
    let place = isWrapDue ? column : column - 1
    guard place >= 0 else { return }
    cells[row][cells[row][place].isEmpty ? place - 1 : place].unicodeScalars.append(scalar)
  }

  /// Breaks a wide character of which a half is about to be written over.
  private mutating func split(at place: Int) {
    if cells[row][place].isEmpty, place > 0 { cells[row][place - 1] = " " }
    if place + 1 < columns, cells[row][place + 1].isEmpty { cells[row][place + 1] = " " }
    cells[row][place] = " "
  }

  mutating func lineFeed() {
    if row == region.upperBound - 1 { scroll(1) } else { row = min(rows - 1, row + 1) }
  }

  mutating func reverseLineFeed() {
    if row == region.lowerBound { scroll(-1) } else { row = max(0, row - 1) }
  }

  /// Moves the lines of the region up, or down where the count is negative.
  mutating func scroll(_ count: Int) { shift(from: region.lowerBound, by: -count) }

  mutating func insertLines(_ count: Int) {
    if region.contains(row) { shift(from: row, by: count) }
  }

  mutating func deleteLines(_ count: Int) {
    if region.contains(row) { shift(from: row, by: -count) }
  }

  private mutating func shift(from first: Int, by count: Int) {
    let before = cells
    for target in first..<region.upperBound {
      let source = target - count
      cells[target] =
        (first..<region.upperBound).contains(source) ? before[source] : ScreenGrid.blank(columns)
    }
  }

  mutating func insert(_ count: Int) {
    let kept = cells[row][column...].dropLast(min(count, columns - column))
    replaceEnd(with: Array(repeating: " ", count: min(count, columns - column)) + kept)
  }

  mutating func delete(_ count: Int) {
    let kept = cells[row][column...].dropFirst(count)
    replaceEnd(with: kept + Array(repeating: " ", count: min(count, columns - column)))
  }

  private mutating func replaceEnd(with end: [String]) {
    split(at: column)
    cells[row].replaceSubrange(column..., with: end)
    isWrapDue = false
  }

  mutating func erase(_ places: Range<Int>, ofRow row: Int) {
    let here = self.row
    self.row = row
    for place in places.clamped(to: 0..<columns) { split(at: place) }
    self.row = here
  }

  /// Erases from the cursor (0), up to it (1), or all of the line.
  mutating func eraseLine(_ kind: Int) {
    let places = kind == 0 ? column..<columns : kind == 1 ? 0..<(column + 1) : 0..<columns
    erase(places, ofRow: row)
  }

  /// Erases from the cursor (0), up to it (1), or all of the screen.
  mutating func eraseScreen(_ kind: Int) {
    if kind < 2 { eraseLine(kind) }
    let others = kind == 0 ? (row + 1)..<rows : kind == 1 ? 0..<row : 0..<rows
    for other in others { erase(0..<columns, ofRow: other) }
  }
}
