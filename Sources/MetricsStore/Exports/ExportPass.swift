import Metrics

/// One reading of a file from its start: the bytes, the dialect, the records and the tables.
struct ExportPass: ~Copyable {
  /// The file as text.
  let export: OpenedExport
  /// The trials of dialects; nil where the dialect is known.
  let guess: DialectGuess?
  /// The reader of its records.
  var reader: RecordReader
  /// The walk over its tables.
  var walk: TableWalk
  /// What is odd about it.
  var log: FileIssues

  /// Opens a file; `part` is the sheet or list to be read.
  init(path: String, name: SafeText, format: FileFormat, part: Int? = nil) throws(FileFault) {
    export = try OpenedExport(OpenFile(path: path), path: path, format: format, part: part)
    log = FileIssues(file: name)
    if export.form == .text {
      let isWhole = export.isSampleWhole
      let guess = export.sample.withUnsafeBufferPointer {
        DialectGuess($0, isWhole: isWhole, format: format)
      }
      self.guess = guess
      reader = RecordReader(
        dialect: guess.dialect, tolerance: RecordReader.Tolerance(), supply: export.supply)
    } else {
      guess = nil
      reader = RecordReader(tolerance: RecordReader.Tolerance(), supply: export.supply)
    }
    walk = TableWalk(header: format.header)
  }

  /// Goes to the next row or table, and notes what is odd about a row.
  @inline(__always)
  mutating func advance() throws(FileFault) -> TableWalk.Step {
    let step = try walk.advance(&reader)
    if case .row = step {
      if reader.repair != nil || reader.fields.count != walk.head.width { note() }
    }
    return step
  }

  /// Notes a row that was repaired, or whose width is another than the others'.
  private mutating func note() {
    if let repair = reader.repair {
      let place = reader.place(of: repair.field)
      log.add(
        .warning, repair.kind.code, line: place.line, column: place.column,
        repair.kind.message, help: repair.kind.help)
    }
    let count = reader.fields.count
    let width = max(walk.head.width, walk.head.names.count)
    // Empty cells at the end of a row do no harm.
    guard count < walk.head.width || reader.lastFilledField ?? 0 >= width else { return }
    log.add(
      .warning, "ragged-row", line: reader.line,
      "the row has \(count) cells where others have \(walk.head.width)")
  }

  /// Notes what the walk left out, and what was odd about the text; complete at the end.
  mutating func close() {
    if let line = reader.openQuoteLine {
      log.add(
        .warning, "open-quote", line: line, "a quote is opened here and never closed",
        help: "the file may be half written, or a quote inside a text is not doubled")
    }
    for lines in walk.left.lines where lines.reason == .footer {
      let count = lines.lines.count
      log.add(
        .note, "footer", line: lines.lines.lowerBound,
        "\(count) \(count == 1 ? "line" : "lines") below the table left out")
    }
    export.report(to: &log)
  }
}

extension Repair.Kind {
  /// A short stable name.
  var code: String {
    switch self {
    case .strayQuote: "stray-quote"
    case .openQuote: "open-quote"
    case .otherDelimiter: "other-delimiter"
    }
  }

  /// What was found, as a sentence.
  var message: String {
    switch self {
    case .strayQuote: "a quote is out of place; it is taken as it stands"
    case .openQuote: "a quote opens a text that would swallow other rows; it is taken as it stands"
    case .otherDelimiter(let byte):
      "the row's cells are separated by \(byte == 0x20 ? "spaces" : byte == 0x09 ? "tabs" : quoted(String(UnicodeScalar(byte)))), and other rows' are not"
    }
  }

  /// What to do about it.
  var help: String? {
    switch self {
    case .strayQuote, .openQuote: "double a quote that is part of a quoted text"
    case .otherDelimiter: nil
    }
  }
}
