import Testing

@testable import Metrics

@Suite struct CellsThatComeLater {
  /// The cells of every segment.
  private func all(_ cells: DailyCells, in range: DayRange, segments: Int) -> [[DailyCells.Cell]] {
    (0..<segments).map { segment in
      var found: [DailyCells.Cell] = []
      cells.forEach(segment: segment, in: range) {
        found.append(DailyCells.Cell(day: $0, value: $1, weight: $2))
      }
      return found
    }
  }

  @Test func aCellThatComesLaterStandsInsteadOfTheOld() {
    let cells = DailyCells(segments: [
      [.init(day: 1, value: 10, weight: 1), .init(day: 3, value: 30, weight: 1)], [],
    ])
    let changed = cells.replacing([
      (0, .init(day: 3, value: 31, weight: 2)), (1, .init(day: 2, value: 5, weight: 1)),
      (0, .init(day: 2, value: 20, weight: 1)),
    ])
    let range = DayRange(Day(number: 2), until: Day(number: 9))
    #expect(
      all(changed, in: range, segments: 2) == [
        [.init(day: 2, value: 20, weight: 1), .init(day: 3, value: 31, weight: 2)],
        [.init(day: 2, value: 5, weight: 1)],
      ])
    #expect(all(cells, in: range, segments: 2)[0] == [.init(day: 3, value: 30, weight: 1)])
    #expect(changed != cells)
    #expect(changed == changed.settled)
  }

  @Test func anyOrderOfChangesGivesTheLastOfEachCell() {
    var random = SeededNumbers(seed: 21)
    for _ in 0..<200 {
      var expected: [[Int32: Double]] = [[:], [:], [:]]
      var cells = DailyCells(segments: [[], [], []])
      for step in 0..<Int.random(in: 1...30, using: &random) {
        var changes: [(segment: Int, cell: DailyCells.Cell)] = []
        for change in 0..<Int.random(in: 0...8, using: &random) {
          let segment = Int.random(in: 0..<3, using: &random)
          let day = Int32.random(in: 0..<12, using: &random)
          let value = Double(step * 100 + change)
          expected[segment][day] = value
          changes.append((segment, .init(day: day, value: value, weight: 1)))
        }
        cells = cells.replacing(changes)
        if Bool.random(using: &random) { cells = cells.settled }
      }
      let start = Int32.random(in: 0..<12, using: &random)
      let range = DayRange(Day(number: start), until: Day(number: start + 6))
      let wanted = expected.map { days in
        days.filter { (start..<start + 6).contains($0.key) }.sorted { $0.key < $1.key }
          .map { DailyCells.Cell(day: $0.key, value: $0.value, weight: 1) }
      }
      #expect(all(cells, in: range, segments: 3) == wanted)
    }
  }
}
