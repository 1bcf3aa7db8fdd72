import Metrics
import Testing

@testable import MetricsStore

@Test func daysPutInInAnyOrderComeOutInOrder() {
  var bits = DayBits()
  #expect(bits.span == nil)
  let numbers: [Int32] = [20_000, 19_000, -3, 20_001, -70, 20_000, 63, 64]
  for number in numbers { bits.insert(number) }
  #expect(bits.days.map(\.number) == [-70, -3, 63, 64, 19_000, 20_000, 20_001])
  #expect(bits.last(notAfter: Day(number: 19_500)) == Day(number: 19_000))
  #expect(bits.last(notAfter: Day(number: -100)) == nil)
}

@Test func figuresDoNotDependOnHowRowsAreSpreadOverFiles() {
  let rows = (0..<60).map { "2026-11-\($0 % 9 + 10),\(["a", "b", "c"][$0 % 3]),\($0)\n" }
  let header = "Date,Channel,Sessions\n"
  func totals(_ parts: [[String]]) -> [Double?] {
    let folder = TemporaryFolder()
    for (index, part) in parts.enumerated() {
      folder.write(header + part.joined(), to: "data/\(index).csv")
    }
    let loaded = Loaded(
      Definitions(sources: [web], metrics: [measured("sessions", "web", "sessions")]), in: folder)
    return (10..<19).flatMap { date in
      [Segment(), Segment(["channel": ["b"]])].map {
        loaded.value("sessions", "2026-11-\(date)", nil, $0)
      }
    }
  }
  let whole = totals([rows])
  #expect(whole.first == .some(189))
  #expect(totals([rows.reversed()]) == whole)
  #expect(totals([Array(rows[..<7]), Array(rows[7..<31]), Array(rows[31...])]) == whole)
}
