/// How a team cuts time: where its weeks and fiscal years start, and its sprints.
public struct BusinessCalendar: Hashable, Sendable {
  /// The first day of a week.
  public let weekStart: Weekday
  /// The first month of the fiscal year, 1 to 12.
  public let fiscalStartMonth: Int
  /// The team's sprints, where it has them.
  public let sprint: Sprint?

  /// Working periods of one to four weeks, counted from a first day.
  public struct Sprint: Hashable, Sendable {
    /// The first day of sprint 1.
    public let firstDay: Day
    /// How many weeks each has, 1 to 4.
    public let weeks: Int

    /// Sprints of so many weeks from a first day; weeks outside 1 to 4 are brought into it.
    public init(firstDay: Day, weeks: Int) {
      self.firstDay = firstDay
      self.weeks = min(4, max(1, weeks))
    }
  }

  /// A calendar; a month outside 1 to 12 is brought into it.
  public init(weekStart: Weekday = .monday, fiscalStartMonth: Int = 1, sprint: Sprint? = nil) {
    self.weekStart = weekStart
    self.fiscalStartMonth = min(12, max(1, fiscalStartMonth))
    self.sprint = sprint
  }

  /// The one period of the grain that holds the day; a team without sprints has two-week ones from
  /// the first week of 1970.
  public func period(_ grain: Grain, containing day: Day) -> Period {
    let (year, month, _) = day.civil
    switch grain {
    case .day:
      return Period(grain: grain, range: DayRange(day, through: day))
    case .week:
      let start = day - day.weekday.days(after: weekStart)
      return Period(grain: grain, range: DayRange(start, until: start + 7))
    case .sprint:
      let length = sprintDays
      let offset = day - sprintOrigin
      let start = day - ((offset % length) + length) % length
      return Period(grain: grain, range: DayRange(start, until: start + length))
    case .month:
      return months(grain, fromYear: year, month: month, count: 1)
    case .quarter:
      let intoQuarter = monthsIntoFiscalYear(month) % 3
      return months(grain, fromYear: year, month: month - intoQuarter, count: 3)
    case .year:
      return months(grain, fromYear: year, month: month - monthsIntoFiscalYear(month), count: 12)
    }
  }

  /// The period that lies `count` periods of the same grain after this one; before it where
  /// `count` is negative.
  public func period(_ period: Period, offsetBy count: Int) -> Period {
    let (year, month, _) = period.range.start.civil
    switch period.grain {
    case .day, .week, .sprint:
      let days = period.range.count * count
      return Period(grain: period.grain, range: period.range.shifted(by: days))
    case .month: return months(.month, fromYear: year, month: month + count, count: 1)
    case .quarter: return months(.quarter, fromYear: year, month: month + 3 * count, count: 3)
    case .year: return months(.year, fromYear: year, month: month + 12 * count, count: 12)
    }
  }

  /// The `count` periods that end with this one, earliest first.
  public func periods(endingWith last: Period, count: Int) -> [Period] {
    (0..<max(0, count)).reversed().map { period(last, offsetBy: -$0) }
  }

  /// Every period of the grain that holds at least one day of the range, earliest first.
  public func periods(_ grain: Grain, touching range: DayRange) -> [Period] {
    var periods: [Period] = []
    var day = range.start
    while day < range.end {
      let next = period(grain, containing: day)
      periods.append(next)
      day = next.range.end
    }
    return periods
  }

  /// How many whole months lie between the fiscal year's start and the given month, 0 to 11.
  func monthsIntoFiscalYear(_ month: Int) -> Int {
    (month - fiscalStartMonth + 12) % 12
  }

  var sprintDays: Int { 7 * (sprint?.weeks ?? 2) }

  var sprintOrigin: Day {
    sprint?.firstDay ?? period(.week, containing: Day(number: 0)).range.start
  }

  private func months(_ grain: Grain, fromYear year: Int, month: Int, count: Int) -> Period {
    Period(
      grain: grain,
      range: DayRange(
        firstDay(year: year, month: month), until: firstDay(year: year, month: month + count)))
  }

  /// The first day of a month; months beyond 1 to 12 run into the neighbouring years.
  private func firstDay(year: Int, month: Int) -> Day {
    let index = year * 12 + month - 1
    let wrapped = ((index % 12) + 12) % 12
    return Day.clamped(year: (index - wrapped) / 12, month: wrapped + 1, day: 1)
  }
}
