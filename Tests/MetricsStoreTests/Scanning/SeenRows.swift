import Metrics

@testable import MetricsStore

/// Notes every row with its line, whoever finds it; refuses those whose first cell begins with `x`.
struct SeenRows: SharedRowSink {
  struct Row: Hashable {
    let line: Int
    let cells: [String]
    let places: [[Int]]
  }

  var rows: [Row] = []

  func fresh() -> SeenRows { SeenRows() }

  mutating func begin(chunk: Int) {}

  mutating func join(_ other: SeenRows) { rows += other.rows }

  mutating func take(_ row: inout some RowCells & ~Copyable) -> RowOutcome {
    let cells = (0..<row.count).map { row.text($0) }
    let places = (0...row.count).map { index in
      let place = row.place(of: index)
      return [place.line, place.column]
    }
    rows.append(Row(line: row.line, cells: cells, places: places))
    return cells.first?.hasPrefix("x") == true ? .rejected(field: 0, .notADate) : .taken
  }
}

/// What reading the rows of some bytes gave.
struct RowsRead: Equatable {
  var rows: [SeenRows.Row] = []
  var end: RowReading.End?
  var counts: [Int] = []
  var refused: [String] = []

  private init(_ sink: SeenRows, _ reading: RowReading, _ end: RowReading.End) {
    rows = sink.rows.sorted { $0.line < $1.line }
    self.end = end
    counts = [reading.tally.rows, reading.tally.rejected, reading.tally.excluded]
    var log = FileIssues(file: "a.csv")
    reading.tally.report(to: &log)
    refused = log.issues.map { "\($0.place) \($0.code) \($0.message)" }
  }

  /// Reads one record after the other.
  init(inOrder bytes: [UInt8], shape: RowWidth) throws {
    var sink = SeenRows()
    var reading = RowReading(shape: shape)
    var reader = RecordReader(
      dialect: .standard, tolerance: .init(width: shape.most), bytes: bytes)
    let end = try reading.read(&reader, upTo: .max, into: &sink) ?? .complete
    self.init(sink, reading, end)
  }

  /// Reads chunks of so many bytes on so many threads.
  init(_ bytes: [UInt8], shape: RowWidth, chunkSize: Int, threads: Int) throws {
    var sink = SeenRows()
    var reading = RowReading(shape: shape)
    let file = ScannedFile(
      source: { offset, block in
        let count = min(block.count, max(0, bytes.count - offset))
        block.copyBytes(from: bytes[offset..<offset + count])
        return count
      }, size: bytes.count, chunkSize: chunkSize, threads: threads)
    let reader = RecordReader(bytes: bytes)
    let end = try reading.readAll(file, behind: reader, into: &sink)
    self.init(sink, reading, end)
  }
}
