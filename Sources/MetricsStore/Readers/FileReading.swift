import Metrics

/// What reading one file gave.
struct FileReading: Sendable {
  /// What its rows came to.
  enum Content: Sendable {
    case daily(Held<DailyContent>)
    case records(RecordContent)
    case targets([Target])
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

  /// Reads a file by a plan; `name` is its path in the workspace, as messages say it.
  init(path: String, name: SafeText, plan: SourcePlan) {
    var log = FileIssues(file: name)
    self.init(path: path, log: &log) { reading, reader, file, log throws(FileFault) in
      try reading.read(&reader, file, plan, &log)
    }
  }

  /// Reads bytes by a plan.
  init(_ reader: inout RecordReader, name: SafeText, plan: SourcePlan) {
    var log = FileIssues(file: name)
    do throws(FileFault) {
      try read(&reader, nil, plan, &log)
    } catch {
      fail(error, &log)
    }
    issues = log.issues
  }

  /// What reads the records of a file, of which the bytes may also be had from anywhere.
  typealias RecordsReading = (
    inout FileReading, inout RecordReader, ScannedFile, inout FileIssues
  ) throws(FileFault) -> Void

  /// Opens a file and has its records read.
  init(path: String, log: inout FileIssues, reading: RecordsReading) {
    do throws(FileFault) {
      let file = try OpenFile(path: path)
      signature = file.signature
      checksum = try file.checksumIfYoung()
      defer { isWhole = file.isUnchanged }
      var reader = RecordReader { block throws(FileFault) in try file.read(into: block) }
      let scanned = ScannedFile(source: file.source, size: file.signature.size)
      try reading(&self, &reader, scanned, &log)
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
    _ reader: inout RecordReader, _ file: ScannedFile?, _ plan: SourcePlan,
    _ log: inout FileIssues
  ) throws(FileFault) {
    let search = HeaderSearch(columns: plan.columns)
    guard let (header, fields) = try findHeader(search, &reader, &log) else { return }
    if plan.identifier != nil {
      var sink = RecordRows(plan, fields: fields)
      try readRows(&reader, file, header, into: &sink, &log)
      days = sink.content.span
      reportEncoding(sink.content.segments, &log)
      if damage == nil { content = .records(sink.content) }
    } else {
      var sink = DailyRows(plan, fields: fields)
      try readRows(&reader, file, header, into: &sink, &log)
      let unused = sink.content.unusedRows
      if unused > 0 {
        log.add(
          .note, "unused-measures",
          "\(unused) \(unused == 1 ? "row names a measure" : "rows name measures") that no metric "
            + "uses")
      }
      days = sink.content.span
      reportEncoding(sink.content.segments, &log)
      if damage == nil { content = .daily(Held(sink.finished())) }
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
    _ reader: inout RecordReader, _ header: HeaderMatch, into sink: inout some RowSink & ~Copyable,
    _ log: inout FileIssues
  ) throws(FileFault) {
    var rows = RowReading(shape: header.shape)
    let end = try rows.readAll(&reader, into: &sink)
    finish(rows, end, &log)
  }

  /// Gives every row after the header to a sink, on several threads where the file can be read so.
  private mutating func readRows(
    _ reader: inout RecordReader, _ file: ScannedFile?, _ header: HeaderMatch,
    into sink: inout some SharedRowSink & ~Copyable, _ log: inout FileIssues
  ) throws(FileFault) {
    guard let file, ScannedFile.canScan(file.dialect) else {
      return try readRows(&reader, header, into: &sink, &log)
    }
    var rows = RowReading(shape: header.shape)
    let end = try rows.readAll(file, behind: reader, into: &sink)
    finish(rows, end, &log)
  }

  private mutating func finish(
    _ reading: RowReading, _ end: RowReading.End, _ log: inout FileIssues
  ) {
    rows = reading.tally.rows
    rejected = reading.tally.rejected
    excluded = reading.tally.excluded
    reading.tally.report(to: &log)
    guard case .openQuote(let line) = end else { return }
    damage = .openQuote
    report(openQuote: line, &log)
  }

  private func report(openQuote line: Int, _ log: inout FileIssues) {
    log.add(
      .error, "open-quote", line: line, "a quote is opened here and never closed",
      help: "the file may be half written, or a quote inside a text is not doubled")
  }
}
