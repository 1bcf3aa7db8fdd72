public import Metrics

/// Which numbers somebody asks for.
public struct Query: Hashable, Sendable {
  /// The metrics, by name, in the order of the answer.
  public var metrics: [String]
  /// The length of the periods; nil for the cadence of each metric.
  public var grain: Grain?
  /// Which periods.
  public var periods: PeriodChoice
  /// The part of the business that is looked at.
  public var filter: Segment
  /// The dimension whose values have a row each; nil for one row.
  public var dimension: String?

  /// A question; by default about the period that holds the as-of date, and the whole business.
  public init(
    metrics: [String], grain: Grain? = nil, periods: PeriodChoice = .last(1),
    filter: Segment = Segment(), dimension: String? = nil
  ) {
    self.metrics = metrics
    self.grain = grain
    self.periods = periods
    self.filter = filter
    self.dimension = dimension
  }

  /// The parts of the business that a metric has a row for, with what each is called.
  func segments(of metric: String, by evaluator: Evaluator) -> [QuerySegment] {
    guard let dimension else { return [QuerySegment(filter)] }
    let accepted = filter.values[dimension].map { $0.sorted() }
    let values = accepted ?? evaluator.values(of: dimension, for: metric)
    guard !values.isEmpty else { return [QuerySegment(filter, without: dimension)] }
    return values.map { QuerySegment(filter.narrowed(dimension, to: $0)) }
  }
}

/// Which periods of a grain are looked at.
public enum PeriodChoice: Hashable, Sendable {
  /// So many periods, the last of which holds the day; the as-of date where it is nil.
  case last(Int, endingOn: Day? = nil)
  /// Every period that holds a day of the range.
  case touching(DayRange)
  /// The week, month, quarter and year that hold the as-of date.
  case toDate

  /// The periods, earliest first; those to date from the shortest.
  func periods(_ grain: Grain, of calendar: BusinessCalendar, asOf: Day) -> [Period] {
    switch self {
    case .last(let count, let day):
      calendar.periods(
        endingWith: calendar.period(grain, containing: day ?? asOf), count: count
      ).filter { $0.range.start.civil.year >= 1 }
    case .touching(let range):
      calendar.periods(grain, touching: range)
    case .toDate:
      [Grain.week, .month, .quarter, .year].map { calendar.period($0, containing: asOf) }
    }
  }
}
