import Metrics

/// What holds for metrics that say nothing themselves.
struct MetricDefaults {
  var owner: SafeText?
  var department: SafeText?
  var cadence: Grain = .week
  var better: Polarity = .higher

  /// What a workspace without `defaults` has.
  init() {}

  /// The defaults that the value describes.
  init(_ cursor: Cursor) {
    guard let map = cursor.map() else { return }
    owner = map.take("owner")?.safeText()
    department = map.take("department")?.safeText()
    if let grain = map.take("cadence")?.choice(Grain.self, "a cadence") { cadence = grain }
    if let polarity = map.take("better")?.choice(Polarity.self, "a direction") {
      better = polarity
    }
    map.finish()
  }
}
