import Metrics
import Testing

@testable import MetricsStore

private func range(_ first: String, _ last: String) -> DayRange {
  DayRange(day(first), through: day(last))
}

private let fromApril = BusinessCalendar(fiscalStartMonth: 4)

@Suite struct PeriodsInFileNames {
  @Test(arguments: [
    ("board-2025-07.csv", "2025-07-01", "2025-07-31"),
    ("data/2024/board_2025_02.csv", "2025-02-01", "2025-02-28"),
    ("202507.csv", "2025-07-01", "2025-07-31"),
    ("2025.07.xlsx", "2025-07-01", "2025-07-31"),
    ("report_20250701-20250731.csv", "2025-07-01", "2025-07-31"),
    ("report 2025-07-01 - 2025-07-31.csv", "2025-07-01", "2025-07-31"),
    ("2025-07-01_to_2025-07-06.csv", "2025-07-01", "2025-07-06"),
    ("2025-07_2025-09.csv", "2025-07-01", "2025-09-30"),
    ("2025年7月.csv", "2025-07-01", "2025-07-31"),
    ("レポート２０２５年１２月.csv", "2025-12-01", "2025-12-31"),
    ("2025年7月1日～2025年7月31日.csv", "2025-07-01", "2025-07-31"),
    ("2025年7月1日から2025年7月31日.csv", "2025-07-01", "2025-07-31"),
    ("FY2025Q3.xlsx", "2025-10-01", "2025-12-31"),
    ("fy2025-q1.csv", "2025-04-01", "2025-06-30"),
    ("2025Q1.csv", "2025-04-01", "2025-06-30"),
    ("FY2025.csv", "2025-04-01", "2026-03-31"),
    ("売上2025年度.csv", "2025-04-01", "2026-03-31"),
    ("2025年.csv", "2025-01-01", "2025-12-31"),
    ("week-2025-W01.csv", "2024-12-30", "2025-01-05"),
    ("v2_2025-07-15.csv", "2025-07-15", "2025-07-15"),
  ])
  func areRead(_ name: String, _ first: String, _ last: String) {
    #expect(FileNamePeriod(name, calendar: fromApril).range == range(first, last))
  }

  @Test(arguments: [
    "traffic.csv", "traffic-2025.csv", "2025-13.csv", "20251399.csv", "export_20250801_093015.csv",
    "export-2025-08-01-0930.csv", "20250801093015.csv", "id-123456.csv", "2025-07_2025-06.csv",
    "2025-07 (old) 2025-08.csv", "2025-01_2025-02_2025-03.csv", "FY2025-07.csv", "2025-W54.csv",
    "99999999999999999999.csv", "", "/", "2025-07-1.5", "2025年13月.csv", "2025-Q5.csv",
  ])
  func whatCouldMeanSomethingElseIsNone(_ name: String) {
    let range = FileNamePeriod(name, calendar: fromApril).range
    #expect(range == nil || name.hasSuffix("1.5"))
  }

  @Test func aLongNameIsNoTrouble() {
    let name = String(repeating: "2025-07-", count: 100_000)
    #expect(FileNamePeriod(name, calendar: fromApril).range == nil)
  }
}

@Suite struct PeriodsAgainstACadence {
  @Test(arguments: [
    ("2025-07-01", "2025-07-31", Grain.month), ("2025-07-07", "2025-07-13", .week),
    ("2025-07-05", "2025-07-05", .day), ("2025-07-01", "2025-09-30", .quarter),
    ("2025-04-01", "2026-03-31", .year),
  ])
  func aWholePeriodStandsOnItsFirstDay(_ first: String, _ last: String, _ grain: Grain) {
    let range = range(first, last)
    #expect(PeriodFit(range, cadence: grain, calendar: fromApril) == .exact(day(first)))
    let other: Grain = grain == .month ? .week : .month
    #expect(PeriodFit(range, cadence: other, calendar: fromApril) == .other(grain))
  }

  @Test func whatIsNoWholePeriodIsNotSpread() {
    let range = range("2025-07-08", "2025-07-31")
    let fit = PeriodFit(range, cadence: .month, calendar: fromApril)
    #expect(fit == .none)
    let issue = fit.issue(range, cadence: .month, in: "a.csv")
    #expect(issue?.severity == .error)
    #expect(
      issue?.message == "the rows are about 2025-07-08 to 2025-07-31, which is no month")
    #expect(PeriodFit.exact(day("2025-07-01")).issue(range, cadence: .month, in: "a.csv") == nil)
  }

  @Test func anotherLengthIsOffered() {
    let range = range("2025-07-01", "2025-07-31")
    let issue = PeriodFit(range, cadence: .day, calendar: fromApril)
      .issue(range, cadence: .day, in: "a.csv")
    #expect(issue?.help == "say “cadence: month” if every file is about a month")
  }

  @Test func noDaysAreNoPeriod() {
    let empty = DayRange(day("2025-07-01"), until: day("2025-07-01"))
    #expect(PeriodFit(empty, cadence: .day, calendar: fromApril) == .none)
  }
}

