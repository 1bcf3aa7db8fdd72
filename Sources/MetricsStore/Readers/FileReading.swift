import Metrics

/// What reading one file gave.
struct FileReading: Sendable {
  /// What its rows came to.
  enum Content: Sendable {
    case daily(DailyContent)
    case records(RecordContent)
    case targets([Target])
    /// Rows that are in a roll-up which was kept, and are not at hand themselves.
    case rolledUp
  }

  /// Why it cannot be used.
  enum Damage: Hashable, Sendable {
    case unreadable, noHeader, openQuote
  }

  /// What its rows came to; nil where it cannot be used.
  var content: Content?
  /// Why it cannot be used; nil where it can.
  var damage: Damage?
  /// What was wrong or odd.
  var issues: [Issue] = []
  /// Rows taken, left out because something was wrong, and left out by the source's condition.
  var rows = 0
  var rejected = 0
  var excluded = 0
  /// From the first date in it to the last.
  var days: DayRange?
  /// The line of its header.
  var headerLine: Int?
  /// What the file was when it was opened; nil where it could not be.
  var signature: FileSignature?
  /// Tells contents of equal signature apart.
  var checksum: UInt64 = 0
  /// Whether the file stayed the same while it was read.
  var isWhole = true

  /// Where it is told how far reading has come; nil where nobody asks.
  private var meter: ReadingMeter?

  /// A reading of which all that matters is known.
  init(signature: FileSignature, checksum: UInt64) {
    self.signature = signature
    self.checksum = checksum
  }

  /// Reads a file by a plan; `name` is its path in the workspace, as messages say it.
  init(path: String, name: SafeText, plan: SourcePlan, meter: ReadingMeter? = nil) {
    var log = FileIssues(file: name)
    self.init(path: path, log: &log, meter: meter) { reading, reader, log throws(FileFault) in
      try reading.read(&reader, plan, &log)
    }
  }

  /// Reads bytes by a plan.
  init(_ reader: inout RecordReader, name: SafeText, plan: SourcePlan) {
    var log = FileIssues(file: name)
    do throws(FileFault) {
      try read(&reader, plan, &log)
    } catch {
      fail(error, &log)
    }
    issues = log.issues
  }

  /// Opens a file and has its records read.
  init(
    path: String, log: inout FileIssues, meter: ReadingMeter? = nil,
    reading: (inout FileReading, inout RecordReader, inout FileIssues) throws(FileFault) -> Void
  ) {
    self.meter = meter
    defer { self.meter = nil }
    do throws(FileFault) {
      let file = try OpenFile(path: path, meter: meter)
      signature = file.signature
      var reader = RecordReader { block throws(FileFault) in try file.read(into: block) }
      try reading(&self, &reader, &log)
      checksum = file.checksum
      isWhole = file.isUnchanged
    } catch {
      fail(error, &log)
    }
    issues += log.issues
  }

  private mutating func fail(_ fault: FileFault, _ log: inout FileIssues) {
    content = nil
    damage = .unreadable
    log.add(.error, "unreadable", "the file \(fault.words)")
  }

  private mutating func read(
    _ reader: inout RecordReader, _ plan: SourcePlan, _ log: inout FileIssues
  ) throws(FileFault) {
    let search = HeaderSearch(columns: plan.columns)
    guard let (header, fields) = try findHeader(search, &reader, &log) else { return }
    if plan.identifier != nil {
      var sink = RecordRows(plan, fields: fields)
      try readRows(&reader, header, into: &sink, &log)
      if damage == nil { content = .records(sink.content) }
      reportEncoding(sink.content.segments, &log)
      days = sink.content.span
    } else {
      var sink = DailyRows(plan, fields: fields)
      try readRows(&reader, header, into: &sink, &log)
      let unused = sink.content.unusedRows
      if unused > 0 {
        log.add(
          .note, "unused-measures",
          "\(unused) \(unused == 1 ? "row names a measure" : "rows name measures") that no metric "
            + "uses")
      }
      if damage == nil { content = .daily(sink.content) }
      reportEncoding(sink.content.segments, &log)
      days = sink.content.span
    }
  }

  private func reportEncoding(_ segments: RowSegments, _ log: inout FileIssues) {
    let broken = segments.texts.lazy.compactMap { texts in
      (0..<texts.count).lazy.map { texts.text($0) }.first { $0.contains("\u{FFFD}") }
    }
    guard let text = broken.first else { return }
    log.add(
      .warning, "not-utf8", "the file is not UTF-8: a cell reads \(quoted(text))",
      help: "save it as UTF-8")
  }

  /// Leaves the reader on the header and notes where it stands; nil where there is none.
  mutating func findHeader(
    _ search: HeaderSearch, _ reader: inout RecordReader, _ log: inout FileIssues
  ) throws(FileFault) -> (HeaderMatch, [Int])? {
    switch try search.run(&reader, log: &log) {
    case .missing:
      damage = .noHeader
    case .damaged(let line):
      damage = .openQuote
      report(openQuote: line, &log)
    case .found(let header):
      headerLine = reader.line
      if let fields = header.complete { return (header, fields) }
    }
    return nil
  }

  /// Gives every row after the header to a sink.
  mutating func readRows(
    _ reader: inout RecordReader, _ header: HeaderMatch, into sink: inout some RowSink,
    _ log: inout FileIssues
  ) throws(FileFault) {
    let width = header.width
    let fullWidth = header.names.count
    defer { meter?.add(rows: rows % ReadingMeter.rowsAtOnce) }
    while true {
      switch try reader.advance() {
      case .end: return
      case .openQuote(let line):
        damage = .openQuote
        return report(openQuote: line, &log)
      case .tooLong:
        damage = .openQuote
        return report(openQuote: reader.line, &log)
      case .record: break
      }
      let count = reader.fields.count
      var outcome: RowOutcome?
      if count < width {
        if reader.isBlank { continue }
        outcome = .rejected(field: count, .raggedShort(expected: width))
      } else if count > fullWidth, let last = reader.lastFilledField, last >= fullWidth {
        outcome = .rejected(field: fullWidth, .raggedLong(expected: width))
      } else if let stray = reader.strayField {
        outcome = .rejected(field: stray, .strayQuote)
      } else if reader.startsEmpty, reader.isBlank {
        continue
      }
      switch outcome ?? sink.take(&reader) {
      case .taken:
        rows += 1
        if rows % ReadingMeter.rowsAtOnce == 0 { meter?.add(rows: ReadingMeter.rowsAtOnce) }
      case .excluded: excluded += 1
      case .rejected(let field, let fault):
        rejected += 1
        report(fault, field, &reader, &log)
      }
    }
  }

  private func report(
    _ fault: RowFault, _ field: Int, _ reader: inout RecordReader, _ log: inout FileIssues
  ) {
    let found = field < reader.fields.count ? reader.text(field) : ""
    let place = reader.place(of: field)
    // A row of the wrong length is told by the line on which it starts.
    let isElsewhere = fault.isRagged && place.line != reader.line
    log.add(
      .warning, fault.code, line: isElsewhere ? reader.line : place.line,
      column: isElsewhere ? nil : place.column,
      fault.message(found: found, fields: reader.fields.count),
      help: fault.help)
  }

  private func report(openQuote line: Int, _ log: inout FileIssues) {
    log.add(
      .error, "open-quote", line: line, "a quote is opened here and never closed",
      help: "the file may be half written, or a quote inside a text is not doubled")
  }
}
