import Metrics

/// On which dates the rows of a source fall, whatever day is today.
struct SourceDates: Hashable, Sendable {
  /// The dates of each measure of the plan; of records one set for all that happened to them.
  let dates: [DayBits]

  /// On which days each measure has data today, and the last date that has come; nil where none has.
  func coverage(
    of plan: SourcePlan, calendar: BusinessCalendar, today: Day
  ) -> (days: [String: CoveredDays], last: Day?) {
    if plan.identifier != nil { return records(plan, calendar, today) }
    let cadence = plan.source.cadence
    var coverage: [String: CoveredDays] = [:]
    for (measure, days) in zip(plan.measures, dates) {
      coverage[measure.name] = CoveredDays(
        cadence == .day ? days.days : days.periods(cadence, of: calendar))
    }
    return (coverage, dates.compactMap { $0.last(notAfter: today) }.max())
  }

  /// Records cover every day from the first thing that happened to the last: a day without any is
  /// one on which nothing happened.
  private func records(
    _ plan: SourcePlan, _ calendar: BusinessCalendar, _ today: Day
  ) -> (days: [String: CoveredDays], last: Day?) {
    let cover = dates.first.flatMap { $0.covered(notAfter: today) }
    let covered = CoveredDays(
      all: cover.map { calendar.completing(plan.source.cadence, of: $0) } ?? .none)
    return (plan.measures.reduce(into: [:]) { $0[$1.name] = covered }, cover?.last)
  }
}

extension DayRange {
  /// No day at all.
  fileprivate static var none: DayRange {
    DayRange(Day(number: 0), until: Day(number: 0))
  }
}

extension BusinessCalendar {
  /// The range and the rest of the period that its last day lies in: a new period is not covered
  /// before something has happened in it.
  fileprivate func completing(_ grain: Grain, of range: DayRange) -> DayRange {
    DayRange(range.start, until: period(grain, containing: range.last).range.end)
  }
}

extension DayBits {
  /// From the first date to the last one that is not after another day; nil where there is none.
  fileprivate func covered(notAfter today: Day) -> DayRange? {
    guard let first = span?.start, let last = last(notAfter: today) else { return nil }
    return DayRange(first, through: last)
  }

  /// Every day of the periods that hold a day of this set.
  fileprivate func periods(_ grain: Grain, of calendar: BusinessCalendar) -> [Day] {
    var result: [Day] = []
    var last: Period?
    for day in days where last?.range.contains(day) != true {
      let period = calendar.period(grain, containing: day)
      result += period.range.days
      last = period
    }
    return result
  }
}
