import Metrics

/// Reads the targets that stand in the definitions.
struct TargetReader {
  let metrics: [String]
  let dimensions: [String]
  let calendar: BusinessCalendar
  let log: IssueLog

  private static let grains = Grain.allCases.map(\.rawValue) + ["any"]

  /// The targets of one metric.
  func targets(of metric: String, key: Cursor, _ cursor: Cursor) -> [Target] {
    guard metrics.contains(metric) else {
      log.add(.unknown(.metric, metric, among: metrics), at: key.place)
      return []
    }
    guard let map = cursor.map("a map of day, week, month, …") else { return [] }
    var targets = values(map, metric, Segment())
    if let segments = map.take("segments") {
      for part in segments.list() ?? [] { targets += self.targets(of: metric, in: part) }
    }
    map.finish()
    return unique(targets)
  }

  private func values(_ map: KeyedMap, _ metric: String, _ segment: Segment) -> [Target] {
    TargetReader.grains.flatMap { name -> [Target] in
      guard let entries = map.take(name)?.entries("a map from periods to numbers") else {
        return []
      }
      let grain = Grain(rawValue: name)
      return entries.compactMap { key, label, value in
        guard let period = calendar.period(labelled: label, grain: grain) else {
          log.add(
            .badValue(label, expected: "a period such as 2026-04", choices: []), at: key.place)
          return nil
        }
        guard let number = value.number() else { return nil }
        return Target(
          metric: metric, segment: segment, grain: grain, from: period.range.start, value: number,
          place: key.place)
      }
    }
  }

  private func targets(of metric: String, in cursor: Cursor) -> [Target] {
    guard let map = cursor.map() else { return [] }
    var parts: [String: Set<SafeText>] = [:]
    for dimension in dimensions {
      guard let value = map.take(dimension), let accepted = value.oneOrList() else { continue }
      parts[dimension] = Set(accepted.compactMap { $0.safeText() })
    }
    let targets = values(map, metric, Segment(parts))
    map.finish()
    if parts.isEmpty { cursor.report(.missingKey("a dimension")) }
    return targets
  }

  private func unique(_ targets: [Target]) -> [Target] {
    struct Key: Hashable {
      let segment: Segment
      let grain: Grain?
      let from: Day
    }
    var seen: [Key: SourcePlace] = [:]
    return targets.filter { target in
      let key = Key(segment: target.segment, grain: target.grain, from: target.from)
      if let first = seen[key] {
        log.add(.definedTwice(.target, target.metric, first: first), at: target.place)
        return false
      }
      seen[key] = target.place
      return true
    }
  }
}
