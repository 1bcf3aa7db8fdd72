import Metrics

/// The cells of one quantity as they are brought together: by segment, then by day.
struct CellColumns {
  private var offsets: [Int] = [0]
  private var days: [Int32] = []
  private var values: [Double] = []
  private var weights: [Double] = []

  /// No cells.
  init() {}

  /// Adds a cell behind all others.
  @inline(__always)
  mutating func append(segment: Int, day: Int32, value: Double, weight: Double) {
    while offsets.count <= segment { offsets.append(days.count) }
    days.append(day)
    values.append(value)
    weights.append(weight)
  }

  /// The cells of so many segments.
  consuming func cells(segmentCount: Int) -> DailyCells {
    while offsets.count <= segmentCount { offsets.append(days.count) }
    return DailyCells(offsets: offsets, days: days, values: values, weights: weights)
  }
}
