import Testing

@testable import Metrics

@Suite struct CoveredDaysTests {
  private func day(_ number: Int) -> Day { Day(number: Int32(number)) }

  private func range(_ start: Int, _ end: Int) -> DayRange { DayRange(day(start), until: day(end)) }

  @Test func nothingIsCoveredWhereThereAreNoDays() {
    let none = CoveredDays([])
    #expect(none.span == nil)
    #expect(none.count(in: range(-5, 5)) == 0)
    #expect(!none.contains(day(0)))
    #expect(none.missing(in: range(0, 7)) == 7)
    #expect(CoveredDays(all: range(5, 5)).span == nil)
  }

  @Test func everyDayOfARangeIsCovered() {
    let all = CoveredDays(all: range(100, 131))
    #expect(all.span == range(100, 131))
    #expect(all.count(in: range(90, 110)) == 10)
    #expect(all.missing(in: range(90, 110)) == 10)
    #expect(all.missing(in: range(100, 131)) == 0)
  }

  @Test func aWeekdayThatNeverHasDataIsNotMissed() throws {
    // Two working weeks, Monday to Friday.
    let monday = try #require(Day(iso: "2026-11-02"))
    let worked = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11].map { monday + $0 }
    let covered = CoveredDays(worked)
    let second = DayRange(monday + 7, until: monday + 14)
    #expect(covered.count(in: second) == 5)
    #expect(covered.missing(in: second) == 0)
    #expect(!covered.isExpected(monday + 5))
    // The next week has no data at all: five days are missed, not seven.
    #expect(covered.missing(in: DayRange(monday + 14, until: monday + 21)) == 5)
  }

  @Test func aShortHistorySaysNothingAboutWeekdays() throws {
    let monday = try #require(Day(iso: "2026-11-02"))
    let covered = CoveredDays((0..<4).map { monday + $0 })
    #expect(covered.missing(in: DayRange(monday, until: monday + 7)) == 3)
  }

  @Test func aWeekdayThatHasNotComeYetIsMissed() throws {
    // Wednesday to Sunday: nobody knows yet whether Mondays have data.
    let wednesday = try #require(Day(iso: "2026-11-04"))
    let covered = CoveredDays((0..<5).map { wednesday + $0 })
    #expect(covered.missing(in: DayRange(wednesday + 5, until: wednesday + 7)) == 2)
  }

  /// Against plain sets, with days in random order and repeated, before and after 1970.
  @Test func itBehavesAsASetOfDays() {
    var random = SeededNumbers(seed: 7)
    var wrong = 0
    for _ in 0..<300 {
      let origin = Int.random(in: -400...400, using: &random)
      let weekdays = Set(
        (1...7).shuffled(using: &random).prefix(Int.random(in: 1...7, using: &random)))
      let days = (0..<Int.random(in: 1...40, using: &random))
        .map { _ in day(origin + Int.random(in: 0..<60, using: &random)) }
        .filter { weekdays.contains($0.weekday.rawValue) }
      let covered = CoveredDays(days)
      let set = Set(days)
      let held = (days.min().flatMap { first in days.max().map { DayRange(first, through: $0) } })
        .map { Set($0.days.map(\.weekday.rawValue)) }
      let silent = (held ?? []).subtracting(days.map(\.weekday.rawValue))
      let reported = days.count < 5 ? Set(1...7) : Set(1...7).subtracting(silent)
      let start = origin + Int.random(in: -20..<60, using: &random)
      let asked = range(start, start + Int.random(in: 0...50, using: &random))
      if covered.count(in: asked) != asked.days.count(where: set.contains) { wrong += 1 }
      let missing = asked.days.count {
        reported.contains($0.weekday.rawValue) && !set.contains($0)
      }
      if covered.missing(in: asked) != missing { wrong += 1 }
      for probe in asked.days where covered.contains(probe) != set.contains(probe) { wrong += 1 }
      let span = days.min().flatMap { first in days.max().map { DayRange(first, through: $0) } }
      if covered.span != span { wrong += 1 }
    }
    #expect(wrong == 0)
  }
}
