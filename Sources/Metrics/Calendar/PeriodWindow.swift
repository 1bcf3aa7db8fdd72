/// What a number is compared with.
public enum ComparisonKind: String, CaseIterable, Hashable, Sendable {
  case previous, year, target
}

/// The days of a period that count: all of a complete one, the days to date of a partial one.
public struct PeriodWindow: Hashable, Sendable {
  /// The whole period.
  public let period: Period
  /// The days that are looked at: the first of the period, for a running total all before too.
  public let range: DayRange

  /// The part of a period that has come by the as-of date; empty where none has.
  public init(_ period: Period, asOf day: Day) {
    self.period = period
    range = period.elapsed(asOf: day)
  }

  init(_ period: Period, range: DayRange) {
    self.period = period
    self.range = range
  }

  /// Whether all days of the period are in it.
  public var isWhole: Bool { range == period.range }
}

extension BusinessCalendar {
  /// The same part of the period `count` periods earlier: the whole of it for a whole window, else
  /// as many elapsed days, cut back to that period's length.
  ///
  /// A window that reaches back beyond its period still does so: only its end moves.
  public func window(_ window: PeriodWindow, periodsEarlier count: Int) -> PeriodWindow {
    let earlier = period(window.period, offsetBy: -count)
    if window.range.start < window.period.range.start {
      let own = PeriodWindow(
        window.period, range: window.range.intersection(window.period.range))
      let end = self.window(own, periodsEarlier: count).range.end
      let start = min(window.range.start, earlier.range.start)
      return PeriodWindow(earlier, range: DayRange(start, until: end))
    }
    let range = window.isWhole ? earlier.range : earlier.range.prefix(window.range.count)
    return PeriodWindow(earlier, range: range)
  }

  /// The same part one year earlier.
  ///
  /// Days, weeks and sprints go back 364 days, to the same weekdays (so that week 53 has a
  /// counterpart in every year), and sprints of three weeks 357, which is 17 whole ones; months,
  /// quarters and years go back to the same civil dates, the day of the month cut back to the
  /// month's length.
  public func windowOneYearEarlier(_ window: PeriodWindow) -> PeriodWindow {
    let yearBack =
      switch window.period.grain {
      case .day, .week: 364
      case .sprint: wholeSprints(nearestTo: 364, of: window.period.range.count)
      case .month: 12
      case .quarter: 4
      case .year: 1
      }
    switch window.period.grain {
    case .day, .week, .sprint:
      let earlier = Period(
        grain: window.period.grain, range: window.period.range.shifted(by: -yearBack))
      return PeriodWindow(earlier, range: window.range.shifted(by: -yearBack))
    case .month, .quarter, .year:
      let earlier = period(window.period, offsetBy: -yearBack)
      guard !window.isWhole, !window.range.isEmpty else {
        return PeriodWindow(earlier, range: window.isWhole ? earlier.range : window.range.prefix(0))
      }
      let (year, month, day) = window.range.last.civil
      let last = Day.clamped(year: year - 1, month: month, day: day)
      return PeriodWindow(earlier, range: DayRange(earlier.range.start, through: last))
    }
  }

  private func wholeSprints(nearestTo days: Int, of length: Int) -> Int {
    (days + length / 2) / length * length
  }
}
