public import Metrics

/// The 6-week and 12-month table of a weekly business review, with its box of nine figures.
///
/// Source of the form: the "6-12" charts of Amazon's weekly business review. Weeks and months are
/// complete ones; the to-date figures run to the as-of date and compare with the same days of the
/// year before.
public struct SixTwelve: Hashable, Sendable {
  /// The metric's name.
  public let metric: String
  /// The last six complete weeks, earliest first.
  public let weeks: [Trend.Point]
  /// The last twelve complete months, earliest first.
  public let months: [Trend.Point]
  /// The last complete week's value.
  public let lastWeek: MetricValue
  /// The last complete week against the one before it.
  public let weekOverWeek: Comparison
  /// The last complete week against the same week a year earlier.
  public let weekOverYear: Comparison
  /// The month so far, against the same days a year earlier.
  public let monthToDate: Comparison
  /// The fiscal quarter so far, likewise.
  public let quarterToDate: Comparison
  /// The fiscal year so far, likewise.
  public let yearToDate: Comparison

  /// The table of a metric as of the evaluator's date.
  public init(_ metric: String, by evaluator: Evaluator, targets: TargetBook) {
    self.metric = metric
    let calendar = evaluator.calendar
    let asOf = evaluator.asOf
    func lastComplete(_ grain: Grain) -> Period {
      let current = calendar.period(grain, containing: asOf)
      return current.isComplete(asOf: asOf) ? current : calendar.period(current, offsetBy: -1)
    }
    let week = lastComplete(.week)
    weeks =
      Trend(metric, endingWith: week, count: 6, by: evaluator, targets: targets).points
    months =
      Trend(metric, endingWith: lastComplete(.month), count: 12, by: evaluator, targets: targets)
      .points
    let window = evaluator.window(week)
    weekOverWeek = Comparison(metric, in: window, to: .previous, by: evaluator)
    weekOverYear = Comparison(metric, in: window, to: .year, by: evaluator)
    lastWeek = weekOverWeek.current
    let toDate = ToDate(metric, by: evaluator)
    monthToDate = toDate.month
    quarterToDate = toDate.quarter
    yearToDate = toDate.year
  }
}

/// A metric from the start of the current week, month, quarter and year to the as-of date, each
/// against the same days a year earlier.
public struct ToDate: Hashable, Sendable {
  /// The week so far.
  public let week: Comparison
  /// The month so far.
  public let month: Comparison
  /// The fiscal quarter so far.
  public let quarter: Comparison
  /// The fiscal year so far.
  public let year: Comparison

  /// The to-date figures of a metric as of the evaluator's date.
  public init(_ metric: String, by evaluator: Evaluator) {
    func toDate(_ grain: Grain) -> Comparison {
      let period = evaluator.calendar.period(grain, containing: evaluator.asOf)
      return Comparison(metric, in: evaluator.window(period), to: .year, by: evaluator)
    }
    week = toDate(.week)
    month = toDate(.month)
    quarter = toDate(.quarter)
    year = toDate(.year)
  }
}
