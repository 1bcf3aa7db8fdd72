import Testing

@testable import Metrics

/// Each roll-up at each grain, calculated by hand.
@Suite struct RollupTests {
  /// Two weeks around the end of a quarter (and, for Japan, of the fiscal year); two channels.
  private let table: Table
  private let asOf = "2026-04-05"

  init() throws {
    table = try Table(
      """
      day        channel sales users hours load
      2026-03-23 paid    10    1     2     1
      2026-03-23 organic 20    2     6     3
      2026-03-25 paid    0     1     4     1
      2026-03-30 paid    5     1     1     4
      2026-03-30 paid    7     3     3     2
      2026-03-31 organic -4    3     8     0
      2026-04-01 organic 6     4     5     1
      2026-04-02 paid    9     1     7     3
      """, dimensions: ["channel"])
  }

  private func values(_ rollup: Rollup, of measure: String, weight: String? = nil) throws
    -> [String: Double]
  {
    let snapshot = Snapshot(
      table, [measured("m", rollup, of: measure, weight: weight)],
      calendar: BusinessCalendar(fiscalStartMonth: 4))
    let labels = [
      "2026-03-23", "2026-03-30", "2026-W13", "2026-W14", "2026-03", "2026-04", "FY2025-Q4",
      "FY2026-Q1", "FY2025", "FY2026",
    ]
    var values: [String: Double] = [:]
    for label in labels { values[label] = try snapshot.value("m", label, asOf: asOf).value }
    return values
  }

  @Test func aSumAddsUpRowsDaysAndSegments() throws {
    #expect(
      try values(.sum, of: "sales") == [
        "2026-03-23": 30, "2026-03-30": 12, "2026-W13": 30, "2026-W14": 23, "2026-03": 38,
        "2026-04": 15, "FY2025-Q4": 38, "FY2026-Q1": 15, "FY2025": 38, "FY2026": 15,
      ])
  }

  @Test func aCountCountsRowsWithAValue() throws {
    #expect(
      try values(.count, of: "sales") == [
        "2026-03-23": 2, "2026-03-30": 2, "2026-W13": 3, "2026-W14": 5, "2026-03": 6,
        "2026-04": 2, "FY2025-Q4": 6, "FY2026-Q1": 2, "FY2025": 6, "FY2026": 2,
      ])
  }

  @Test func aMeanIsTheMeanOfRowsAndNotOfDays() throws {
    #expect(
      try values(.mean, of: "hours") == [
        "2026-03-23": 4, "2026-03-30": 2, "2026-W13": 4, "2026-W14": 4.8, "2026-03": 4,
        "2026-04": 6, "FY2025-Q4": 4, "FY2026-Q1": 6, "FY2025": 4, "FY2026": 6,
      ])
  }

  @Test func aWeightedMeanCountsEachRowByItsWeight() throws {
    // 2·1 + 6·3 = 20 over 4; with 4·1 24 over 5; 1·4 + 3·2 = 10 over 6, with 8·0 + 5·1 + 7·3 36
    // over 10.
    #expect(
      try values(.mean, of: "hours", weight: "load") == [
        "2026-03-23": 5, "2026-03-30": 10.0 / 6, "2026-W13": 4.8, "2026-W14": 3.6,
        "2026-03": 34.0 / 11, "2026-04": 6.5, "FY2025-Q4": 34.0 / 11, "FY2026-Q1": 6.5,
        "FY2025": 34.0 / 11, "FY2026": 6.5,
      ])
  }

  @Test func theLeastAndTheGreatestAreThoseOfAllRows() throws {
    #expect(
      try values(.min, of: "sales") == [
        "2026-03-23": 10, "2026-03-30": 5, "2026-W13": 0, "2026-W14": -4, "2026-03": -4,
        "2026-04": 6, "FY2025-Q4": -4, "FY2026-Q1": 6, "FY2025": -4, "FY2026": 6,
      ])
    #expect(
      try values(.max, of: "sales") == [
        "2026-03-23": 20, "2026-03-30": 7, "2026-W13": 20, "2026-W14": 9, "2026-03": 20,
        "2026-04": 9, "FY2025-Q4": 20, "FY2026-Q1": 9, "FY2025": 20, "FY2026": 9,
      ])
  }

  @Test func firstAndLastAreThoseOfADayWithItsSegmentsAddedUp() throws {
    #expect(
      try values(.first, of: "sales") == [
        "2026-03-23": 30, "2026-03-30": 12, "2026-W13": 30, "2026-W14": 12, "2026-03": 30,
        "2026-04": 6, "FY2025-Q4": 30, "FY2026-Q1": 6, "FY2025": 30, "FY2026": 6,
      ])
    #expect(
      try values(.last, of: "sales") == [
        "2026-03-23": 30, "2026-03-30": 12, "2026-W13": 0, "2026-W14": 9, "2026-03": -4,
        "2026-04": 9, "FY2025-Q4": -4, "FY2026-Q1": 9, "FY2025": -4, "FY2026": 9,
      ])
  }

  @Test func distinctValuesOfAWeekAreNotTheSumOfThoseOfItsDays() throws {
    // Days of week 14: {1, 3}, {3}, {4}, {1}: five in all, three different.
    #expect(
      try values(.distinct, of: "users") == [
        "2026-03-23": 2, "2026-03-30": 2, "2026-W13": 2, "2026-W14": 3, "2026-03": 3,
        "2026-04": 2, "FY2025-Q4": 3, "FY2026-Q1": 2, "FY2025": 3, "FY2026": 2,
      ])
  }

  @Test func aSprintGathersItsDays() throws {
    let first = try #require(Day(iso: "2026-03-25"))
    let snapshot = Snapshot(
      table, [measured("sales")],
      calendar: BusinessCalendar(sprint: BusinessCalendar.Sprint(firstDay: first, weeks: 1)))
    #expect(try snapshot.value("sales", "S1", asOf: asOf).value == 8)
    #expect(try snapshot.value("sales", "S0", asOf: asOf).value == 30)
  }

  @Test func daysAfterTheAsOfDateDoNotCount() throws {
    let snapshot = Snapshot(table, [measured("sales"), measured("users", .distinct)])
    #expect(try snapshot.value("sales", "2026-W14", asOf: "2026-03-30").value == 12)
    #expect(try snapshot.value("users", "2026-W14", asOf: "2026-03-31").value == 2)
    #expect(try snapshot.value("sales", "2026-W14", asOf: "2026-03-29").reason == .notBegun)
  }
}
