import Metrics

/// A part of the business, and how a row says which part it is.
struct QuerySegment: Sendable {
  /// What is looked at.
  let segment: Segment
  /// Its dimensions by name, each with its values in order; none where the metric lacks it.
  let names: [(dimension: String, values: [SafeText])]

  /// A part that the values describe.
  init(_ segment: Segment) {
    self.segment = segment
    names = segment.values.map { ($0.key, $0.value.sorted()) }.sorted { $0.0 < $1.0 }
  }

  /// A part cut by a dimension that the metric does not have, so that it has no value there.
  init(_ segment: Segment, without dimension: String) {
    self.segment = segment.narrowed(dimension, to: notSet)
    names = QuerySegment(segment).names.filter { $0.dimension != dimension } + [(dimension, [])]
  }

  /// The values of a dimension as one text, joined as `--filter` takes them; nil without any.
  func text(_ dimension: String) -> String? {
    guard let values = names.first(where: { $0.dimension == dimension })?.values, !values.isEmpty
    else { return nil }
    return values.map(\.string).joined(separator: ",")
  }

  /// An object with a text per dimension, or a list of texts where several values are joined.
  var json: JSONValue {
    .object(
      names.map { name in
        let values = name.values.map { JSONValue.text($0.string) }
        return JSONValue.Member(
          name.dimension, values.count > 1 ? .array(values) : values.first ?? .null)
      })
  }
}
