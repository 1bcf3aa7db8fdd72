import Analysis
import Metrics
import Testing

/// Six weeks, twelve months and their box, in a company whose year starts in April.
///
/// The metric is the number of the day, counted from 1 April 2024, so that every sum tells which
/// days are in it. The sums were computed by a loop over dates in Python.
@Suite struct SixTwelveTests {
  private let snapshot: Snapshot

  init() throws {
    let first = try day("2024-04-01")
    let table = try Table(from: "2024-04-01", through: "2026-12-31") {
      ["number": Double($0 - first)]
    }
    snapshot = Snapshot(
      table, [measured("number")], targets: [try target("number", .week, 7000)],
      calendar: BusinessCalendar(fiscalStartMonth: 4))
  }

  private func table(asOf date: String) throws -> SixTwelve {
    let evaluator = try snapshot.evaluator(asOf: date)
    return SixTwelve("number", by: evaluator, targets: TargetBook(evaluator))
  }

  @Test func onlyCompleteWeeksAndMonthsAreShown() throws {
    // Wednesday 18 November: week 47 and November are not over.
    let table = try table(asOf: "2026-11-18")
    #expect(table.weeks.map(\.value.value) == [6440, 6489, 6538, 6587, 6636, 6685])
    #expect(table.weeks.last?.window.range.text == "2026-11-09 2026-11-15")
    #expect(table.weeks.allSatisfy { $0.target == 7000 })
    #expect(table.months.count == 12)
    #expect(table.months.first?.window.range.text == "2025-11-01 2025-11-30")
    #expect(table.months.first?.value.value == 17805)
    #expect(table.months.first?.previousYear.value == 6855)
    #expect(table.months.last?.window.range.text == "2026-10-01 2026-10-31")
    #expect(table.months.last?.value.value == 28768)
  }

  @Test(arguments: [("2026-11-15", "2026-11-15"), ("2026-11-16", "2026-11-15")])
  func aWeekCountsFromItsLastDayOn(asOf date: String, last: String) throws {
    #expect(try table(asOf: date).weeks.last?.window.range.last == day(last))
  }

  @Test func aMonthCountsFromItsLastDayOn() throws {
    #expect(try table(asOf: "2026-11-29").months.last?.window.range.text == "2026-10-01 2026-10-31")
    #expect(try table(asOf: "2026-11-30").months.last?.window.range.text == "2026-11-01 2026-11-30")
  }

  @Test func theBoxComparesWholeWeeks() throws {
    let table = try table(asOf: "2026-11-18")
    #expect(table.lastWeek.value == 6685)
    #expect(table.weekOverWeek.reference.value == 6636)
    #expect(table.weekOverWeek.change == 49)  // seven days, each seven later
    #expect(table.weekOverYear.reference.value == 4137)
    #expect(table.weekOverYear.change == 2548)  // 7 × 364
  }

  @Test func toDateRunsFromTheFiscalStartsToTheSameDateAYearBefore() throws {
    let evaluator = try snapshot.evaluator(asOf: "2026-11-18")
    let toDate = ToDate("number", by: evaluator)
    let expected = [
      (toDate.week, "2026-11-16", "2025-11-17 2025-11-19", 2880.0, 1788.0),
      (toDate.month, "2026-11-01", "2025-11-01 2025-11-18", 17145.0, 10575.0),
      (toDate.quarter, "2026-10-01", "2025-10-01 2025-11-18", 45913.0, 28028.0),
      (toDate.year, "2026-04-01", "2025-04-01 2025-11-18", 196_156.0, 111_476.0),
    ]
    for (comparison, first, earlier, current, before) in expected {
      #expect(comparison.window.range.text == "\(first) 2026-11-18")
      #expect(comparison.referenceWindow.range.text == earlier)
      #expect(comparison.current.value == current)
      #expect(comparison.reference.value == before)
    }
    let box = try table(asOf: "2026-11-18")
    #expect(box.monthToDate == toDate.month)
    #expect(box.quarterToDate == toDate.quarter)
    #expect(box.yearToDate == toDate.year)
  }

  @Test func theLeapDayIsHeldAgainstTheDayBeforeMarch() throws {
    let evaluator = try Snapshot(
      Table(from: "2027-01-01", through: "2028-02-29") { _ in ["number": 1] },
      [measured("number")]
    ).evaluator(asOf: "2028-02-29")
    let toDate = ToDate("number", by: evaluator)
    #expect(toDate.year.referenceWindow.range.text == "2027-01-01 2027-02-28")
    #expect(toDate.year.change == 1)
    #expect(toDate.month.referenceWindow.range.text == "2027-02-01 2027-02-28")
  }

  @Test func aTrendEndsWithThePeriodToDate() throws {
    let evaluator = try snapshot.evaluator(asOf: "2026-11-18")
    let trend = Trend(
      "number", endingWith: try evaluator.period("2026-W47"), count: 3, by: evaluator,
      targets: TargetBook(evaluator))
    #expect(trend.points.map(\.window.range.count) == [7, 7, 3])
    #expect(trend.points.map(\.value.value) == [6636, 6685, 2880])
    #expect(trend.points.last?.previousYear.value == 1788)
    // Data before 2026-11-16 is nearly the same on every weekday, yet not quite: the target of a
    // week is spread by the mean of each weekday over the eight weeks before it.
    let share = try #require(trend.points.last?.target)
    #expect(abs(share - 2993.5518538420206) < 1e-6)
  }
}
