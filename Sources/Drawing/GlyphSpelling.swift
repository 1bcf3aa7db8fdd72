extension GlyphSet {
  /// A text with the signs of the program's own words replaced where this set does not have them:
  /// dashes, arrows, currency and quotation marks. Each becomes one character; words of other
  /// writings stay, since nothing could stand for them.
  public func spelled(_ text: String) -> String {
    guard name != "unicode", !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    let spellings = name == "ascii" ? GlyphSet.asciiSpellings : GlyphSet.narrowSpellings
    return String(text.map { spellings[$0] ?? $0 })
  }

  /// For signs that some terminals draw two cells wide.
  private static let narrowSpellings: [Character: Character] = [
    "·": "∙", "–": "-", "±": "~", "×": "x", "→": "▸", "←": "◂", "↑": "▴", "↓": "▾", "’": "'",
    "“": "\"", "”": "\"",
  ]

  /// For terminals without Unicode.
  private static let asciiSpellings: [Character: Character] = [
    "·": "-", "–": "-", "−": "-", "±": "~", "×": "x", "→": ">", "←": "<", "↑": "^", "↓": "v",
    "’": "'", "“": "\"", "”": "\"", "¥": "Y", "€": "E", "£": "L", "₩": "W", "∙": ".",
  ]
}
