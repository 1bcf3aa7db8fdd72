import Metrics

/// The sources that metrics can name: those read well, and those that were defined with mistakes.
struct KnownSources {
  /// The sources without mistakes.
  let sources: [String: SourceDefinition]
  /// Every name that is defined.
  let names: [String]

  /// A measure or event that a metric names.
  struct Named {
    let source: String
    let measure: String
    /// Whether it is an event; false where the source has mistakes of its own.
    let isEvent: Bool
    /// Whether it is an event whose persons can be counted.
    let hasPersons: Bool
    /// What its values are.
    let nature: MeasureNature
    /// Whether its column holds personal data.
    let isPersonal: Bool
  }

  /// What `source.measure` names, or nil with what is wrong noted.
  func measure(_ cursor: Cursor) -> Named? {
    guard let text = cursor.text("source.measure") else { return nil }
    guard let dot = text.firstIndex(of: "."), dot != text.startIndex,
      text.index(after: dot) != text.endIndex
    else {
      cursor.report(.badValue(text, expected: "of the form source.measure", choices: []))
      return nil
    }
    let source = String(text[..<dot])
    guard names.contains(source) else {
      cursor.report(.unknown(.source, source, among: names))
      return nil
    }
    let offset = text.distance(from: text.startIndex, to: dot) + 1
    return measure(String(text[text.index(after: dot)...]), of: source, cursor, at: offset)
  }

  /// The measure of a known source, whose name starts at an offset of the cursor's text.
  func measure(
    _ measure: String, of source: String, _ cursor: Cursor, at offset: Int
  ) -> Named? {
    let known = sources[source]?.measureNames
    if let known, !known.contains(measure) {
      cursor.log.add(
        .unknown(.measure, measure, among: known), at: cursor.node.place(ofCharacter: offset))
      return nil
    }
    guard SafeText(measure).string == measure else {
      cursor.report(.notAName(measure))
      return nil
    }
    let isEvent = sources[source]?.isEvent(measure) ?? false
    var hasPersons = false
    if case .events = sources[source]?.layout { hasPersons = isEvent }
    let column = sources[source]?.measures.first { $0.name == measure }
    let isPersonal = column.map { sources[source]?.isPersonal($0.column) ?? false } ?? false
    let nature = column?.nature ?? .amount
    return Named(
      source: source, measure: measure, isEvent: isEvent, hasPersons: hasPersons,
      nature: isPersonal && nature == .amount ? .identifier : nature, isPersonal: isPersonal)
  }
}
