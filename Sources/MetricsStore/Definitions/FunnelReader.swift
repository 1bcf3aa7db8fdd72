import Metrics

/// Reads one funnel.
struct FunnelReader {
  /// The names of all metrics, and those of them that were read well.
  let metrics: [String]
  let definitions: Definitions
  /// The names of all sources.
  let sources: [String]
  let log: IssueLog

  /// The funnel that the value describes, or nil with the reasons noted.
  func funnel(_ name: String, key: Cursor, _ cursor: Cursor) -> FunnelDefinition? {
    guard let map = cursor.map() else { return nil }
    let label = map.take("label")?.localizedText()
    let stages = map.require("stages", at: key.place).flatMap(stages)
    let value = map.take("value")?.reference(.metric, among: metrics)
    let records = map.take("records")
    let within = map.take("within")
    map.finish()
    let days = within.flatMap { $0.days() }
    if let within, records == nil {
      within.reportConflict("within", with: "no records", "only persons can be followed")
    }
    guard let stages else { return nil }
    var funnel = FunnelDefinition(
      name: name, label: label, stages: stages, value: value, place: key.place)
    guard let records else { return funnel }
    funnel.records = records.reference(.source, among: sources)
    funnel.within = days
    check(funnel, records)
    return funnel
  }

  /// Notes what keeps those of a source from being followed through the stages.
  private func check(_ funnel: FunnelDefinition, _ records: Cursor) {
    guard let name = funnel.records, let source = definitions.source(name) else { return }
    switch source.layout {
    case .records, .events: break
    case .wide, .tidy:
      records.reportConflict(
        "records", with: "the source “\(name)”", "its rows are neither records nor events")
      return
    }
    // A metric with mistakes of its own may yet become a stage.
    guard funnel.stages.allSatisfy({ definitions.metric($0) != nil }) else { return }
    let followed = definitions.followedStages(of: funnel)
    if followed.count < 2 {
      records.reportConflict(
        "records", with: "stages",
        "at least two stages have to be metrics of events of “\(name)”")
    } else if followed.count > OrderedFunnel.stageLimit {
      records.report(.tooMany("stages to follow", limit: OrderedFunnel.stageLimit))
    }
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
