import Metrics

/// How the files of a tool are recognised by their header and by what stands above it.
struct PresetMarks: Sendable {
  /// Columns that each of its files has; each name of one is enough.
  let needed: [ColumnName]
  /// Columns that many of its files have, and that make the guess surer.
  let usual: [ColumnName]
  /// What the lines above the header tell.
  let preamble: Preamble?

  /// What the lines above a header tell.
  enum Preamble: Sendable {
    /// A line with one of these texts in it makes the guess surer.
    case helps([String])
    /// A line with one of these texts has to be there.
    case needs([String])
    /// A comment line that holds two dates and nothing else, as `# 20250701-20250731`, has to be
    /// there.
    case needsRange
  }

  /// Marks of a tool.
  init(needed: [ColumnName], usual: [ColumnName] = [], preamble: Preamble? = nil) {
    self.needed = needed
    self.usual = usual
    self.preamble = preamble
  }

  /// How well a header fits, 0 where it is another tool's: a needed column counts three, the lines
  /// above the header three, a usual column one.
  func score(_ header: RecognisedHeader) -> Int {
    guard needed.allSatisfy({ header.has($0) }) else { return 0 }
    var score = 3 * needed.count + usual.count { header.has($0) }
    switch preamble {
    case nil: break
    case .helps(let texts): score += header.preambleHas(texts) ? 3 : 0
    case .needs(let texts):
      guard header.preambleHas(texts) else { return 0 }
      score += 3
    case .needsRange:
      guard header.preambleHasRange else { return 0 }
      score += 3
    }
    return score
  }
}

/// A header and the lines above it, ready to be compared with many names.
struct RecognisedHeader {
  /// More columns or lines than this say nothing more about a tool.
  private static let limit = 4096

  private let folded: Set<String>
  private let bare: Set<String>
  private let preamble: [String]

  /// A header's names and the lines above it, comment marks included.
  init(_ names: [String], preamble: [String]) {
    let names = names.prefix(RecognisedHeader.limit).filter { !$0.isEmpty }.map { HeaderName($0) }
    folded = Set(names.map(\.folded))
    bare = Set(names.map(\.bare))
    self.preamble = preamble.prefix(64).map { HeaderName.folded(String($0.prefix(1000))) }
  }

  /// Whether the header has the column by one of its names. A name that ends with `*` stands for
  /// every name that starts so.
  func has(_ column: ColumnName) -> Bool {
    column.aliases.contains { alias in
      let name = HeaderName.folded(alias)
      guard name.last == "*" else { return folded.contains(name) || bare.contains(name) }
      return folded.contains { $0.hasPrefix(name.dropLast()) }
    }
  }

  /// The first of a column's names that the header has; nil where it has none.
  func name(of column: ColumnName) -> String? {
    column.aliases.first { !$0.hasSuffix("*") && has(ColumnName([$0])) }
  }

  /// Whether a line above the header has one of the texts in it.
  func preambleHas(_ texts: [String]) -> Bool {
    let texts = texts.map { HeaderName.folded($0) }
    return preamble.contains { line in texts.contains { line.contains($0) } }
  }

  /// Whether a line above the header holds two dates of eight digits and nothing else.
  var preambleHasRange: Bool {
    preamble.contains { line in
      let parts = line.drop { $0 == "#" || $0 == "\"" }.prefix { $0 != "," && $0 != "\"" }
        .split(separator: "-", omittingEmptySubsequences: false)
      return parts.count == 2
        && parts.allSatisfy { $0.utf8.count == 8 && $0.allSatisfy(\.isASCIIDigit) }
    }
  }
}
