import Analysis
import Metrics
import Testing

/// A target that is spread over days loses nothing and gains nothing.
@Suite struct TargetSpreadingTests {
  /// Monday 1, Tuesday 2 … Sunday 7 leads, more of them every month, until the end of 2026.
  private func evaluator(asOf date: String, _ targets: [Target]) throws -> Evaluator {
    let table = try Table(from: "2026-01-01", through: "2026-12-31") { day in
      let weekday = Double(day.weekday.rawValue)
      return ["leads": day.civil.month < 10 ? weekday : 8 - weekday]
    }
    return try Snapshot(table, [measured("leads")], targets: targets).evaluator(asOf: date)
  }

  @Test func aWeekAcrossTwoMonthsIsSpreadByTheProfileBeforeEachMonth() throws {
    // The eight weeks before 1 October rise from 1 to 7, and October's days then weigh 127, its last
    // six 21. Before 1 November the means of the weekdays are 4, 4, 4, 4, 3.75, 3.5, 4 (Python, over
    // 6 September to 31 October): November's days weigh 117, and Sunday the 1st 4 of that.
    let targets = try [
      target("leads", .month, 1270), target("leads", .month, from: "2026-11-01", 1200),
    ]
    let evaluator = try evaluator(asOf: "2026-12-31", targets)
    let book = TargetBook(evaluator)
    let week = try #require(book.value("leads", in: evaluator.window("2026-W44")))
    #expect(abs(week - (210 + 1200.0 * 4 / 117)) < 1e-6)
  }

  @Test func toDateFollowsTheWeekdays() throws {
    let evaluator = try evaluator(asOf: "2026-05-03", [try target("leads", .month, 1260)])
    // May 2026 begins on a Friday: Friday to Sunday 18, then four whole weeks of 28: 130 in all.
    let month = try evaluator.window("2026-05")
    #expect(month.range.count == 3)
    let value = try #require(TargetBook(evaluator).value("leads", in: month))
    #expect(abs(value - 1260 * 18 / 130) < 1e-9)
  }

  @Test(arguments: 1...12)
  func theDailyPartsOfAMonthAddUpToItsTarget(month: Int) throws {
    let targets = try [
      target("leads", .month, 1000), target("leads", .month, from: "2026-07-01", 1700),
    ]
    let evaluator = try evaluator(asOf: "2027-01-31", targets)
    let book = TargetBook(evaluator)
    func sum(_ range: DayRange) -> Double {
      range.days.reduce(0) { sum, day in
        let period = evaluator.calendar.period(.day, containing: day)
        return sum + (book.value("leads", in: evaluator.window(period)) ?? .nan)
      }
    }
    let period = try evaluator.period("2026-\(month < 10 ? "0" : "")\(month)")
    #expect(abs(sum(period.range) - (month < 7 ? 1000 : 1700)) < 1e-9)
    for week in evaluator.calendar.periods(.week, touching: period.range) {
      let whole = PeriodWindow(week, asOf: week.range.last)
      #expect(abs((book.value("leads", in: whole) ?? .nan) - sum(week.range)) < 1e-9)
    }
  }

  @Test func theWeeksOfFourWholeOnesAddUpToAFebruary() throws {
    // February 2027 is four weeks from Monday on.
    let evaluator = try evaluator(asOf: "2027-12-31", [try target("leads", .month, 2800)])
    let book = TargetBook(evaluator)
    let weeks = try evaluator.calendar.periods(.week, touching: evaluator.period("2027-02").range)
    #expect(weeks.count == 4)
    #expect(weeks.map { book.value("leads", in: evaluator.window($0)) } == [700, 700, 700, 700])
  }
}
