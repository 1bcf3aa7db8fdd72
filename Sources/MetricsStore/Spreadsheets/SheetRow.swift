/// The cells of one row of a sheet, as they come.
struct SheetRow: ~Copyable {
  /// A cell with something in it.
  struct Cell {
    var column: Int32
    /// Later ones stand over earlier ones; below 0 it stands only where nothing else does.
    var order: Int32
    /// Whether it is a text or date, which merged areas may repeat.
    var isLabel: Bool
    /// Where its bytes are in `bytes`; a `start` below 0 means the shared string numbered `end`.
    var start: Int
    var end: Int
  }

  /// The cells, by their columns once they are settled.
  private(set) var cells: [Cell] = []
  /// What cells hold that are no shared strings.
  var bytes = GrowingBytes(capacity: 1 << 14)
  /// Whether two cells had the same column.
  private(set) var hasOverlaps = false
  private var isSorted = true

  /// Takes all cells away.
  @inline(__always)
  mutating func clear() {
    cells.removeAll(keepingCapacity: true)
    bytes.cut(to: 0)
    isSorted = true
    hasOverlaps = false
  }

  /// Adds a cell that holds what was added to `bytes` from `start` on.
  @inline(__always)
  mutating func add(_ column: Int, from start: Int, isLabel: Bool) {
    guard bytes.count > start else { return }
    add(
      Cell(
        column: Int32(truncatingIfNeeded: column), order: Int32(truncatingIfNeeded: cells.count),
        isLabel: isLabel, start: start, end: bytes.count))
  }

  /// Adds a cell that holds a shared string.
  @inline(__always)
  mutating func add(_ column: Int, shared index: Int) {
    add(
      Cell(
        column: Int32(truncatingIfNeeded: column), order: Int32(truncatingIfNeeded: cells.count),
        isLabel: true, start: -1, end: index))
  }

  /// Adds a text to a cell that stands only where nothing else does.
  mutating func fill(_ column: Int, with text: UnsafeBufferPointer<UInt8>) {
    let start = bytes.count
    bytes.append(text)
    add(
      Cell(
        column: Int32(truncatingIfNeeded: column), order: -1, isLabel: true, start: start,
        end: bytes.count))
  }

  @inline(__always)
  private mutating func add(_ cell: Cell) {
    if let last = cells.last, last.column >= cell.column { isSorted = false }
    cells.append(cell)
  }

  /// Puts the cells in order, one for every column.
  @inline(__always)
  mutating func settle() {
    if !isSorted { sort() }
  }

  private mutating func sort() {
    cells.sort { ($0.column, $0.order) < ($1.column, $1.order) }
    var kept = 0
    for index in cells.indices {
      if kept > 0, cells[kept - 1].column == cells[index].column {
        if cells[kept - 1].order >= 0 { hasOverlaps = true }
        kept -= 1
      }
      cells[kept] = cells[index]
      kept += 1
    }
    cells.removeLast(cells.count - kept)
    isSorted = true
  }

  /// The cell of a column; nil where nothing is in it. The cells are settled.
  ///
  /// - Complexity: logarithmic in the number of cells.
  func cell(at column: Int) -> Cell? {
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if Int(cells[middle].column) < column { low = middle + 1 } else { high = middle }
    }
    guard low < cells.count, Int(cells[low].column) == column else { return nil }
    return cells[low]
  }

  /// What a cell holds; good until the row changes.
  @inline(__always)
  func text(_ cell: Cell, _ shared: SharedStrings?) -> UnsafeBufferPointer<UInt8> {
    if cell.start >= 0 {
      return UnsafeBufferPointer(start: bytes.base + cell.start, count: cell.end - cell.start)
    }
    guard let shared, cell.end < shared.count else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return shared[cell.end]
  }
}
