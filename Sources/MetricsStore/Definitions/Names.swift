import Metrics

extension Cursor {
  /// A name made of letters, digits and `_`, not a digit first.
  func name(_ text: String) -> String? {
    if isName(text) { return text }
    log.add(.notAName(text), at: node.place)
    return nil
  }

  /// The name that stands here as a value.
  func nameValue() -> String? {
    text("a name").flatMap { name($0) }
  }

  /// The entries of a map from new names; those that are no names are noted and left out.
  func named() -> [(name: String, key: Cursor, value: Cursor)]? {
    entries("a map of names")?.compactMap { key, text, value in
      key.name(text).map { ($0, key, value) }
    }
  }

  /// The entries of a map from new names, of which there has to be one and may be a thousand.
  func someNamed(_ what: String) -> [(name: String, key: Cursor, value: Cursor)]? {
    guard case .map(let entries) = node.content else { return named() }
    if entries.isEmpty { report(.expected("at least one entry", found: "an empty map")) }
    guard entries.count <= 1000 else {
      report(.tooMany(what, limit: 1000))
      return nil
    }
    return named()
  }

  /// The name of something known that stands here.
  func reference(_ kind: DefinitionIssue.Kind, among known: [String]) -> String? {
    guard let text = text("the name of a \(kind.rawValue)") else { return nil }
    if known.contains(text) { return text }
    report(.unknown(kind, text, among: known))
    return nil
  }
}

/// Whether the text can name something: letters, digits and `_`, not a digit first.
func isName(_ text: String) -> Bool {
  guard let first = text.first, first.isLetter || first == "_", text.count <= 64 else {
    return false
  }
  return text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    && SafeText(text).string == text
}
