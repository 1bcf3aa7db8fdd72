import Metrics
import Yams

/// The text of a theme file as nodes, or why it has none.
struct ThemeText {
  /// The path as it was found, safe to print.
  let file: SafeText
  private let lines: [Substring]

  /// A theme says little; what is larger is something else.
  static let sizeLimit = 64 * 1024

  /// The text of the file at a path.
  init(_ text: String, path: String) {
    file = SafeText(path)
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }

  /// The place of a mark of the parser, which counts scalars.
  func place(_ mark: Mark?) -> SourcePlace {
    guard let mark else { return SourcePlace(file: file) }
    guard lines.indices.contains(mark.line - 1) else {
      return SourcePlace(file: file, line: mark.line)
    }
    let before = lines[mark.line - 1].unicodeScalars.prefix(max(0, mark.column - 1))
    return SourcePlace(
      file: file, line: mark.line, column: String(String.UnicodeScalarView(before)).count + 1)
  }

  /// The root of a text; nil where it says nothing.
  func root(of text: String) throws(Issue) -> Node? {
    if let place = alias {
      throw issue(place, "anchors and aliases are not supported", help: "use the palette")
    }
    do {
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      return try parser.singleRoot()
    } catch let error as YamlError {
      throw issue(error)
    } catch {
      throw issue(SourcePlace(file: file), "this is not YAML")
    }
  }

  /// Where an alias stands; written in layers, these make a small text cost without bound.
  private var alias: SourcePlace? {
    let anchors = Set(lines.flatMap { ThemeText.names(after: "&", in: $0) })
    guard !anchors.isEmpty else { return nil }
    for (index, line) in lines.enumerated() {
      for name in ThemeText.names(after: "*", in: line) where anchors.contains(name) {
        let column = line.distance(from: line.startIndex, to: name.startIndex)
        return SourcePlace(file: file, line: index + 1, column: column)
      }
    }
    return nil
  }

  private static func names(after sign: Character, in line: Substring) -> [Substring] {
    line.split(separator: sign, omittingEmptySubsequences: false).dropFirst()
      .map { $0.prefix { $0.isLetter || $0.isNumber || "_-".contains($0) } }
      .filter { !$0.isEmpty }
  }

  private func issue(_ error: YamlError) -> Issue {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      issue(place(mark), "this is not YAML: \(problem)")
    case .duplicatedKeysInMapping(let keys, let context):
      issue(place(context.mark), "“\(keys.first ?? "")” is given twice")
    default: issue(SourcePlace(file: file), "this is not YAML")
    }
  }

  private func issue(_ place: SourcePlace, _ message: String, help: String? = nil) -> Issue {
    Issue(
      .error, code: "yaml-syntax", at: place, message: SafeText(message),
      help: help.map { SafeText($0) })
  }
}
