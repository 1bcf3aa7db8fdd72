import Metrics

/// Reads the `views` part: which metrics the Monitor shows.
struct ViewReader {
  let metrics: [String]

  /// The Monitor's metrics by grain; grains that are not named are left out.
  func monitor(_ cursor: Cursor) -> [Grain: [String]] {
    guard let map = cursor.map() else { return [:] }
    _ = map.refuse(["review"])
    let monitor = map.take("monitor")?.map()
    map.finish()
    guard let monitor else { return [:] }
    var shown: [Grain: [String]] = [:]
    for grain in Grain.allCases {
      guard let value = monitor.take(grain.rawValue) else { continue }
      if case .text("all", _) = value.node.content {
        shown[grain] = metrics
      } else {
        shown[grain] = (value.list() ?? []).compactMap { $0.reference(.metric, among: metrics) }
      }
    }
    monitor.finish()
    return shown
  }
}
