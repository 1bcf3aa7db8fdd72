/// The daily figures of one quantity for one part of the business, ready to be rolled up.
struct Gathered {
  /// On which days there is data.
  let covered: CoveredDays

  private let quantity: Quantity
  private let cadence: Grain
  private let obstacle: Unavailable?
  private let first: Int32
  /// One figure a day from `first` on, as `DailyCells` pairs them; a weight of 0 where there is none.
  private var values: [Double] = []
  private var weights: [Double] = []
  /// The daily sets of a distinct count, and the segments that belong to the part.
  private var sets: DailySets?
  private var segments: [Int] = []
  private let counter: DistinctCount

  /// Adds up the segments of the part, day by day; a source that is missing is read yet, where
  /// `isReading` says so.
  ///
  /// - Complexity: linear in the cells of those segments.
  init(
    _ quantity: Quantity, of source: SourceRollup?, segment: Segment, counter: DistinctCount,
    isReading: Bool = false
  ) {
    self.quantity = quantity
    self.counter = counter
    cadence = source?.cadence ?? .day
    covered = source?.coverage[quantity.measure] ?? CoveredDays([])
    first = covered.span?.start.number ?? 0
    guard let source, let span = covered.span else {
      obstacle = source == nil && isReading ? .stillReading : .noData
      return
    }
    guard let matching = source.matching(segment) else {
      let unknown = segment.dimensions.first { !source.dimensions.contains($0) }
      obstacle = .unknownDimension(source: quantity.source, dimension: unknown ?? "")
      return
    }
    obstacle = nil
    if quantity.rollup == .distinct {
      sets = source.sets[quantity]
      segments = matching
    } else if let cells = source.cells[quantity] {
      gather(cells, of: matching, span: span)
    }
  }

  private mutating func gather(_ cells: DailyCells, of segments: [Int], span: DayRange) {
    var values = [Double](repeating: 0, count: span.count)
    var weights = values
    let first = self.first
    let rollup = quantity.rollup
    for segment in segments {
      cells.forEach(segment: segment, in: span) { day, value, weight in
        let index = Int(day - first)
        switch rollup {
        case .min where weights[index] > 0: values[index] = Swift.min(values[index], value)
        case .max where weights[index] > 0: values[index] = Swift.max(values[index], value)
        default: values[index] += value
        }
        weights[index] += weight
      }
    }
    self.values = values
    self.weights = weights
  }

  /// The value over the days of a window, with its coverage.
  func value(in window: PeriodWindow) -> MetricValue {
    let range = window.range
    let coverage = Coverage(
      covered: covered.count(in: range), days: range.count, missing: covered.missing(in: range))
    func unavailable(_ reason: Unavailable) -> MetricValue {
      MetricValue(unavailable: reason, coverage: coverage)
    }
    if let obstacle { return unavailable(obstacle) }
    guard window.period.grain >= cadence else {
      return unavailable(.finerThanData(source: quantity.source, cadence: cadence))
    }
    guard coverage.covered > 0 else { return unavailable(.noData) }
    guard let value = rolledUp(over: range), value.isFinite else { return unavailable(.noRows) }
    return MetricValue(value, coverage: coverage)
  }

  private func rolledUp(over range: DayRange) -> Double? {
    if quantity.rollup == .distinct {
      return sets.map { Double(counter.count($0, of: segments, in: range)) }
    }
    let start = Swift.max(0, Int(range.start.number - first))
    let end = Swift.min(values.count, Int(range.end.number - first))
    guard start < end else { return quantity.rollup.isAdditive ? 0 : nil }
    let days = start..<end
    switch quantity.rollup {
    case .sum: return days.reduce(0) { $0 + values[$1] }
    case .count: return days.reduce(0) { $0 + weights[$1] }
    case .mean:
      let weight = days.reduce(0) { $0 + weights[$1] }
      return weight == 0 ? nil : days.reduce(0) { $0 + values[$1] } / weight
    case .min: return days.lazy.filter { weights[$0] > 0 }.map { values[$0] }.min()
    case .max: return days.lazy.filter { weights[$0] > 0 }.map { values[$0] }.max()
    case .first: return days.first { weights[$0] > 0 }.map { values[$0] }
    case .last: return days.last { weights[$0] > 0 }.map { values[$0] }
    case .distinct: return nil
    }
  }
}
