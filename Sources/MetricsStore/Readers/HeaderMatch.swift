import Metrics

/// Where the columns that a source needs stand in a record that may be a header.
struct HeaderMatch {
  /// For each needed column its field; nil where the record does not have it.
  let fields: [Int?]
  /// The names of the record's fields; one that stands there again with ` (2)`, ` (3)` behind it.
  let names: [String]
  /// Names that stand more than once: what the file writes, the field after the first, and what it
  /// is called.
  let duplicates: [(name: String, field: Int, renamed: String)]
  /// Needed columns that several fields may be meant by, since their names differ in the unit only:
  /// the position of the column and the fields, the first of which counts.
  let ambiguities: [(column: Int, fields: [Int])]

  /// Looks for each column by its names: exactly first, then without regard to case, spaces and
  /// width, then without the unit in brackets.
  ///
  /// - Complexity: linear in the names, and in the aliases times the names that differ in a unit.
  init(_ columns: [ColumnName], in written: [String]) {
    let distinct = DistinctNames(written)
    names = distinct.names
    duplicates = distinct.renamed
    let index = HeaderIndex(names)
    let places = columns.map { column in
      column.aliases.lazy.map { index.exact[HeaderMatch.trimmed($0)] }.first { $0 != nil } ?? nil
    }
    var ambiguities: [(Int, [Int])] = []
    fields = columns.indices.map { position in
      if let exact = places[position] { return exact }
      let aliases = columns[position].aliases.map { HeaderName($0) }
      for alias in aliases {
        if let near = index.folded[alias.folded] { return near }
      }
      for alias in aliases {
        let like = index.like(alias)
        if like.count > 1 { ambiguities.append((position, like)) }
        if let first = like.first { return first }
      }
      return nil
    }
    self.ambiguities = ambiguities
  }

  /// The fields of all columns; nil where one is missing.
  var complete: [Int]? {
    let found = fields.compactMap { $0 }
    return found.count == fields.count ? found : nil
  }

  /// Whether every column is there but those at the given positions, which may lack.
  func isComplete(besides optional: Set<Int>) -> Bool {
    fields.indices.allSatisfy { fields[$0] != nil || optional.contains($0) }
  }

  /// How many columns it has.
  var foundCount: Int { fields.count { $0 != nil } }

  /// How many fields a row must have: those up to the last one with a name.
  var width: Int { (names.lastIndex { !$0.isEmpty } ?? -1) + 1 }

  /// How many fields rows should have.
  var rowWidth: RowWidth { RowWidth(least: width, most: names.count) }

  private static func trimmed(_ text: String) -> String {
    var text = text
    return text.withUTF8 { CellBytes($0).trimmed.text }
  }
}

/// The fields of a header by their names.
private struct HeaderIndex {
  private(set) var exact: [String: Int] = [:]
  private(set) var folded: [String: Int] = [:]
  private var bare: [String: [(unit: String?, field: Int)]] = [:]

  /// Of fields with one name the first counts; fields without a name have none.
  init(_ names: [String]) {
    for (field, written) in names.enumerated() where !written.isEmpty {
      let name = HeaderName(written)
      if exact[written] == nil { exact[written] = field }
      if folded[name.folded] == nil { folded[name.folded] = field }
      bare[name.bare, default: []].append((name.unit, field))
    }
  }

  /// The fields that mean the same but for a unit that one of both lacks.
  func like(_ name: HeaderName) -> [Int] {
    (bare[name.bare] ?? []).filter { $0.unit == nil || name.unit == nil }.map(\.field)
  }
}

/// Names of which none stands twice.
struct DistinctNames {
  /// The names, a repeated one with ` (2)`, ` (3)` behind it.
  private(set) var names: [String]
  /// What was written twice, where, and what it is called now.
  private(set) var renamed: [(name: String, field: Int, renamed: String)] = []

  /// Makes written names distinct; empty ones stay empty.
  ///
  /// - Complexity: linear in the names.
  init(_ written: [String]) {
    names = written
    let known = Set(written)
    var taken: Set<String> = []
    var counts: [String: Int] = [:]
    for (field, name) in written.enumerated() where !name.isEmpty {
      guard !taken.insert(name).inserted else { continue }
      var count = counts[name] ?? 1
      var other: String
      repeat {
        count += 1
        other = "\(name) (\(count))"
      } while known.contains(other) || taken.contains(other)
      counts[name] = count
      taken.insert(other)
      names[field] = other
      renamed.append((name, field, other))
    }
  }
}
