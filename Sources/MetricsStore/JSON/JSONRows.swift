/// The records of a JSON table as records of CSV: the names of the columns, then a line for each.
///
/// Where the records are arrays the first of them has the names. Of the text it holds one record.
final class JSONRows {
  /// So many bytes may come of any text, and so many more of every byte of it.
  private static let freeOutput = 64 << 20
  private static let largestRatio = 64

  private let window: JSONWindow
  private let layout: JSONWalk.Layout
  private let path: String
  private let names: [String]
  private let byteCount: Int
  private let isOfArrays: Bool
  private var walk: JSONWalk
  private var record: JSONRecord
  private var writer = RecordWriter()
  private var scratch = GrowingBytes(capacity: 512)
  private var lines = RecordLines()
  private var written = 0
  private var isBegun = false
  private var isAtEnd = false

  /// The records of a table in a text of so many bytes.
  init(
    _ supply: @escaping ByteSupply, layout: JSONWalk.Layout, table: JSONSurvey.Table,
    names: [String], byteCount: Int, blockSize: Int
  ) throws(FileFault) {
    window = try JSONWindow(blockSize: blockSize, supply: supply)
    self.layout = layout
    self.names = names
    self.byteCount = byteCount
    path = table.path
    isOfArrays = table.isOfArrays
    walk = JSONWalk(layout)
    record = JSONRecord(table.columns, gathers: false)
  }

  /// The next bytes; 0 at the end.
  func read(into block: UnsafeMutableRawBufferPointer) throws(FileFault) -> Int {
    if !isBegun {
      isBegun = true
      if !isOfArrays { writeNames() }
    }
    while writer.waiting < 1 << 16, !isAtEnd {
      do throws(JSONFailure) {
        try advance()
      } catch {
        // The first reading found nothing that could not be read.
        guard case .fault(let fault) = error else { throw .changed }
        throw fault
      }
    }
    return writer.hand(to: block)
  }

  /// The line of the text on which the record begins that stands on a line of what `read` gave, both
  /// from 1; nil for the names, and where it is not known.
  func line(ofRow row: Int) -> Int? { lines.line(of: isOfArrays ? row : row - 1) }

  private func writeNames() {
    for (index, name) in names.enumerated() {
      if index > 0 { writer.delimit() }
      var name = name
      name.withUTF8 { writer.append($0) }
    }
    if !names.isEmpty { writer.endRecord() }
  }

  /// Goes to the next record, and writes it where it is of the table.
  private func advance() throws(JSONFailure) {
    guard case .record(let table) = try walk.advance(window) else {
      isAtEnd = true
      guard window.bytesRead == byteCount else { throw .fault(.changed) }
      return
    }
    guard walk.paths[table] == path else {
      try window.take { scanner throws(JSONStop) in try scanner.skipValue(depth: 0) }
      return
    }
    let line = window.line
    do throws(JSONFailure) {
      try window.take { scanner throws(JSONStop) in
        try record.read(&scanner)
        let before = writer.waiting
        writer.add(record, columns: names.count, from: scanner.base, &scratch)
        written += writer.waiting - before
      }
      lines.add(line)
    } catch {
      guard layout == .sequence, case .damage = error else { throw error }
      try window.skipToRecord()
    }
    guard written <= JSONRows.freeOutput + JSONRows.largestRatio * window.bytesRead else {
      throw .fault(.content("has far more columns than values"))
    }
  }
}
