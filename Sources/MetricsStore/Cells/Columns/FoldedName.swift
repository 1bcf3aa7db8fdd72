/// The name of a column without what differs between two spellings of it: case, width, spaces.
struct FoldedName: Hashable, Sendable {
  /// The name in lower case, full-width characters as ASCII ones, without spaces.
  let text: String
  /// Its words of ASCII letters and digits, in lower case.
  let words: [String]

  /// A name as a header writes it.
  init(_ name: String) {
    var text = String.UnicodeScalarView()
    var words: [String] = []
    var word = ""
    for scalar in name.lowercased().unicodeScalars {
      let folded = FoldedName.folded(scalar)
      let isWord = folded.isASCII && (folded.properties.isAlphabetic || ("0"..."9") ~= folded)
      if isWord {
        word.unicodeScalars.append(folded)
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
      if !folded.properties.isWhitespace { text.append(folded) }
    }
    if !word.isEmpty { words.append(word) }
    self.text = String(text)
    self.words = words
  }

  /// Whether one of the words is in it.
  func hasWord(among wanted: Set<String>) -> Bool { words.contains { wanted.contains($0) } }

  /// Whether one of the texts stands anywhere in it.
  func contains(oneOf texts: [String]) -> Bool { texts.contains { text.contains($0) } }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x00A0, 0x3000: " "
    case 0xFFE5: "¥"
    default: scalar
    }
  }
}
