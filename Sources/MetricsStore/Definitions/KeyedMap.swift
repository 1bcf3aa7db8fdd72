import Metrics

/// A map whose keys are known: it remembers which were asked for, so that every other is an error.
final class KeyedMap {
  /// Where it starts.
  let place: SourcePlace
  private let entries: [YAMLNode.Entry]
  private let log: IssueLog
  private var asked: [String] = []

  init(_ entries: [YAMLNode.Entry], place: SourcePlace, log: IssueLog) {
    self.entries = entries
    self.place = place
    self.log = log
  }

  /// The value of the key, or nil where it is not given.
  func take(_ key: String) -> Cursor? {
    asked.append(key)
    return entries.first { $0.key == key }.map {
      Cursor(node: $0.value, keyPlace: $0.keyNode.place, log: log)
    }
  }

  /// The value of the key; where it is not given that is noted at `owner`.
  func require(_ key: String, at owner: SourcePlace? = nil) -> Cursor? {
    let value = take(key)
    if value == nil { log.add(.missingKey(key), at: owner ?? place) }
    return value
  }

  /// Notes the keys that the format has and this version does not read; true where there are any.
  func refuse(_ keys: [String], as problem: (String) -> DefinitionIssue = { .unsupportedKey($0) })
    -> Bool
  {
    let found = keys.filter { key in
      guard let entry = entries.first(where: { $0.key == key }) else { return false }
      log.add(problem(key), at: entry.keyNode.place)
      return true
    }
    refused.formUnion(keys)
    return !found.isEmpty
  }

  private var refused: Set<String> = []

  /// Notes every key that was not asked for.
  func finish() {
    for entry in entries where !asked.contains(entry.key) && !refused.contains(entry.key) {
      log.add(.unknownKey(entry.key, known: asked), at: entry.keyNode.place)
    }
  }
}
