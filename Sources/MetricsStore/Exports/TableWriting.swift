import Metrics

/// Writes the tables of a file that were asked for.
struct TableWriting: ~Copyable {
  /// What was odd.
  private(set) var issues: [Issue] = []
  /// Why nothing was written, where the file has no such table.
  private(set) var failure: ExportFile.Failure?

  private let file: ExportFile
  private let choice: ExportFile.Choice
  private let isTyped: Bool
  private var format: FileFormat
  private var output: TableOutput
  /// How many tables the parts before have.
  private var before = 0
  private var written = 0
  private var found: [String] = []

  /// Prepares to write; nothing is read yet.
  init(
    _ file: ExportFile, _ choice: ExportFile.Choice, form: ExportFile.Form, isTyped: Bool,
    sink: @escaping (UnsafeRawBufferPointer) -> Bool
  ) {
    self.file = file
    self.choice = choice
    self.isTyped = isTyped
    format = file.format
    switch choice {
    case .number(let number): format.table = .number(number)
    case .named(let name): format.table = .named(name)
    case .first, .all: break
    }
    output = TableOutput(form, isOfAll: choice == .all, sink)
  }

  /// Reads the file and writes.
  mutating func run() throws(FileFault) {
    output.begin()
    if choice == .all {
      var part = 0
      var parts = 1
      while part < parts {
        parts = max(1, try write(part: part))
        part += 1
      }
    } else {
      _ = try write(part: nil)
    }
    if written == 0 { noteMissing() }
    output.end()
  }

  /// Writes the tables of one part; answers how many parts the file has.
  private mutating func write(part: Int?) throws(FileFault) -> Int {
    var pass = try ExportPass(path: file.path, name: file.name, format: format, part: part)
    let isText = pass.export.form == .text
    let typed = isTyped ? try TypedTables(file, format, part: part, upTo: last(isText)) : nil
    var isWanted = false
    var table: TypedTable?
    loop: while !output.isClosed {
      switch try pass.advance() {
      case .end: break loop
      case .tooLong:
        pass.log.add(
          .error, "long-record", line: pass.reader.line,
          "a record is longer than \(RecordReader.longestRecord >> 20) MiB; nothing after it is read"
        )
        break loop
      case .table:
        if isWanted { output.endTable() }
        let head = pass.walk.head
        guard written == 0 || choice == .all else {
          pass.log.add(
            .note, "more-tables", line: head.headerLines?.lowerBound ?? head.firstLine,
            "another table begins here",
            help: "--table \(head.number) or --table all prints it")
          isWanted = false
          break loop
        }
        let name = head.name ?? (isText ? nil : pass.export.parts[pass.export.part])
        if let name { found.append(name) }
        isWanted = wants(head, name, isText)
        guard isWanted else { continue }
        written += 1
        table = typed?.tables[head.number]
        note(head, &pass.log)
        output.beginTable(head, number: before + head.number, name: name, isTyped: isTyped)
      case .row:
        guard isWanted else { continue }
        if let table {
          if !table.totals.contains(pass.reader.line) { output.write(&pass.reader, table) }
        } else {
          output.write(&pass.reader)
        }
      }
    }
    if isWanted { output.endTable() }
    before += pass.walk.head.number
    pass.close()
    if let table, !table.totals.isEmpty {
      pass.log.add(
        .note, "totals", line: table.totals.min(),
        "\(table.totals.count) \(table.totals.count == 1 ? "row" : "rows") of totals left out")
    }
    issues += pass.log.issues
    return pass.export.parts.count
  }

  /// The last table that is of interest; nil for all.
  private func last(_ isText: Bool) -> Int? {
    switch choice {
    case .first: 1
    case .number(let number): isText ? number : 1
    case .named, .all: nil
    }
  }

  private func wants(_ head: TableHead, _ name: String?, _ isText: Bool) -> Bool {
    switch choice {
    case .first, .all: true
    case .number(let number): isText ? head.number == number : head.number == 1
    case .named(let wanted):
      isText ? HeaderName(wanted).folded == HeaderName(name ?? "").folded : head.number == 1
    }
  }

  private func note(_ head: TableHead, _ log: inout FileIssues) {
    let names = ColumnNames(head.names, width: head.width)
    for column in names.duplicates {
      log.add(
        .warning, "duplicate-column", line: head.headerLines?.upperBound,
        "the header names \(quoted(head.names[column])) again, in column \(column + 1)")
    }
  }

  private mutating func noteMissing() {
    let shown = found.prefix(8).map { quoted($0) }.joined(separator: ", ")
    let help = found.isEmpty ? nil : "it has \(shown)"
    switch choice {
    case .first, .all: break
    case .number(let number): failure = .noTable("has no table \(number)", help: help)
    case .named(let name): failure = .noTable("has no table named \(quoted(name))", help: help)
    }
  }
}
