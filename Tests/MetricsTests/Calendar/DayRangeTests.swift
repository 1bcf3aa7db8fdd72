import Testing

@testable import Metrics

@Suite struct DayRangeTests {
  private func range(_ start: Int, _ end: Int) -> DayRange {
    DayRange(Day(number: Int32(start)), until: Day(number: Int32(end)))
  }

  private func days(_ range: DayRange) -> Set<Day> { Set(range.days) }

  @Test func itsEndIsNotInIt() {
    #expect(range(3, 6).days.map(\.number) == [3, 4, 5])
    #expect(range(3, 6).last.number == 5)
    #expect(DayRange(Day(number: 3), through: Day(number: 5)) == range(3, 6))
  }

  @Test func itIsEmptyWhereItsEndComesFirst() {
    #expect(range(6, 3).isEmpty)
    #expect(range(6, 3).count == 0)
    #expect(Array(range(6, 3).days).isEmpty)
  }

  /// Against plain sets of days, for every pair of ranges of a small world.
  @Test func itBehavesAsASetOfDays() {
    var wrong = 0
    for a in 0..<6 {
      for b in 0..<7 {
        let first = range(a, b)
        if first.count != days(first).count { wrong += 1 }
        if first.isEmpty != days(first).isEmpty { wrong += 1 }
        for number in -1..<8 {
          let day = Day(number: Int32(number))
          if first.contains(day) != days(first).contains(day) { wrong += 1 }
          let prefix = Set(days(first).sorted().prefix(Swift.max(0, number)))
          if days(first.prefix(number)) != prefix { wrong += 1 }
          if days(first.shifted(by: number)) != Set(days(first).map { $0 + number }) { wrong += 1 }
        }
        for c in 0..<6 {
          for d in 0..<7 {
            let second = range(c, d)
            let both = days(first).intersection(days(second))
            if days(first.intersection(second)) != both { wrong += 1 }
          }
        }
      }
    }
    #expect(wrong == 0)
  }
}
