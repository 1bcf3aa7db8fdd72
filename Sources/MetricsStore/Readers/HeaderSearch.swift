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
      if match.complete != nil {
        if dropped > 0 {
          log.add(
            .note, "preamble", line: reader.line,
            "\(dropped) \(dropped == 1 ? "line" : "lines") before the header left out")
        }
        for duplicate in match.duplicates {
          let place = reader.place(of: duplicate.field)
          log.add(
            .warning, "duplicate-column", line: place.line, column: place.column,
            "the header names \(quoted(duplicate.name)) twice; the first column counts")
        }
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

  private func report(_ likeliest: (match: HeaderMatch, line: Int)?, _ log: inout FileIssues) {
    guard let likeliest else {
      log.add(.error, "no-header", "the file is empty")
      return
    }
    let missing = columns.indices.filter { likeliest.match.fields[$0] == nil }
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
