import Metrics

/// A value of the definitions that is being read: the node, what it is called, and where issues go.
struct Cursor {
  let node: YAMLNode
  /// Where its key stands; for an element of a list the element itself.
  let keyPlace: SourcePlace
  let log: IssueLog

  /// Where the value stands; its key where nothing is given.
  var place: SourcePlace { node.isNothing ? keyPlace : node.place }

  /// Notes what is wrong with it.
  func report(_ problem: DefinitionIssue) {
    log.add(problem, at: place)
  }

  private func reportKind(_ wanted: String) {
    report(.expected(wanted, found: node.kind))
  }

  /// The text that stands here, not empty.
  func text(_ wanted: String = "a text") -> String? {
    guard case .text(let text, _) = node.content, !text.isEmpty else {
      reportKind(wanted)
      return nil
    }
    return text
  }

  /// The text that stands here, safe to draw.
  func safeText() -> SafeText? {
    text().map { SafeText($0) }
  }

  /// A text for both languages, or one for each.
  func localizedText() -> LocalizedText? {
    guard case .map = node.content else {
      return text("a text, or a text per language,").map { LocalizedText(SafeText($0)) }
    }
    guard let map = map() else { return nil }
    let english = map.take("en")?.safeText()
    let japanese = map.take("ja")?.safeText()
    map.finish()
    guard english != nil || japanese != nil else { return nil }
    return LocalizedText(english: english, japanese: japanese)
  }

  /// One of the values of a closed set.
  func choice<Value: CaseIterable & RawRepresentable<String>>(
    _ type: Value.Type, _ expected: String
  ) -> Value? {
    let choices = Value.allCases.map(\.rawValue)
    guard let text = text("one of \(choices.joined(separator: ", "))") else { return nil }
    if let value = Value(rawValue: text) { return value }
    report(.badValue(text, expected: expected, choices: choices))
    return nil
  }

  /// Whether `yes`, `true`, `no` or `false` stands here.
  func flag() -> Bool? {
    guard let text = text("yes or no") else { return nil }
    switch text {
    case "yes", "true": return true
    case "no", "false": return false
    default:
      report(.badValue(text, expected: "yes or no", choices: ["yes", "no"]))
      return nil
    }
  }

  /// The number that stands here, a percentage as its fraction.
  func number() -> Double? {
    guard let text = text("a number") else { return nil }
    if let value = DecimalText.number(text), value.isFinite { return value }
    report(.badValue(text, expected: "a number", choices: []))
    return nil
  }

  /// The whole number of the range that stands here.
  func wholeNumber(in range: ClosedRange<Int>) -> Int? {
    let expected = "a whole number, \(range.lowerBound) to \(range.upperBound)"
    guard let text = text(expected) else { return nil }
    if let value = Int(text), range.contains(value) { return value }
    report(.badValue(text, expected: expected, choices: []))
    return nil
  }

  /// The date that stands here.
  func day() -> Day? {
    guard let text = text("a date") else { return nil }
    if let day = Day(iso: text) { return day }
    report(.badValue(text, expected: "a date such as 2026-04-01", choices: []))
    return nil
  }

  /// The elements of the list that stands here.
  func list() -> [Cursor]? {
    guard case .list(let nodes) = node.content else {
      reportKind("a list")
      return nil
    }
    return nodes.map { Cursor(node: $0, keyPlace: $0.place, log: log) }
  }

  /// The elements of the list, or the one text that stands here.
  func oneOrList() -> [Cursor]? {
    if case .list(let nodes) = node.content {
      if nodes.isEmpty { report(.expected("at least one value", found: "an empty list")) }
      return nodes.isEmpty ? nil : list()
    }
    return text("a text or a list of texts") == nil ? nil : [self]
  }

  /// The map of known keys that stands here.
  func map(_ wanted: String = "a map") -> KeyedMap? {
    guard case .map(let entries) = node.content else {
      reportKind(wanted)
      return nil
    }
    return KeyedMap(entries, place: place, log: log)
  }

  /// The entries of a map whose keys are free.
  func entries(_ wanted: String = "a map") -> [(key: Cursor, name: String, value: Cursor)]? {
    guard case .map(let entries) = node.content else {
      reportKind(wanted)
      return nil
    }
    return entries.map { entry in
      let keyPlace = entry.keyNode.place
      return (
        Cursor(node: entry.keyNode, keyPlace: keyPlace, log: log), entry.key,
        Cursor(node: entry.value, keyPlace: keyPlace, log: log)
      )
    }
  }
}
