/// The records of a sheet's rows, each on the line of its row's number.
struct SheetLines: ~Copyable {
  /// A row of more bytes is no row of data.
  static let longestRow = 16 << 20
  /// So many bytes may come of any sheet, and so many more for every cell.
  private static let freeOutput = 256 << 20
  private static let bytesPerCell = 1 << 10

  /// Holds what was written and not handed on.
  var writer = RecordWriter()
  /// Whether more was written than the cells can mean.
  private(set) var isTooLong = false

  /// How many lines were written, and how many cells are in them.
  private var lines = 0
  private var cells = 0
  private var written = 0
  private var width = 0

  /// No lines yet.
  init() {}

  /// Adds the settled cells of a row, with a number above that of the last.
  mutating func add(
    _ row: borrowing SheetRow, number: Int, _ columns: borrowing SheetColumns,
    _ shared: SharedStrings?
  ) {
    let before = writer.waiting
    writer.addEmpty(max(0, number - 1 - lines))
    var end = 0
    for cell in row.cells {
      let position = columns.position(Int(cell.column))
      guard position >= 0 else { continue }
      writer.delimit(end > 0 ? position - end + 1 : position)
      writer.append(row.text(cell, shared))
      end = position + 1
      guard writer.waiting - before <= SheetLines.longestRow else {
        isTooLong = true
        return
      }
    }
    width = max(width, end)
    writer.delimit(width - max(1, end))
    writer.endRecord()
    lines = number
    cells += row.cells.count
    written += writer.waiting - before
    isTooLong = written > SheetLines.freeOutput + SheetLines.bytesPerCell * cells
  }
}
