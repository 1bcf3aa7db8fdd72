public import Metrics

/// A metric cut by the values of one dimension.
public struct Breakdown: Hashable, Sendable {
  /// One value of the dimension.
  public struct Row: Hashable, Sendable {
    /// The dimension's value.
    public let value: SafeText
    /// The metric read for it.
    public let reading: MetricReading
    /// Its part of the whole, 0 to 1; nil where segments do not add up to the whole.
    public let share: Double?

    /// Whether there is nothing now, nor was there in the periods that it is compared with.
    fileprivate func isIdle(zeroIsNothing: Bool) -> Bool {
      let values = [reading.value, reading.previous.reference, reading.previousYear.reference]
      return values.allSatisfy { $0.value == nil || zeroIsNothing && $0.value == 0 }
    }
  }

  /// The dimension's name.
  public let dimension: String
  /// Largest value first, those without a value last.
  public let rows: [Row]
  /// Whether the rows add up to the whole.
  public let addsUp: Bool

  /// The rows with something to tell, now, in the period before, or a year earlier; all where none
  /// has. An amount of 0 tells nothing, a rate of 0 does.
  public var tellingRows: [Row] {
    let telling = rows.filter { !$0.isIdle(zeroIsNothing: addsUp) }
    return telling.isEmpty ? rows : telling
  }

  /// The metric in the period, cut by the dimension; no rows where none of its sources has it.
  public init(_ metric: String, by dimension: String, in period: Period, of evaluator: Evaluator) {
    self.dimension = dimension
    let total = evaluator.value(metric, in: period).value
    addsUp = evaluator.isAdditive(metric)
    let canShare = addsUp && (total ?? 0) > 0
    rows = Breakdown.values(of: dimension, for: metric, evaluator)
      .compactMap { value -> Row? in
        let segment = evaluator.segment.narrowed(dimension, to: value)
        let inner = Evaluator(evaluator.snapshot, asOf: evaluator.asOf, segment: segment)
        guard
          let reading = MetricReading(metric, in: period, by: inner, targets: TargetBook(inner))
        else { return nil }
        let share = canShare ? reading.value.value.flatMap { part in total.map { part / $0 } } : nil
        return Row(value: value, reading: reading, share: share)
      }
      .sorted { left, right in
        switch (left.reading.value.value, right.reading.value.value) {
        case (let left?, let right?) where left != right: left > right
        case (_?, nil): true
        case (nil, _?): false
        default: left.value < right.value
        }
      }
  }

  /// The values of a dimension that the metric's sources know and the evaluator's segment accepts.
  public static func values(
    of dimension: String, for metric: String, _ evaluator: Evaluator
  ) -> [SafeText] {
    let accepted = evaluator.segment.values[dimension]
    var values: Set<SafeText> = []
    for source in evaluator.snapshot.definitions.sources(of: metric) {
      guard let rollup = evaluator.snapshot.sources[source.name],
        let position = rollup.dimensions.firstIndex(of: dimension)
      else { continue }
      values.formUnion(rollup.values[position])
    }
    return values.filter { accepted?.contains($0) ?? true }.sorted()
  }

  /// The dimensions that a metric can be cut by: those of any of its sources.
  public static func dimensions(for metric: String, _ snapshot: Snapshot) -> [String] {
    snapshot.definitions.sources(of: metric).flatMap { $0.dimensions.map(\.name) }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
