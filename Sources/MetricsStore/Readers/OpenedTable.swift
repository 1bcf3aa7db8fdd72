import Metrics

/// The table of a file that has the columns which are needed, opened up to its first row.
struct OpenedTable: ~Copyable {
  /// The file's text.
  let export: OpenedExport
  /// How its cells are parted.
  let dialect: Dialect
  /// Its header, with where the columns stand.
  let match: HeaderMatch
  /// Where the header was told to be; nil where the rows themselves tell.
  let header: FileFormat.Header?
  /// Reads its records, and says which are rows.
  var reader: RecordReader
  var walk: TableWalk

  /// What stands above its rows.
  var head: TableHead { walk.head }

  /// The line and column of a name in the header; nil where the sample does not show it.
  func place(of field: Int) -> (line: Int, column: Int)? {
    guard let lines = head.headerLines else { return nil }
    var reader = RecordReader(dialect: dialect, tolerance: .init(), bytes: export.sample)
    while case .record? = try? reader.advance(), reader.line <= lines.lowerBound {
      if reader.line == lines.lowerBound { return reader.place(of: field) }
    }
    return nil
  }

  /// Looks for the table in a file: in the sheet or list that is meant, or else in each; nil, with the
  /// reason said, where none has the columns.
  init?(
    _ file: OpenFile, path: String, _ search: TableSearch, _ log: inout FileIssues
  ) throws(FileFault) {
    let format = search.format
    let first = try OpenedExport(file, path: path, format: format)
    let others = format.table == nil ? first.parts.indices.filter { $0 != first.part } : []
    var exports: [Int?] = [nil]
    exports += others.map { $0 }
    for part in exports {
      let export =
        part == nil
        ? first : try OpenedExport(OpenFile(path: path), path: path, format: format, part: part)
      let dialect =
        export.form == .text
        ? Dialect(export.sample, isWhole: export.isSampleWhole, format) : .standard
      var headers: [FileFormat.Header?] = [format.header]
      if format.header == nil, let line = search.headerLine(in: export.sample, dialect) {
        headers.append(.lines(line...line))
      }
      for (attempt, header) in headers.enumerated() {
        let again =
          attempt == 0
          ? export
          : try OpenedExport(OpenFile(path: path), path: path, format: format, part: export.part)
        var reader = RecordReader(
          dialect: dialect, tolerance: .init(), supply: again.supply)
        var walk = TableWalk(header: header)
        if let match = try search.run(&reader, &walk) {
          self.export = again
          self.dialect = dialect
          self.match = match
          self.header = header
          self.reader = reader
          self.walk = walk
          return
        }
      }
    }
    MissingColumns(first, search).report(to: &log)
    return nil
  }
}

extension Dialect {
  /// The dialect of a text as a sample of it tells, but for what a definition says.
  init(_ sample: [UInt8], isWhole: Bool, _ format: FileFormat) {
    self = sample.withUnsafeBufferPointer { DialectGuess($0, isWhole: isWhole).dialect }
    if let delimiter = format.delimiter, delimiter != self.delimiter {
      self.delimiter = delimiter
      skipsSpaces = false
    }
    switch format.quote {
    case nil: break
    case .none?: quote = nil
    case .byte(let byte)?: quote = byte
    }
    if let escape = format.escape { self.escape = escape }
    if let comment = format.comment { self.comment = Array(comment.utf8) }
  }
}
