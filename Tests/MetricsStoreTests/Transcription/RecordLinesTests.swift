import Testing

@testable import MetricsStore

@Suite struct LinesOfRecords {
  @Test func everyRecordHasTheLineThatItWasGiven() {
    var numbers = SeededNumbers(seed: 3)
    for _ in 0..<200 {
      var lines = RecordLines()
      var given: [Int] = []
      var line = 1
      for _ in 0..<Int.random(in: 0...60, using: &numbers) {
        given.append(line)
        lines.add(line)
        line += Bool.random(using: &numbers) ? 3 : Int.random(in: 0...4, using: &numbers)
      }
      #expect((0..<given.count).map { lines.line(of: $0 + 1) } == given)
      #expect(lines.line(of: 0) == nil)
      #expect(lines.line(of: given.count + 1) == nil)
    }
  }

  @Test func whereTooMuchChangesALineIsUnknownAndNeverWrong() {
    var lines = RecordLines()
    for record in 1...200_000 { lines.add(record * record) }
    #expect(lines.line(of: 100_000) == 10_000_000_000)
    #expect(lines.line(of: 200_000) == nil)
  }
}
