import Metrics

/// Reads a whole file to tell what is in it.
struct OutlineReading {
  /// What is in it.
  private(set) var outline: ExportOutline

  /// Reads every table of every part. Complexity: O(bytes of the file).
  init(_ file: ExportFile) throws(FileFault) {
    outline = ExportOutline(file: file.name, form: "")
    var part = 0
    var parts = 1
    while part < parts {
      var pass = try ExportPass(
        path: file.path, name: file.name, format: file.format, part: part)
      parts = max(1, pass.export.parts.count)
      try read(&pass)
      if part == 0 { describe(pass.export, pass.guess, pass.reader.dialect) }
      pass.close()
      outline.issues += pass.log.issues
      outline.leftOut += pass.walk.left.lines.map {
        ExportOutline.LeftOut(reason: $0.reason.rawValue, lines: $0.lines)
      }
      part += 1
    }
  }

  private mutating func read(_ pass: inout ExportPass) throws(FileFault) {
    let before = outline.tables.count
    var profiles: [ColumnProfile] = []
    while true {
      switch try pass.advance() {
      case .end:
        return finish(&profiles)
      case .tooLong:
        pass.log.add(
          .error, "long-record", line: pass.reader.line,
          "a record is longer than \(RecordReader.longestRecord >> 20) MiB; nothing after it is read"
        )
        return finish(&profiles)
      case .table:
        finish(&profiles)
        begin(pass.walk.head, before, pass.export)
        profiles = ColumnNames(pass.walk.head.names, width: pass.walk.head.width).names.map {
          ColumnProfile(name: $0)
        }
      case .row:
        if !TypedTable.isCertainTotal(&pass.reader) {
          for column in profiles.indices { profiles[column].see(pass.reader.cell(column)) }
        }
        let last = outline.tables.count - 1
        outline.tables[last].rows += 1
        let line = pass.reader.line
        let first = outline.tables[last].lines?.lowerBound ?? line
        outline.tables[last].lines = first...max(line, pass.reader.lineAfter - 1)
      }
    }
  }

  private mutating func begin(_ head: TableHead, _ before: Int, _ export: OpenedExport) {
    var table = ExportOutline.Table(number: before + head.number)
    let part = export.parts.isEmpty ? nil : export.parts[export.part]
    table.name = (head.name ?? part).map { SafeText($0) }
    table.preamble = head.preamble.map { .init(number: $0.number, text: SafeText($0.text)) }
    table.header = head.headerLines
    table.isHeaderCertain = head.isHeaderCertain
    table.repeatsHeader = head.repeatsHeader
    outline.tables.append(table)
  }

  /// Gives the last table its columns.
  private mutating func finish(_ profiles: inout [ColumnProfile]) {
    guard let last = outline.tables.indices.last, !profiles.isEmpty else { return }
    outline.tables[last].columns = profiles.map { profile in
      ExportOutline.Column(
        name: SafeText(profile.name), type: profile.reading.type.words, missing: profile.missing)
    }
    profiles = []
  }

  private mutating func describe(
    _ export: OpenedExport, _ guess: DialectGuess?, _ dialect: Dialect
  ) {
    outline.form = export.form.rawValue
    outline.isCompressed = export.isCompressed
    outline.encoding = export.guess.map {
      ExportOutline.Encoding(name: $0.encoding.rawValue, evidence: $0.evidence.words)
    }
    guard let guess else { return }
    var described = ExportOutline.Dialect()
    described.delimiter = dialect.delimiter == DialectGuess.noDelimiter ? nil : dialect.delimiter
    described.quote = dialect.quote
    described.escape = dialect.escape
    described.skipsSpaces = dialect.skipsSpaces
    described.lineEnds = export.sample.withUnsafeBufferPointer { LineEnds($0).words }
    described.trials = guess.trials.prefix(5).map {
      ExportOutline.Trial(
        delimiter: $0.dialect.delimiter, quote: $0.dialect.quote, score: DialectGuess.rank($0))
    }
    outline.dialect = described
  }
}
