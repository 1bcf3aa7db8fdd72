import Metrics

/// What reading one file gave.
struct FileReading: Sendable {
  /// What its rows came to.
  enum Content: Sendable {
    case daily(Held<DailyContent>)
    case events(EventContent)
    case records(RecordContent)
    case targets([Target])
    /// It is a part of a roll-up that was kept; its own rows are not at hand.
    case rolledUp
  }

  /// Why it cannot be used as it is.
  enum Damage: Hashable, Sendable {
    case unreadable, noHeader, openQuote
  }

  /// What its rows came to; nil where it cannot be used.
  var content: Content?
  /// Why it cannot be used as it is; nil where it can.
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
  /// How it is written: see `FileReport`.
  var encoding: TextEncoding?
  var delimiter: UInt8?
  var part: SafeText?
  /// The totals that it states, beside the sums of its rows.
  var checksums: [FileReport.Checksum] = []
  /// What the file was when it was opened; nil where it could not be.
  var signature: FileSignature?
  /// Tells contents of equal signature apart.
  var checksum: UInt64 = 0
  /// Whether the file stayed the same while it was read.
  var isWhole = true

  /// Reads a file by a plan; `name` is its path in the workspace, as messages say it, and `meter` is
  /// told of what is read.
  init(path: String, name: SafeText, plan: SourcePlan, meter: ReadingMeter? = nil) {
    var log = FileIssues(file: name)
    open(path, meter, &log) { reading, file, log throws(FileFault) in
      try reading.read(file, path, plan, meter, &log)
    }
  }

  /// Opens a file and has it read.
  mutating func open(
    _ path: String, _ meter: ReadingMeter?, _ log: inout FileIssues,
    reading: (inout FileReading, OpenFile, inout FileIssues) throws(FileFault) -> Void
  ) {
    do throws(FileFault) {
      let file = try OpenFile(path: path, meter: meter)
      signature = file.signature
      checksum = try file.checksumIfYoung()
      defer { isWhole = file.isUnchanged }
      try reading(&self, file, &log)
    } catch {
      fail(error, &log)
    }
    issues += log.issues
  }

  /// A reading of nothing yet.
  init() {}

  /// What is known of a file that was read in another run.
  init(signature: FileSignature, checksum: UInt64) {
    self.signature = signature
    self.checksum = checksum
  }

  private mutating func fail(_ fault: FileFault, _ log: inout FileIssues) {
    content = nil
    damage = .unreadable
    var line: Int?
    var column: Int?
    var help: String?
    if case .content(let fault) = fault {
      (line, column, help) = (fault.line, fault.column, fault.help)
    }
    log.add(
      .error, "unreadable", line: line, column: column, "the file \(fault.words)", help: help)
  }

  private mutating func read(
    _ file: OpenFile, _ path: String, _ plan: SourcePlan, _ meter: ReadingMeter?,
    _ log: inout FileIssues
  ) throws(FileFault) {
    let search = TableSearch(
      columns: plan.columns, optional: plan.optional, format: plan.source.format)
    guard let table = try OpenedTable(file, path: path, search, &log) else {
      damage = .noHeader
      return
    }
    note(table.export, table.dialect)
    headerLine = table.head.headerLines?.lowerBound
    report(oddities: table, plan, &log)
    guard let layout = RowLayout(table, plan, path: path, &log) else {
      damage = .noHeader
      return
    }
    var reading = TableReading(table: table, layout: layout)
    if plan.identifier != nil {
      let sink = try reading.run(
        RecordRows(plan, fields: layout.fields, formats: layout.formats), file, meter)
      note(reading, &log)
      days = sink.content.span
      sink.content.oddities.report(to: &log)
      content = .records(sink.content)
    } else if plan.log != nil {
      let sink = try reading.run(
        EventRows(plan, fields: layout.fields, formats: layout.formats), file, meter)
      note(reading, &log)
      report(unused: sink.content.unusedRows, "an event", "events", &log)
      let read = sink.finished()
      read.report(to: &log)
      days = read.days.span
      content = .events(read)
    } else {
      let sink = try reading.run(
        DailyRows(plan, fields: layout.fields, formats: layout.formats), file, meter)
      note(reading, &log)
      report(unused: sink.content.unusedRows, "a measure", "measures", &log)
      sink.content.oddities.report(to: &log)
      days = sink.content.span
      let totals = TotalComparison(
        reading.totals, layout.compared(plan, sink.content.table), rows: reading.tally.rows)
      if reading.tally.rejected == 0, reading.tally.excluded == 0 {
        totals.report(to: &log)
        checksums = totals.checksums
      }
      content = .daily(Held(sink.finished()))
    }
    finish(reading, plan, &log)
  }

