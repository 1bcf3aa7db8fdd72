import Metrics

/// The text of one file of definitions, with where its lines start.
final class SourceText {
  /// The file's path, relative to the workspace.
  let file: SafeText
  /// The whole text.
  let text: String
  /// Its lines without their ends.
  let lines: [Substring]

  /// A text, cut into lines where YAML 1.1 does.
  init(file: String, text: String) {
    self.file = SafeText(file)
    self.text = text
    lines = text.split(omittingEmptySubsequences: false) { SourceText.isBreak($0) }
  }

  /// Whether the character ends a line.
  static func isBreak(_ character: Character) -> Bool {
    switch character {
    case "\n", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  /// The line of that number, from 1; empty beyond the end.
  func line(_ number: Int) -> Substring {
    lines.indices.contains(number - 1) ? lines[number - 1] : ""
  }

  /// The place of a mark whose column counts Unicode scalars, as people count characters.
  ///
  /// - Complexity: linear in the line, of which at most 4 kB are looked at.
  func place(line number: Int, scalarColumn: Int) -> SourcePlace {
    SourcePlace(
      file: file, line: number, column: characters(before: scalarColumn, inLine: number) + 1)
  }

  /// How many characters of a line stand before the scalar of that column, from 1.
  func characters(before scalarColumn: Int, inLine number: Int) -> Int {
    let line = line(number)
    guard line.utf8.count <= 4096 else { return scalarColumn - 1 }
    let scalars = line.unicodeScalars.prefix(max(0, scalarColumn - 1))
    return String(String.UnicodeScalarView(scalars)).count
  }
}
