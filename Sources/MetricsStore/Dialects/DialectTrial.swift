/// How well a sample reads in one dialect.
///
/// Two things tell the right dialect, as van den Burg, Nazábal and Sutton showed ("Wrangling messy CSV
/// files by detecting row and type patterns", 2019): rows have the same number of cells, and cells
/// look like something. Here rows count only where a neighbour has as many cells, so that lines above,
/// below and between tables do no harm, and cells in proper quotes look like something by that.
struct DialectTrial {
  /// The dialect.
  let dialect: Dialect
  /// Rows that hold something.
  private(set) var rows = 0
  /// Of these, rows of several cells of which a neighbour has as many.
  private(set) var regularRows = 0.0
  /// The sum over regular rows of (n − 1) ÷ n, n being the number of cells.
  private(set) var regularity = 0.0
  /// How many filled cells the regular rows have, and how much these look like something.
  private(set) var cells = 0
  private(set) var credit = 0.0
  /// Cells of regular rows that are numbers, dates and the like, or that stood in quotes.
  private(set) var typedCells = 0
  /// Cells in quotes, and records whose quotes did not fit.
  private(set) var quotedCells = 0
  private(set) var misfits = 0
  /// Cells behind a delimiter, and how many of these begin with a space.
  private(set) var laterCells = 0
  private(set) var spacedCells = 0
  /// Rows of one filled cell, and of these rows of one cell in quotes.
  private(set) var narrowRows = 0
  private(set) var quotedRows = 0
  /// Regular rows whose first cell is empty.
  private(set) var headlessRows = 0
  /// Rows of one cell that is a date, a time or a link.
  private(set) var wholeRows = 0
  /// The most frequent number of cells in regular rows; 1 where there are none.
  private(set) var width = 1
  /// Whether the sample's first row that holds something is a regular one.
  private(set) var firstIsRegular = false

  /// One row of the sample.
  private struct Row {
    var width: Int
    var cells: Int
    var typed: Int
    var credit: Double
    var isHeadless: Bool
  }

  /// How many rows, and cells, are enough.
  private static let mostRows = 400
  private static let mostCells = 20_000

  /// Reads a sample in the dialect. Complexity: O(n).
  init(_ sample: UnsafeBufferPointer<UInt8>, _ dialect: Dialect, isWhole: Bool) {
    self.dialect = dialect
    var rows: [Row] = []
    var offset = 0
    var reader = RecordReader(
      dialect: dialect, tolerance: RecordReader.Tolerance(), blockSize: sample.count + 1
    ) { block throws(FileFault) in
      let count = min(block.count, sample.count - offset)
      block.copyMemory(
        from: UnsafeRawBufferPointer(
          rebasing: UnsafeRawBufferPointer(sample)[offset..<offset + count]))
      offset += count
      return count
    }
    var read = 0
    while rows.count < DialectTrial.mostRows, read < DialectTrial.mostCells {
      guard case .record? = try? reader.advance() else { break }
      // The sample may end in the middle of the last record.
      if !isWhole, reader.next == reader.filled, !rows.isEmpty { break }
      read += reader.fields.count
      if let row = row(&reader) { rows.append(row) }
    }
    weigh(rows)
  }

  private mutating func row(_ reader: inout RecordReader) -> Row? {
    let fields = reader.fields
    var row = Row(width: fields.count, cells: 0, typed: 0, credit: 0, isHeadless: false)
    if reader.repair != nil { misfits += 1 }
    for index in fields.indices {
      let field = fields[index]
      if index > 0, field.end > field.start {
        laterCells += 1
        let before = Int(field.start) - (field.isQuoted ? 2 : 1)
        if reader.block[before] == 0x20 { spacedCells += 1 }
      }
      if field.isQuoted {
        quotedCells += 1
        row.cells += 1
        row.typed += 1
        row.credit += reader.repair == nil ? 1 : 0.7
        continue
      }
      let cell = reader.cell(index)
      guard !cell.isEmpty else {
        if index == 0 { row.isHeadless = true }
        continue
      }
      let kind = CellKind(cell)
      row.cells += 1
      if kind.isTyped { row.typed += 1 }
      row.credit += DialectTrial.credit(of: kind, cell)
    }
    if fields.count == 1, fields[0].isQuoted, reader.repair == nil { quotedRows += 1 }
    return row.cells > 0 ? row : nil
  }

  private mutating func weigh(_ rows: [Row]) {
    self.rows = rows.count
    var widths: [Int: Int] = [:]
    for index in rows.indices {
      let row = rows[index]
      if row.cells == 1 { narrowRows += 1 }
      let agreement = max(
        rows.count == 1 ? 1 : 0,
        index > 0 ? DialectTrial.agreement(row.width, rows[index - 1].width) : 0,
        index + 1 < rows.count ? DialectTrial.agreement(row.width, rows[index + 1].width) : 0)
      guard row.width > 1, agreement > 0 else { continue }
      if index == 0 { firstIsRegular = true }
      if row.isHeadless { headlessRows += 1 }
      regularRows += agreement
      regularity += agreement * Double(row.width - 1) / Double(row.width)
      cells += row.cells
      credit += row.credit
      typedCells += row.typed
      widths[row.width, default: 0] += 1
    }
    width = widths.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 1
  }

  /// How much two numbers of cells agree: rows of many cells may have one more or less.
  private static func agreement(_ width: Int, _ other: Int) -> Double {
    if width == other { return 1 }
    return min(width, other) * 10 >= max(width, other) * 8 ? 0.4 : 0
  }

  /// How much a cell without quotes looks like something, from 0 to 1.
  private static func credit(of kind: CellKind, _ cell: CellBytes) -> Double {
    switch kind {
    case .empty, .missing, .integer, .number, .date, .time, .boolean, .link, .word: return 1
    case .code: return 0.95
    case .text: break
    }
    if [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(cell[0]) { return 0.2 }
    var credit = 0.9
    for index in 0..<cell.count {
      switch cell[index] {
      case UInt8(ascii: ","), UInt8(ascii: ";"):
        let isProse = index + 1 == cell.count || cell[index + 1] == 0x20
        credit = min(credit, isProse ? 0.6 : 0.3)
      case UInt8(ascii: "|"), UInt8(ascii: "\t"): credit = min(credit, 0.2)
      case UInt8(ascii: "\""): credit = min(credit, 0.5)
      default: break
      }
    }
    return credit
  }

  /// The share of rows that hold something that are regular; rows of one cell count little.
  var share: Double {
    let narrow = min(Double(narrowRows), Double(rows) - regularRows)
    let counted = Double(rows) - narrow * 0.5
    return counted > 0 ? regularRows / counted : 0
  }

  /// Whether a space follows nearly every delimiter.
  var isSpaced: Bool { laterCells > 0 && spacedCells * 10 >= laterCells * 9 }

  /// Whether nearly every row is one cell in quotes.
  var isQuotedColumn: Bool { rows > 0 && quotedRows * 10 >= rows * 9 }

  /// From 0 for no table at all to 1.
  var score: Double {
    guard regularRows > 0, cells > 0 else { return 0 }
    let regular = share * regularity / regularRows
    let like = credit / Double(cells)
    let fit = 1 - 0.5 * Double(misfits) / Double(quotedCells + misfits + 10)
    let start = firstIsRegular ? 1 : 0.9
    let spaced = isSpaced ? 0.95 : 1
    return regular * like * like * fit * start * spaced
  }
}
