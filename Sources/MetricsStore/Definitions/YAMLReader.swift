import Metrics
import Yams

/// Reads one file of definitions into nodes with places, or says why it cannot.
///
/// Aliases are refused, so that a text is never larger than it looks; depth is bounded.
struct YAMLReader {
  /// How deep values may be nested.
  static let depthLimit = 64
  /// How often a text is composed again to find one more duplicate key.
  private static let roundLimit = 6

  private let source: SourceText
  private let log: IssueLog
  /// Keys that were masked because they are duplicates, by where they stand.
  private var masked: [Position: String] = [:]

  private struct Position: Hashable {
    let line: Int
    let column: Int
  }

  private struct Refusal: Error {
    let problem: DefinitionIssue
    let place: SourcePlace
  }

  /// A reader of one text, which notes what is wrong with it.
  init(_ source: SourceText, log: IssueLog) {
    self.source = source
    self.log = log
  }

  /// The root of the text, or nil with the reason in the log.
  mutating func root() -> YAMLNode? {
    let costs = YAMLCosts(source)
    if let place = costs.aliasBeyondLimit {
      log.add(.anchor, at: place)
      return nil
    }
    if let place = costs.collectionKeyBeyondLimit {
      log.add(.keyNotText, at: place)
      return nil
    }
    do {
      return try composed()
    } catch let refusal as Refusal {
      log.add(refusal.problem, at: refusal.place)
    } catch let error as YamlError {
      let (problem, place) = describe(error)
      log.add(problem, at: place)
    } catch {
      log.add(.syntax("it cannot be read"), at: SourcePlace(file: source.file))
    }
    return nil
  }

  /// The nodes of the text.
  ///
  /// Yams stops at the first mapping with a duplicate key and names only its first place. So that key
  /// is masked by a private character and the text composed again, until every key is found.
  private mutating func composed() throws -> YAMLNode? {
    var lines = source.lines.map { Array($0.unicodeScalars) }
    var text = source.text
    for round in 0... {
      // Only the parser keeps anchors alive.
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      do {
        guard let root = try parser.singleRoot() else { return nil }
        return try withExtendedLifetime(parser) { try node(root, depth: 0) }
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        let mark = context.mark
        guard round < YAMLReader.roundLimit, let key = keys.first, !key.isEmpty,
          mask(mark, in: &lines, with: 0xE000 + UInt32(round))
        else {
          let place = place(mark)
          throw Refusal(problem: .duplicateKey(keys.first ?? "", first: place), place: place)
        }
        masked[Position(line: mark.line, column: mark.column)] = key
        text = lines.map { String(String.UnicodeScalarView($0)) }.joined(separator: "\n")
      }
    }
    return nil
  }

  private func mask(_ mark: Mark, in lines: inout [[Unicode.Scalar]], with code: UInt32) -> Bool {
    let line = mark.line - 1
    guard lines.indices.contains(line), let scalar = Unicode.Scalar(code) else { return false }
    var column = mark.column - 1
    guard lines[line].indices.contains(column), !"[{".unicodeScalars.contains(lines[line][column])
    else { return false }
    if lines[line][column] == "\"" || lines[line][column] == "'" { column += 1 }
    guard lines[line].indices.contains(column) else { return false }
    lines[line][column] = scalar
    return true
  }

  private func place(_ mark: Mark) -> SourcePlace {
    source.place(line: mark.line, scalarColumn: mark.column)
  }

  private func node(_ node: Node, depth: Int) throws -> YAMLNode {
    let line = node.mark?.line ?? 1
    let column = node.mark?.column ?? 1
    func refusal(_ problem: DefinitionIssue) -> Refusal {
      Refusal(problem: problem, place: source.place(line: line, scalarColumn: column))
    }
    guard depth <= YAMLReader.depthLimit else {
      throw refusal(.tooDeep(limit: YAMLReader.depthLimit))
    }
    if node.anchor != nil { throw refusal(.anchor) }
    let tag = node.tag.description
    guard ["", Tag.Name.str.rawValue, Tag.Name.seq.rawValue, Tag.Name.map.rawValue].contains(tag)
    else { throw refusal(.tag) }
    let content: YAMLNode.Content =
      switch node {
      case .scalar(let scalar): .text(scalar.string, scalar.style.kind)
      case .sequence(let sequence): .list(try sequence.map { try self.node($0, depth: depth + 1) })
      case .mapping(let mapping): .map(try entries(mapping, depth: depth + 1))
      case .alias: throw refusal(.anchor)
      }
    return YAMLNode(content: content, source: source, line: line, scalarColumn: column)
  }

  private func entries(_ mapping: Node.Mapping, depth: Int) throws -> [YAMLNode.Entry] {
    var firsts: [String: SourcePlace] = [:]
    var entries: [YAMLNode.Entry] = []
    for (key, value) in mapping {
      let keyNode = try node(key, depth: depth)
      guard case .text(let composed, _) = keyNode.content else {
        log.add(.keyNotText, at: keyNode.place)
        continue
      }
      let name =
        masked[Position(line: keyNode.line, column: keyNode.scalarColumn)] ?? composed
      let valueNode = try node(value, depth: depth)
      if name == "<<" {
        log.add(.mergeKey, at: keyNode.place)
      } else if let first = firsts[name] {
        log.add(.duplicateKey(name, first: first), at: keyNode.place)
      } else {
        firsts[name] = keyNode.place
        entries.append(YAMLNode.Entry(key: name, keyNode: keyNode, value: valueNode))
      }
    }
    return entries
  }
}

// What Yams says, and what it does not.
extension YAMLReader {
  private func describe(_ error: YamlError) -> (DefinitionIssue, SourcePlace) {
    switch error {
    case .reader(let problem, let offset, _, _):
      let before = source.text.prefix(offset ?? 0)
      let lines = before.split(omittingEmptySubsequences: false) { SourceText.isBreak($0) }
      let place = SourcePlace(
        file: source.file, line: lines.count, column: (lines.last?.count ?? 0) + 1)
      return (.syntax(problem), place)
    case .scanner(let context, let problem, let mark, _):
      let line = source.line(mark.line)
      let from = source.characters(before: mark.column, inLine: mark.line)
      if line.dropFirst(from).first == "\t" || line.prefix(while: \.isWhitespace).contains("\t") {
        return (.tab, place(mark))
      }
      if let context, problem.contains("end of stream"), context.text.contains("quoted") {
        return (.syntax("this quote is not closed"), place(context.mark))
      }
      return (.syntax(joined(context, problem)), place(mark))
    case .parser(let context, let problem, let mark, _):
      return (.syntax(joined(context, problem)), place(mark))
    case .composer(_, let problem, let mark, _):
      let isSecond = problem.contains("another document")
      return (isSecond ? .severalDocuments : .anchor, place(mark))
    case .duplicatedKeysInMapping(let keys, let context):
      return (
        .duplicateKey(keys.first ?? "", first: place(context.mark)), place(context.mark)
      )
    default:
      return (.syntax("it cannot be read"), SourcePlace(file: source.file))
    }
  }

  private func joined(_ context: YamlError.Context?, _ problem: String) -> String {
    guard let context else { return problem }
    return "\(problem), \(context.text) that starts at line \(context.mark.line)"
  }
}

extension Node.Scalar.Style {
  fileprivate var kind: YAMLNode.Style {
    switch self {
    case .literal, .folded: .block
    case .singleQuoted, .doubleQuoted: .quoted
    case .any, .plain: .plain
    }
  }
}
