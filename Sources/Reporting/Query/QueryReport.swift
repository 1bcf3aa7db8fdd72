import Analysis
public import Metrics

/// The answer to a query: one row per metric, period and segment.
public struct QueryReport: Sendable {
  /// A metric in one period, for one part of the business.
  struct Row: Sendable {
    let reading: MetricReading
    let period: String
    let segment: QuerySegment

    /// Why there is no value, else why there is no change; nil where both are there.
    var reason: Unavailable? { reading.value.reason ?? reading.previous.reason }

    /// The days looked at; nil where the period has not begun.
    var days: DayRange? { reading.window.range.isEmpty ? nil : reading.window.range }

    /// How many of the days looked at have data; a formula that looks at other days (a lag, a
    /// running total) has all of them where it lacks none of its own.
    var coveredDays: Int {
      let coverage = reading.value.coverage
      let days = reading.window.range.count
      return coverage.covered == coverage.days ? days : min(coverage.covered, days)
    }
  }

  /// The date that everything is computed as of.
  public let asOf: Day
  /// The dimensions that the query filters or cuts by, in order.
  let dimensions: [String]
  /// By metric, then by period, then by segment.
  let rows: [Row]

  /// The answer as of a date; metrics that the definitions do not know have no rows.
  public init(_ query: Query, of snapshot: Snapshot, asOf: Day) {
    self.asOf = asOf
    dimensions = Set(query.filter.dimensions + [query.dimension].compactMap { $0 }).sorted()
    var parts = QueryParts(snapshot, asOf: asOf)
    let whole = Evaluator(snapshot, asOf: asOf, segment: query.filter)
    let calendar = whole.calendar
    rows = query.metrics.flatMap { metric -> [Row] in
      guard let definition = whole.definition(metric) else { return [] }
      let segments = query.segments(of: metric, by: whole)
      let grain = query.grain ?? definition.cadence
      return query.periods.periods(grain, of: calendar, asOf: asOf).flatMap { period in
        segments.compactMap { segment in
          parts.reading(metric, in: period, segment: segment.segment).map {
            Row(reading: $0, period: calendar.label(period), segment: segment)
          }
        }
      }
    }
  }
}

/// The evaluators of the parts of the business that a report looks at, each made once.
struct QueryParts {
  private let snapshot: Snapshot
  private let asOf: Day
  private var parts: [Segment: (evaluator: Evaluator, targets: TargetBook)] = [:]

  init(_ snapshot: Snapshot, asOf: Day) {
    self.snapshot = snapshot
    self.asOf = asOf
  }

  /// The evaluator of a part, and the targets for it.
  mutating func part(_ segment: Segment) -> (evaluator: Evaluator, targets: TargetBook) {
    if let known = parts[segment] { return known }
    let evaluator = Evaluator(snapshot, asOf: asOf, segment: segment)
    let fresh = (evaluator, TargetBook(evaluator))
    parts[segment] = fresh
    return fresh
  }

  /// A metric read for a part; nil where there is no metric of that name.
  mutating func reading(_ metric: String, in period: Period, segment: Segment) -> MetricReading? {
    let part = part(segment)
    return MetricReading(metric, in: period, by: part.evaluator, targets: part.targets)
  }
}

extension Evaluator {
  /// The values of a dimension that a metric has in the part that is looked at, by name.
  func values(of dimension: String, for metric: String) -> [SafeText] {
    Breakdown.values(of: dimension, for: metric, self)
  }
}