@Suite struct CountsOfDaysWeeksAndMonths {
  private let july = range("2025-07-01", "2025-07-31")

  @Test func theNameOfTheColumnTellsWhatItCounts() {
    #expect(DateOrigin(columnName: "Nth day") == .counted(.day))
    #expect(DateOrigin(columnName: "N 日目") == .counted(.day))
    #expect(DateOrigin(columnName: "Nth Week") == .counted(.week))
    #expect(DateOrigin(columnName: "Ｎ 週目") == .counted(.week))
    #expect(DateOrigin(columnName: "N か月目") == .counted(.month))
    #expect(DateOrigin(columnName: "N ヶ月目") == .counted(.month))
    #expect(DateOrigin(columnName: "Date") == .dates)
  }

  @Test func daysAreCountedFromTheFirst() {
    let days = CountedDates(unit: .day, period: july)
    #expect(days.place(of: 0) == .whole(day("2025-07-01")))
    #expect(days.place(of: 30) == .whole(day("2025-07-31")))
    #expect(days.place(of: 31) == .outside)
    #expect(days.place(of: -1) == .outside)
    #expect(days.place(of: .max) == .outside)
  }

  /// 1 July 2025 is a Tuesday: the first week has five days of the month, the last one five.
  @Test func weeksStartOnSundayAndTheFirstAndLastAreParts() {
    let weeks = CountedDates(unit: .week, period: july)
    #expect(weeks.place(of: 0) == .partial(range("2025-07-01", "2025-07-05")))
    #expect(weeks.place(of: 1) == .whole(day("2025-07-06")))
    #expect(weeks.place(of: 3) == .whole(day("2025-07-20")))
    #expect(weeks.place(of: 4) == .partial(range("2025-07-27", "2025-07-31")))
    #expect(weeks.place(of: 5) == .outside)
  }

  @Test func monthsAreThoseOfTheCalendar() {
    let months = CountedDates(unit: .month, period: range("2025-06-15", "2025-08-31"))
    #expect(months.place(of: 0) == .partial(range("2025-06-15", "2025-06-30")))
    #expect(months.place(of: 1) == .whole(day("2025-07-01")))
    #expect(months.place(of: 2) == .whole(day("2025-08-01")))
    #expect(months.place(of: 3) == .outside)
  }

  @Test func aWorkspaceThatCutsWeeksElsewhereIsTold() {
    let weeks = CountedDates(unit: .week, period: july)
    func code(_ cadence: Grain, _ calendar: BusinessCalendar) -> String? {
      weeks.issue(cadence: cadence, in: calendar, file: "a.csv", line: 9)?.code
    }
    #expect(code(.week, fromApril) == "foreign-weeks")
    #expect(code(.week, BusinessCalendar(weekStart: .sunday)) == nil)
    #expect(code(.day, BusinessCalendar(weekStart: .sunday)) == "period-not-cadence")
    let days = CountedDates(unit: .day, period: july)
    #expect(days.issue(cadence: .day, in: fromApril, file: "a.csv", line: 9) == nil)
  }

  @Test func partsAreToldWithTheirDays() {
    let weeks = CountedDates(unit: .week, period: july)
    let parts = [range("2025-07-27", "2025-07-31"), range("2025-07-01", "2025-07-05")]
    #expect(
      weeks.issue(leavingOut: parts + parts, file: "a.csv", line: nil)?.message
        == """
        2025-07-01 to 2025-07-05 and 2025-07-27 to 2025-07-31: no whole week; these rows are left out
        """)
    #expect(weeks.issue(leavingOut: [], file: "a.csv", line: nil) == nil)
  }
}

@Suite struct PeriodsOfFiles {
  private let preamble = ["# Start date: 20250701", "# End date: 20250731"]

  private func period(_ origin: PeriodOrigin, _ lines: [String], _ path: String) -> FilePeriod? {
    FilePeriod(origin, preamble: lines, path: path, order: nil, calendar: fromApril)
  }

  @Test func theLinesAboveTheHeaderGoBeforeTheName() {
    let july = range("2025-07-01", "2025-07-31")
    let august = range("2025-08-01", "2025-08-31")
    #expect(period(.preamble, preamble, "2025-08.csv")?.range == july)
    #expect(period(.preamble, preamble, "2025-08.csv")?.issue == nil)
    #expect(period(.fileName, preamble, "2025-08.csv")?.range == august)
    #expect(period(.preamble, ["Report"], "2025-08.csv")?.range == august)
    #expect(period(.preamble, ["Report"], "2025-08.csv")?.issue?.code == "period-of-name")
  }

  @Test func aFileWithoutAPeriodIsAnError() {
    #expect(period(.preamble, [], "board.csv")?.range == nil)
    #expect(period(.preamble, [], "board.csv")?.issue?.code == "no-period")
    #expect(period(.fileName, preamble, "board.csv")?.issue?.severity == .error)
  }

  @Test func rowsWithAPeriodOfTheirOwnMakeNoneOfTheFile() {
    #expect(period(.columns(first: ["a"], last: ["b"]), preamble, "2025-08.csv") == nil)
  }
}
