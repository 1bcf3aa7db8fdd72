import Metrics

/// Finds what would make a text cost far more than its size before it is composed.
///
/// Yams puts the whole value in the place of every alias, and hashes every key with all that it
/// holds. Both are refused anyway; a few are composed, so that the refusal names the exact place.
struct YAMLCosts {
  private static let aliasLimit = 8
  private static let collectionKeyLimit = 64

  private let source: SourceText

  /// The costs of one text.
  init(_ source: SourceText) {
    self.source = source
  }

  /// Where the alias stands with which the text has more than a few of them, each of an anchor that
  /// it has too.
  var aliasBeyondLimit: SourcePlace? {
    var anchors: Set<Substring> = []
    for line in source.lines { anchors.formUnion(names(after: "&", in: line)) }
    guard !anchors.isEmpty else { return nil }
    var count = 0
    for (index, line) in source.lines.enumerated() {
      for alias in names(after: "*", in: line) where anchors.contains(alias) {
        count += 1
        if count > YAMLCosts.aliasLimit {
          let column = line.distance(from: line.startIndex, to: alias.startIndex)
          return SourcePlace(file: source.file, line: index + 1, column: column)
        }
      }
    }
    return nil
  }

  private func names(after sign: Character, in line: Substring) -> [Substring] {
    guard line.contains(sign) else { return [] }
    return line.split(separator: sign, omittingEmptySubsequences: false).dropFirst().compactMap {
      let name = $0.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "_-".contains($0)) }
      return name.isEmpty ? nil : name
    }
  }

  /// Where the line starts with which the text has more than a few keys that are lists or maps.
  var collectionKeyBeyondLimit: SourcePlace? {
    var count = 0
    for (index, line) in source.lines.enumerated() {
      count += collectionKeys(in: line.utf8)
      if count > YAMLCosts.collectionKeyLimit {
        return SourcePlace(file: source.file, line: index + 1, column: 1)
      }
    }
    return nil
  }

  /// How many keys of a line are marked by `? `, or by a colon after a closing bracket.
  private func collectionKeys(in line: Substring.UTF8View) -> Int {
    var count = 0
    var last: UInt8 = 0x20
    var previous: UInt8 = 0x20
    for byte in line {
      let isBlank = byte == 0x20 || byte == 0x09
      if isBlank, previous == UInt8(ascii: "?") { count += 1 }
      if byte == UInt8(ascii: ":"), last == UInt8(ascii: "]") || last == UInt8(ascii: "}") {
        count += 1
      }
      if !isBlank { last = byte }
      previous = byte
    }
    return previous == UInt8(ascii: "?") ? count + 1 : count
  }
}
