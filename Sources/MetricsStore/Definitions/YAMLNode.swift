import Metrics

/// A value of a YAML text as it stands there: every scalar a text, nothing guessed.
struct YAMLNode {
  /// What it is.
  enum Content {
    case text(String, Style)
    case list([YAMLNode])
    case map([Entry])
  }

  /// How a text is written.
  enum Style {
    case plain, quoted, block
  }

  /// A key with its value.
  struct Entry {
    let key: String
    let keyNode: YAMLNode
    let value: YAMLNode
  }

  let content: Content
  let source: SourceText
  /// The line it starts on, from 1.
  let line: Int
  /// The Unicode scalar of the line that it starts at, from 1.
  let scalarColumn: Int

  /// Where it starts.
  var place: SourcePlace { source.place(line: line, scalarColumn: scalarColumn) }

  /// Whether nothing is given: a key without a value.
  var isNothing: Bool {
    if case .text("", .plain) = content { true } else { false }
  }

  /// What it is, for a message.
  var kind: String {
    switch content {
    case .text where isNothing: "nothing"
    case .text("", _): "an empty text"
    case .text: "a text"
    case .list: "a list"
    case .map: "a map"
    }
  }

  /// Where the character at an offset of its text stands in the file; for a block text where the
  /// block starts.
  func place(ofCharacter offset: Int) -> SourcePlace {
    guard case .text(_, let style) = content, style != .block else { return place }
    var walk = ScalarWalk(self, isQuoted: style == .quoted)
    for _ in 0..<offset where !walk.isAtEnd { walk.advance() }
    return walk.place
  }
}

/// Walks through the characters of a plain or quoted scalar as they are written in the file.
private struct ScalarWalk {
  private let source: SourceText
  private let quote: Character?
  private var line: Int
  private var column: Int
  private var characters: [Character]

  init(_ node: YAMLNode, isQuoted: Bool) {
    source = node.source
    line = node.line
    characters = Array(source.line(line))
    column = source.characters(before: node.scalarColumn, inLine: line)
    quote = isQuoted && column < characters.count ? characters[column] : nil
    if quote != nil { column += 1 }
  }

  var isAtEnd: Bool { line > source.lines.count }

  var place: SourcePlace { SourcePlace(file: source.file, line: line, column: column + 1) }

  /// Steps over what one character of the value is written as.
  mutating func advance() {
    guard column < characters.count else { return fold() }
    let character = characters[column]
    let next = column + 1 < characters.count ? characters[column + 1] : nil
    if quote == "\"", character == "\\" {
      let digits = ["x": 2, "u": 4, "U": 8][next ?? " "] ?? 0
      column += 2 + digits
    } else if quote == "'", character == "'" {
      column += 2
    } else {
      column += 1
    }
    // Blanks before a line's end are no part of the value.
    if characters.dropFirst(column).allSatisfy(\.isWhitespace), line < source.lines.count {
      column = characters.count
    }
  }

  /// Steps over a line's end and the indentation after it, which stand for one space.
  private mutating func fold() {
    repeat {
      line += 1
      characters = Array(source.line(line))
      column = characters.firstIndex { !$0.isWhitespace } ?? characters.count
    } while column == characters.count && line < source.lines.count
  }
}
