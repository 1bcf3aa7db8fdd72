import Metrics
import Testing

@testable import MetricsStore

/// What is read of something after it was written.
private func roundTrip<Value>(
  writing write: (inout ByteWriter) -> Void,
  reading read: (inout ByteReader) throws(CacheDamage) -> Value
) throws -> Value {
  var writer = ByteWriter()
  write(&writer)
  return try writer.bytes.withUnsafeBytes { bytes in
    var reader = ByteReader(bytes)
    let value = try read(&reader)
    #expect(reader.left == 0)
    return value
  }
}

@Suite struct PackingTests {
  @Test(arguments: [
    [], [0], [-0.0], [1, 2, 300], [-1, 255, 256], [0.1, -2.35, 1e9], [0.001, 12.5],
    [1e300, 1],
    [.nan, .infinity, -.infinity], [.leastNonzeroMagnitude],
    [9_007_199_254_740_992, -9_007_199_254_740_994], [1.0 / 3],
    [5_000_000_000, 0], [0.1 + 0.2], [-9_007_199_254_740_991, 9_007_199_254_740_991],
  ])
  func numbersStayTheSameBitByBit(_ values: [Double]) throws {
    let read = try roundTrip(
      writing: { $0.write(column: values) },
      reading: { reader throws(CacheDamage) in try reader.column(values.count) })
    #expect(read.map(\.bitPattern) == values.map(\.bitPattern))
  }

  @Test func randomColumnsStayTheSame() throws {
    var random = SeededNumbers(seed: 7)
    for round in 0..<400 {
      let scale = [1.0, 10, 100, 1000, 3][round % 5]
      let values = (0..<(round % 9)).map { _ in
        round % 7 == 0
          ? Double(bitPattern: random.next())
          : Double(Int64(bitPattern: random.next()) >> Int64(round % 60)) / scale
      }
      let read = try roundTrip(
        writing: { $0.write(column: values) },
        reading: { reader throws(CacheDamage) in try reader.column(values.count) })
      #expect(read.map(\.bitPattern) == values.map(\.bitPattern))
    }
  }

  @Test func amountsOfMoneyTakeAFewBytes() {
    var writer = ByteWriter()
    writer.write(column: (0..<1000).map { Double($0) / 100 })
    #expect(writer.bytes.count < 2020)
  }

  @Test(arguments: [0, 1, -1, 63, -64, 64, 8191, .max, .min])
  func aNumberStaysTheSame(_ number: Int) throws {
    let read = try roundTrip(
      writing: { $0.write(number) },
      reading: { reader throws(CacheDamage) in try reader.number() })
    #expect(read == number)
  }

  @Test func cellsStayTheSame() throws {
    let cells = DailyCells(segments: [
      [], [cell("2026-11-01", 1.25, 2), cell("2026-11-02", -3, 1), cell("2026-12-31", 0.1, 1)],
      [cell("1900-01-01", 7, 1), cell("9999-12-31", 8, 0.5)], [],
    ])
    let read = try roundTrip(
      writing: { $0.write(cells) },
      reading: { reader throws(CacheDamage) in try reader.dailyCells(segments: 4) })
    #expect(read == cells)
  }

  @Test func anEveryDaySeriesHasAlmostNoBytesOfDays() {
    let first = day("2024-01-01").number
    let cells = (0..<1000).map { DailyCells.Cell(day: first + $0, value: 1, weight: 1) }
    var writer = ByteWriter()
    writer.write(DailyCells(segments: [cells]))
    #expect(writer.bytes.count < 2030)
  }

  @Test func setsStayTheSame() throws {
    let sets = DailySets(segments: [
      [(20_000, [0, 1, 2, 500]), (20_001, []), (20_003, [70_000, .max])], [], [(-1, [3])],
    ])
    let read = try roundTrip(
      writing: { $0.write(sets) },
      reading: { reader throws(CacheDamage) in try reader.dailySets(segments: 3) })
    #expect(read == sets)
  }

  @Test func targetsStayTheSame() throws {
    let target = Target(
      metric: "売上", segment: Segment(["channel": ["Paid", "検索"], "region": ["東京"]]),
      grain: .month, from: day("2026-04-01"), value: 0.024,
      place: SourcePlace(file: "data/targets.csv", line: 3, column: 9))
    let read = try roundTrip(
      writing: { $0.write(target) },
      reading: { reader throws(CacheDamage) in try reader.target() })
    #expect(read == target)
  }

  @Test func issuesAreKeptWithoutWhatTheyQuote() throws {
    let issue = Issue(
      .warning, code: "not-a-date", at: SourcePlace(file: "a.csv", line: 2),
      message: "\"a\"b\" stands beside \"ann@example.com\" here", help: "drop it")
    let read = try roundTrip(
      writing: { $0.write(issue) },
      reading: { reader throws(CacheDamage) in try reader.issue() })
    #expect(read.message == "\"…\" here")
    #expect(read.place == issue.place && read.code == issue.code && read.help == issue.help)
  }

  private func cell(_ date: String, _ value: Double, _ weight: Double) -> DailyCells.Cell {
    DailyCells.Cell(day: day(date).number, value: value, weight: weight)
  }
}
