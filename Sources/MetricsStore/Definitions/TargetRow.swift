import Metrics

/// A row of a target file.
struct TargetRow {
  /// The target that the row describes, or what is wrong with it.
  let result: Result<Target, Issue>

  /// Reads a row; an empty grain is `any`, an empty dimension is no limit.
  init(
    metric: String, grain: String, from: String, value: String, segment: [String: String],
    place: SourcePlace, definitions: Definitions
  ) {
    let date = from.utf8.count == 7 ? from + "-01" : from
    guard definitions.metric(metric) != nil, let day = Day(iso: date), let value = Double(value)
    else {
      result = .failure(
        Issue(.error, code: "bad-value", at: place, message: "the row is not a target"))
      return
    }
    let part = Segment(segment.filter { !$0.value.isEmpty }.mapValues { [SafeText($0)] })
    result = .success(
      Target(
        metric: metric, segment: part, grain: Grain(rawValue: grain), from: day, value: value,
        place: place))
  }
}

extension Issue: Error {}
