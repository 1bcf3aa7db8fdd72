import Metrics

/// One row of a target file as texts: metric, grain, from, value, and the dimensions it is for.
struct TargetRow {
  /// The target that the row describes, or what is wrong with it.
  let result: Result<Target, Issue>

  /// Reads a row; an empty grain is `any`, an empty dimension is no limit.
  init(
    metric: String, grain: String, from: String, value: String, segment: [String: String],
    place: SourcePlace, definitions: Definitions
  ) {
    let log = IssueLog()
    if let target = TargetRow.target(
      metric: metric, grain: grain, from: from, value: value, segment: segment, place: place,
      definitions: definitions, log: log)
    {
      result = .success(target)
    } else {
      result = .failure(
        log.issues.first
          ?? Issue(.error, code: "bad-value", at: place, message: "the row cannot be read"))
    }
  }

  private static func target(
    metric: String, grain: String, from: String, value: String, segment: [String: String],
    place: SourcePlace, definitions: Definitions, log: IssueLog
  ) -> Target? {
    func refuse(_ problem: DefinitionIssue) -> Target? {
      log.add(problem, at: place)
      return nil
    }
    guard definitions.metric(metric) != nil else {
      return refuse(.unknown(.metric, metric, among: definitions.metrics.map(\.name)))
    }
    let length = Grain(rawValue: grain.lowercased())
    guard length != nil || grain.isEmpty || grain.lowercased() == "any" else {
      let choices = Grain.allCases.map(\.rawValue) + ["any"]
      return refuse(.badValue(grain, expected: "a grain", choices: choices))
    }
    let calendar = definitions.workspace.calendar
    guard let period = calendar.period(labelled: from, grain: length) else {
      return refuse(.badValue(from, expected: "a period such as 2026-04", choices: []))
    }
    guard let number = DecimalText.number(value.filter { $0 != "," }), number.isFinite else {
      return refuse(.badValue(value, expected: "a number", choices: []))
    }
    let known = definitions.dimensions
    for dimension in segment.keys.sorted() where !known.contains(dimension) {
      return refuse(.unknown(.dimension, dimension, among: known))
    }
    let part = Segment(segment.filter { !$0.value.isEmpty }.mapValues { [SafeText($0)] })
    return Target(
      metric: metric, segment: part, grain: length, from: period.range.start, value: number,
      place: place)
  }
}
