import Metrics

/// Finds the header of a table: the first of its first records that names every needed column.
struct HeaderSearch {
  /// How many records are looked at.
  static let depth = 64

  /// What was found.
  enum Outcome {
    case found(HeaderMatch)
    case missing
    case damaged(line: Int)
  }

  /// The columns that the header must have.
  let columns: [ColumnName]
  /// The positions of those columns that a file may lack, as long as it has one of the others.
  var optional: Set<Int> = []

  /// Leaves the reader on the header; notes what was dropped before it, or why there is none.
  func run(_ reader: inout RecordReader, log: inout FileIssues) throws(FileFault) -> Outcome {
    var likeliest: (match: HeaderMatch, line: Int)?
    var dropped = 0
    search: for _ in 0..<HeaderSearch.depth {
      switch try reader.advance() {
      case .end: break search
      case .openQuote(let line):
        return .damaged(line: line)
      case .tooLong: return .damaged(line: reader.line)
      case .record: break
      }
      guard !reader.isBlank else { continue }
      let match = HeaderMatch(columns, in: reader.fields.indices.map { reader.text($0) })
      if match.isComplete(besides: optional), match.foundCount > 0 || columns.isEmpty {
        if dropped > 0 {
          log.add(
            .note, "preamble", line: reader.line,
            "\(dropped) \(dropped == 1 ? "line" : "lines") before the header left out")
        }
        report(oddities: match, at: &reader, &log)
        return .found(match)
      }
      dropped += 1
      if match.foundCount > (likeliest?.match.foundCount ?? -1)
        || (likeliest.map { $0.match.foundCount == 0 && match.width > $0.match.width } ?? true)
      {
        likeliest = (match, reader.line)
      }
    }
    report(likeliest, &log)
    return .missing
  }

  private func report(
    oddities match: HeaderMatch, at reader: inout RecordReader, _ log: inout FileIssues
  ) {
    for duplicate in match.duplicates {
      let place = reader.place(of: duplicate.field)
      log.add(
        .warning, "duplicate-column", line: place.line, column: place.column,
        "the header names \(quoted(duplicate.name)) twice; the first column counts",
        help: "name the other one as \(quoted(duplicate.renamed))")
    }
    for ambiguity in match.ambiguities {
      guard let first = ambiguity.fields.first else { continue }
      let place = reader.place(of: first)
      let shown = ambiguity.fields.prefix(4).map { quoted(match.names[$0]) }
      log.add(
        .warning, "ambiguous-column", line: place.line, column: place.column,
        "\(quoted(columns[ambiguity.column].aliases.first ?? "")) may be "
          + shown.joined(separator: " or ") + "; the first one counts",
        help: "name it with its unit")
    }
  }

  private func report(_ likeliest: (match: HeaderMatch, line: Int)?, _ log: inout FileIssues) {
    guard let likeliest else {
      log.add(.error, "no-header", "the file is empty")
      return
    }
    let missing = columns.indices
      .filter { likeliest.match.fields[$0] == nil && !optional.contains($0) }
      .map { columns[$0].aliases }
    let wanted = missing.map { $0.map { quoted($0) }.joined(separator: " or ") }
      .joined(separator: ", ")
    let present = likeliest.match.names.filter { !$0.isEmpty }
    let shown = present.prefix(8).map { quoted($0) }.joined(separator: ", ")
    let isForeign = present.contains { $0.contains("\u{FFFD}") || $0.contains("\0") }
    let hints = missing.joined().compactMap { NearestName.of($0, among: present) }
    log.add(
      .error, "missing-column", line: likeliest.line,
      "no header with the \(missing.count == 1 ? "column" : "columns") \(wanted); this line has "
        + shown + (present.count > 8 ? " and \(present.count - 8) more" : ""),
      help: isForeign
        ? "the file is not UTF-8: save it as UTF-8"
        : hints.first.map { "\(quoted($0)) is there: name it in the definitions if it is meant" }
          ?? "name the column as the file does, in kpi.yaml")
  }
}
