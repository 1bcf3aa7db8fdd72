/// One record as sinks see it, however it was found.
///
/// Sinks are generic over it, so that each kind of reading has a copy of them of its own and no call
/// for a cell goes through a table.
protocol RowCells: ~Copyable {
  /// Whether the 16 bytes from any cell's start may be read, however short it is.
  static var isPadded: Bool { get }

  /// The bytes of a cell as they stand, with quotes and white space.
  func raw(_ index: Int) -> CellBytes

  /// How many cells there are.
  var count: Int { get }

  /// The bytes of a cell without white space at its ends, good until the next cell is asked for.
  mutating func cell(_ index: Int) -> CellBytes

  /// Whether the record is a line with nothing on it, or only spaces and separators.
  var isBlank: Bool { get }

  /// Whether the first cell may be empty, as in every blank line.
  var startsEmpty: Bool { get }

  /// The last cell that holds more than white space; nil where none does.
  var lastFilledField: Int? { get }

  /// The cell after whose closing quote more text stands; nil in good ones.
  var strayField: Int? { get }

  /// The line on which the record starts, from 1.
  var line: Int { mutating get }

  /// The line and the column, in characters from 1, where a cell begins; for an index past the last,
  /// where the record ends.
  mutating func place(of index: Int) -> (line: Int, column: Int)
}

extension RowCells where Self: ~Copyable {
  /// The text of a cell as it stands.
  mutating func text(_ index: Int) -> String { cell(index).text }
}

extension RecordReader: RowCells {
  static var isPadded: Bool { false }

  var count: Int { fields.count }

  func raw(_ index: Int) -> CellBytes {
    CellBytes(block, Int(fields[index].start), Int(fields[index].end))
  }
}
