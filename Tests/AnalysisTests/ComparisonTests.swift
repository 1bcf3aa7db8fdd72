import Analysis
import Metrics
import Testing

/// Like is compared with like, and not available is never 0.
@Suite struct ComparisonTests {
  /// One visit a day in 2025, two in 2026, up to Wednesday 11 November.
  private let steady: Evaluator

  init() throws {
    let table = try Table(from: "2025-01-01", through: "2026-11-11") {
      ["visits": $0.civil.year == 2025 ? 1 : 2]
    }
    steady = try Snapshot(table, [measured("visits")]).evaluator(asOf: "2026-11-11")
  }

  private func compared(
    _ text: String, _ formula: String = "sales", in label: String = "2026-W46",
    asOf date: String = "2026-11-15"
  ) throws -> Comparison {
    let metrics = [measured("sales"), measured("cost"), try computed("tested", formula)]
    let evaluator = try Snapshot(Table(text), metrics).evaluator(asOf: date)
    return Comparison("tested", in: try evaluator.window(label), to: .previous, by: evaluator)
  }

  private func week(_ values: [String]) -> String {
    "day sales\n"
      + values.enumerated()
      .map { "2026-11-\($0 < 8 ? "0" : "")\($0 + 2) \($1)" }.joined(separator: "\n")
  }

  @Test func aPartialWeekIsComparedWithAsManyDaysOfTheWeekBefore() throws {
    let values = ["10", "20", "30", "40", "50", "60", "70", "12", "24", "36"]
    let comparison = try compared(week(values), asOf: "2026-11-11")
    #expect(comparison.current.value == 72)  // 12 + 24 + 36
    #expect(comparison.reference.value == 60)  // 10 + 20 + 30
    #expect(comparison.change == 12)
    #expect(comparison.ratio == 0.2)
    #expect(comparison.reason == nil)
    #expect(comparison.window.range.text == "2026-11-09 2026-11-11")
    #expect(comparison.referenceWindow.range.text == "2026-11-02 2026-11-04")
  }

  @Test(arguments: [
    ("2026-W46", "2025-11-10 2025-11-12", 3.0), ("2026-11-11", "2025-11-12 2025-11-12", 1),
    ("2026-11", "2025-11-01 2025-11-11", 11), ("2026-Q4", "2025-10-01 2025-11-11", 42),
    ("2026", "2025-01-01 2025-11-11", 315), ("2026-W45", "2025-11-03 2025-11-09", 7),
    ("2026-10", "2025-10-01 2025-10-31", 31),
  ])
  func aYearBackAreTheSameWeekdaysOrTheSameDates(label: String, range: String, value: Double) throws
  {
    // Monday 9 November 2026 less 364 days is Monday 10 November 2025.
    let comparison = Comparison("visits", in: try steady.window(label), to: .year, by: steady)
    #expect(comparison.referenceWindow.range.text == range)
    #expect(comparison.reference.value == value)
    #expect(comparison.ratio == 1)
  }

  @Test func aMonthToDateIsCutToTheLengthOfTheMonthBefore() throws {
    let evaluator = Evaluator(steady.snapshot, asOf: try day("2026-03-30"))
    let window = try evaluator.window("2026-03")
    let comparison = Comparison("visits", in: window, to: .previous, by: evaluator)
    #expect(comparison.referenceWindow.range.text == "2026-02-01 2026-02-28")
    #expect(comparison.change == 4)  // 30 days against 28, twice
  }

  @Test func fromZeroThereIsAChangeButNoRatio() throws {
    let up = try compared(week(Array(repeating: "0", count: 7) + Array(repeating: "1", count: 7)))
    #expect(up.change == 7)
    #expect(up.ratio == nil)
    #expect(up.reason == .fromZero)
    let down = try compared(week(Array(repeating: "2", count: 7) + Array(repeating: "0", count: 7)))
    #expect(down.change == -14)
    #expect(down.ratio == -1)
    #expect(down.reason == nil)
  }

  @Test func fromALossTheRatioIsOnItsSize() throws {
    let values = Array(repeating: "-10", count: 7) + Array(repeating: "-5", count: 7)
    #expect(try compared(week(values)).change == 35)
    #expect(try compared(week(values)).ratio == 0.5)
  }

  @Test(arguments: [4, 11])
  func aDayThatLacksDataOnEitherSideLeavesNoChange(hole: Int) throws {
    var values = Array(repeating: "1", count: 14)
    values[hole] = "-"
    let comparison = try compared(week(values))
    #expect(comparison.change == nil)
    #expect(comparison.ratio == nil)
    #expect(comparison.reason == .unequalCoverage)
    #expect(comparison.current.coverage.covered + comparison.reference.coverage.covered == 13)
  }

  @Test func daysOnWhichThereNeverIsDataAreNotMissed() throws {
    let fiveDays = ["1", "2", "3", "4", "5", "-", "-", "2", "3", "4", "5", "6", "-", "-"]
    #expect(try compared(week(fiveDays)).change == 5)
  }

  @Test func withoutAReferenceThereIsNoChange() throws {
    let comparison = try compared(week(Array(repeating: "1", count: 7)), in: "2026-W45")
    #expect(comparison.current.value == 7)
    #expect(comparison.change == nil)
    #expect(comparison.reason == .noData)
  }

  @Test func aRateChangesByItsRatiosOfSums() throws {
    let text = """
      day        sales cost
      2026-11-02 10    100
      2026-11-03 30    100
      2026-11-09 40    100
      2026-11-10 10    300
      """
    // 400 / 50 against 200 / 40.
    let comparison = try compared(text, "cost / sales", asOf: "2026-11-10")
    #expect(comparison.change == 3)
    #expect(comparison.ratio == 0.6)
    #expect(try compared(text, "cost / 0", asOf: "2026-11-10").reason == .divisionByZero)
  }
}
