import Metrics

/// Finds the table of a file that has the columns which a source needs.
struct TableSearch {
  /// A table that was found.
  struct Found {
    /// Its header, with where the columns stand.
    let match: HeaderMatch
    /// Where the header was told to be; nil where the rows themselves tell.
    let header: FileFormat.Header?
    /// Which table of the file it is, from 1.
    let number: Int
  }

  /// So many records are looked at for one that names the columns.
  static let depth = 64
  /// So many rows of other tables are gone through.
  private static let rowLimit = 1 << 20

  /// The columns that are needed, and the positions of those that may lack.
  let columns: [ColumnName]
  let optional: Set<Int>
  /// What the definition says about the file.
  let format: FileFormat

  /// Goes with the walk to the table; nil where no table has the columns.
  func run(
    _ reader: inout RecordReader, _ walk: inout TableWalk
  ) throws(FileFault) -> HeaderMatch? {
    var rows = 0
    while rows < TableSearch.rowLimit {
      switch try walk.advance(&reader) {
      case .row: rows += 1
      case .end, .tooLong: return nil
      case .table:
        let match = HeaderMatch(columns, in: names(of: walk.head))
        if isWanted(walk.head), isComplete(match) { return match }
      }
    }
    return nil
  }

  /// The line of a record that names every needed column, wherever it stands in a sample; nil where
  /// none does.
  func headerLine(in sample: [UInt8], _ dialect: Dialect) -> Int? {
    var reader = RecordReader(dialect: dialect, tolerance: .init(), bytes: sample)
    for _ in 0..<TableSearch.depth {
      guard case .record? = try? reader.advance() else { return nil }
      let match = HeaderMatch(columns, in: reader.fields.indices.map { reader.text($0) })
      if isComplete(match) { return reader.line }
    }
    return nil
  }

  private func isComplete(_ match: HeaderMatch) -> Bool {
    match.isComplete(besides: optional) && (match.foundCount > 0 || columns.isEmpty)
  }

  /// Whether the definition means this table, or any.
  private func isWanted(_ head: TableHead) -> Bool {
    switch format.table {
    case nil: true
    case .number(let number): head.number == number
    case .named(let name): head.name.map { HeaderName($0) == HeaderName(name) } ?? false
    }
  }

  /// The names of a table's columns; `column1` and so on where it has none.
  private func names(of head: TableHead) -> [String] {
    guard head.names.isEmpty else { return head.names }
    return (1...max(1, head.width)).map { "column\($0)" }
  }
}

extension RecordReader {
  /// A reader of bytes in memory.
  init(dialect: Dialect, tolerance: Tolerance?, bytes: [UInt8]) {
    var offset = 0
    self.init(dialect: dialect, tolerance: tolerance) { block throws(FileFault) in
      let count = min(block.count, bytes.count - offset)
      bytes.withUnsafeBytes { bytes in
        block.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count]))
      }
      offset += count
      return count
    }
  }
}
