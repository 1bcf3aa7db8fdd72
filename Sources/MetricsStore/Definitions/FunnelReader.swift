import Metrics

/// Reads one funnel.
struct FunnelReader {
  let metrics: [String]
  let log: IssueLog

  /// The funnel that the value describes, or nil with the reasons noted.
  func funnel(_ name: String, key: Cursor, _ cursor: Cursor) -> FunnelDefinition? {
    guard let map = cursor.map() else { return nil }
    _ = map.refuse(["records"])
    let label = map.take("label")?.localizedText()
    let stages = map.require("stages", at: key.place).flatMap(stages)
    let value = map.take("value")?.reference(.metric, among: metrics)
    map.finish()
    guard let stages else { return nil }
    return FunnelDefinition(
      name: name, label: label, stages: stages, value: value, place: key.place)
  }

  private func stages(_ cursor: Cursor) -> [String]? {
    guard let list = cursor.list() else { return nil }
    guard list.count >= 2 else {
      cursor.report(.tooFewStages)
      return nil
    }
    var stages: [String] = []
    for value in list {
      guard let stage = value.reference(.metric, among: metrics) else { continue }
      if stages.contains(stage) {
        value.report(.repeatedStage(stage))
      } else {
        stages.append(stage)
      }
    }
    return stages
  }
}
