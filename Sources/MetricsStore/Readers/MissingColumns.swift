import Metrics

/// Why no table of a file could be used: which columns its likeliest header lacks.
struct MissingColumns {
  private var likeliest: (match: HeaderMatch, line: Int)?
  private let search: TableSearch

  /// Looks through the first records of a file.
  init(_ export: OpenedExport, _ search: TableSearch) {
    self.search = search
    let dialect =
      export.form == .text
      ? Dialect(export.sample, isWhole: export.isSampleWhole, search.format) : .standard
    var reader = RecordReader(dialect: dialect, tolerance: .init(), bytes: export.sample)
    for _ in 0..<TableSearch.depth {
      guard case .record? = try? reader.advance() else { break }
      guard !reader.isBlank else { continue }
      let match = HeaderMatch(search.columns, in: reader.fields.indices.map { reader.text($0) })
      if match.foundCount > (likeliest?.match.foundCount ?? -1)
        || (likeliest.map { $0.match.foundCount == 0 && match.width > $0.match.width } ?? true)
      {
        likeliest = (match, reader.line)
      }
    }
  }

  /// Says what is missing.
  func report(to log: inout FileIssues) {
    guard let likeliest else {
      log.add(.error, "no-header", "the file is empty")
      return
    }
    let missing = search.columns.indices
      .filter { likeliest.match.fields[$0] == nil && !search.optional.contains($0) }
      .map { search.columns[$0].aliases }
    let wanted = missing.map { $0.map { quoted($0) }.joined(separator: " or ") }
      .joined(separator: ", ")
    let present = likeliest.match.names.filter { !$0.isEmpty }
    let shown = present.prefix(8).map { quoted($0) }.joined(separator: ", ")
    let hints = missing.joined().compactMap { NearestName.of($0, among: present) }
    log.add(
      .error, "missing-column", line: likeliest.line,
      "no header with the \(missing.count == 1 ? "column" : "columns") \(wanted); this line has "
        + shown + (present.count > 8 ? " and \(present.count - 8) more" : ""),
      help: hints.first.map { "\(quoted($0)) is there: name it in the definitions if it is meant" }
        ?? "name the column as the file does, in kpi.yaml")
  }
}
