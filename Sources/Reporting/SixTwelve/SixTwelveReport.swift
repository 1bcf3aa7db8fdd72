import Analysis
public import Metrics

/// The 6-week and 12-month tables of some metrics, with their boxes of nine figures.
public struct SixTwelveReport: Sendable {
  /// The table of one metric for one part of the business.
  struct Table: Sendable {
    let metric: MetricDefinition
    let segment: QuerySegment
    let figures: SixTwelve
    let calendar: BusinessCalendar

    /// The nine figures by name, in the order of the box.
    var box: [(name: String, figure: BoxFigure)] {
      [
        ("last_week", BoxFigure(figures.lastWeek, in: figures.weekOverWeek.window)),
        ("wow", BoxFigure(changeOf: figures.weekOverWeek)),
        ("yoy", BoxFigure(changeOf: figures.weekOverYear)),
        ("mtd", BoxFigure(valueOf: figures.monthToDate)),
        ("mtd_yoy", BoxFigure(changeOf: figures.monthToDate)),
        ("qtd", BoxFigure(valueOf: figures.quarterToDate)),
        ("qtd_yoy", BoxFigure(changeOf: figures.quarterToDate)),
        ("ytd", BoxFigure(valueOf: figures.yearToDate)),
        ("ytd_yoy", BoxFigure(changeOf: figures.yearToDate)),
      ]
    }
  }

  /// The date that everything is computed as of.
  public let asOf: Day
  /// The dimensions that the query filters or cuts by, in order.
  let dimensions: [String]
  /// By metric, then by segment.
  let tables: [Table]

  /// The tables of a query's metrics as of a date; its grain and periods do not matter, since the
  /// table has its own.
  public init(_ query: Query, of snapshot: Snapshot, asOf: Day) {
    self.asOf = asOf
    dimensions = Set(query.filter.dimensions + [query.dimension].compactMap { $0 }).sorted()
    var parts = QueryParts(snapshot, asOf: asOf)
    let whole = Evaluator(snapshot, asOf: asOf, segment: query.filter)
    tables = query.metrics.flatMap { metric -> [Table] in
      guard let definition = whole.definition(metric) else { return [] }
      return query.segments(of: metric, by: whole).map { segment in
        let part = parts.part(segment.segment)
        return Table(
          metric: definition, segment: segment,
          figures: SixTwelve(metric, by: part.evaluator, targets: part.targets),
          calendar: whole.calendar)
      }
    }
  }
}

/// One of the nine figures: a value, or a relative change.
struct BoxFigure: Sendable {
  let value: Double?
  let isChange: Bool
  let reason: Unavailable?
  /// The days that it is of.
  let days: DayRange

  init(_ value: MetricValue, in window: PeriodWindow) {
    self.value = value.value
    isChange = false
    reason = value.reason
    days = window.range
  }

  init(valueOf comparison: Comparison) {
    self.init(comparison.current, in: comparison.window)
  }

  init(changeOf comparison: Comparison) {
    value = comparison.ratio
    isChange = true
    reason = comparison.reason
    days = comparison.window.range
  }
}