  /// Notes how a file is written.
  mutating func note(_ export: OpenedExport, _ dialect: Dialect) {
    encoding = export.guess?.encoding
    delimiter = export.form == .text ? dialect.delimiter : nil
    part = export.parts.indices.contains(export.part) ? SafeText(export.parts[export.part]) : nil
  }

  private func report(
    unused count: Int, _ one: String, _ several: String, _ log: inout FileIssues
  ) {
    guard count > 0 else { return }
    log.add(
      .note, "unused-measures",
      "\(count) \(count == 1 ? "row names \(one)" : "rows name \(several)") that no metric uses")
  }

  /// Says what is odd about a table and its header.
  private func report(
    oddities table: borrowing OpenedTable, _ plan: SourcePlan, _ log: inout FileIssues
  ) {
    let match = table.match
    let line = headerLine
    if !table.head.preamble.isEmpty {
      let count = table.head.preamble.count
      log.add(
        .note, "preamble", line: line,
        "\(count) \(count == 1 ? "line" : "lines") before the header left out")
    }
    for duplicate in match.duplicates {
      let place = table.place(of: duplicate.field)
      log.add(
        .warning, "duplicate-column", line: place?.line ?? line, column: place?.column,
        "the header names \(quoted(duplicate.name)) twice; the first column counts",
        help: "name the other one as \(quoted(duplicate.renamed))")
    }
    for ambiguity in match.ambiguities {
      let shown = ambiguity.fields.prefix(4).map { quoted(match.names[$0]) }
      let place = table.place(of: ambiguity.fields[0])
      log.add(
        .warning, "ambiguous-column", line: place?.line ?? line, column: place?.column,
        "\(quoted(plan.columns[ambiguity.column].aliases.first ?? "")) may be "
          + shown.joined(separator: " or ") + "; the first one counts",
        help: "name it with its unit")
    }
    let mapped = Set(match.fields.compactMap { $0 }.map { match.names[$0] })
    if let issue = PersonalColumns(match.names).issue(
      in: log.file, line: line, isMapped: { mapped.contains($0) })
    {
      log.add(issue)
    }
  }

  /// Says what else was odd, now that everything has been read.
  private func finish(
    _ reading: borrowing TableReading, _ plan: SourcePlan, _ log: inout FileIssues
  ) {
    reading.layout.reportFooters(reading.leftOut, to: &log)
    let export = reading.table.export
    if export.form == .json { log.moveLines { export.line(ofText: $0) } }
    export.report(to: &log)
    if let preset = plan.source.preset.flatMap({ Preset.named($0) }),
      let issue = preset.capIssue(reading.table.match.names, rows: rows, in: log.file)
    {
      log.add(issue)
    }
  }

  private mutating func note(_ reading: borrowing TableReading, _ log: inout FileIssues) {
    note(reading.tally, reading.end, &log)
  }

  /// Notes what became of the rows, and how they ended.
  mutating func note(_ tally: RowTally, _ end: RowReading.End, _ log: inout FileIssues) {
    rows = tally.rows
    rejected = tally.rejected
    excluded = tally.excluded
    if case .openQuote(let line) = end {
      damage = .openQuote
      log.add(
        .error, "open-quote", line: line,
        "a quote is opened here and never closed; it is read as it stands",
        help: "the file may be half written, or a quote inside a text is not doubled")
    }
    tally.report(to: &log)
  }
}
