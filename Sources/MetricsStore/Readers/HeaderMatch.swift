import Metrics

/// Where the columns that a source needs stand in a record that may be a header.
struct HeaderMatch {
  /// For each needed column its field; nil where the record does not have it.
  let fields: [Int?]
  /// The names of the record's fields.
  let names: [String]

  /// Looks for each column by its names: exactly first, then without regard to case and spaces.
  init(_ columns: [ColumnName], in names: [String]) {
    self.names = names
    let folded = names.map { HeaderMatch.folded($0) }
    fields = columns.map { column in
      for alias in column.aliases {
        if let exact = names.firstIndex(of: HeaderMatch.trimmed(alias)) { return exact }
      }
      for alias in column.aliases {
        if let near = folded.firstIndex(of: HeaderMatch.folded(alias)) { return near }
      }
      return nil
    }
  }

  /// The fields of all columns; nil where one is missing.
  var complete: [Int]? {
    let found = fields.compactMap { $0 }
    return found.count == fields.count ? found : nil
  }

  /// How many columns it has.
  var foundCount: Int { fields.count { $0 != nil } }

  /// How many fields a row must have: those up to the last one with a name.
  var width: Int { (names.lastIndex { !$0.isEmpty } ?? -1) + 1 }

  /// How many fields rows should have.
  var shape: RowShape { RowShape(least: width, most: names.count) }

  /// Names that stand more than once, with the fields after the first.
  var duplicates: [(name: String, field: Int)] {
    names.indices.compactMap { field in
      guard !names[field].isEmpty, let first = names.firstIndex(of: names[field]), first < field
      else { return nil }
      return (names[field], field)
    }
  }

  private static func trimmed(_ text: String) -> String {
    var text = text
    return text.withUTF8 { CellBytes($0).trimmed.text }
  }

  private static func folded(_ name: String) -> String {
    name.lowercased().filter { !$0.isWhitespace }
  }
}
