import Metrics
import Testing

@testable import MetricsStore

/// Calls the body with a cell of these bytes, trimmed as every cell is.
private func withCell<Result>(_ text: String, _ body: (CellBytes) -> Result) -> Result {
  Array(text.utf8).withUnsafeBufferPointer { body(CellBytes($0).trimmed) }
}

private func moment(_ text: String) -> MomentCell { withCell(text) { MomentCell($0) } }

@Suite struct MomentTests {
  // The seconds are those of Python's calendar.timegm.
  @Test(arguments: [
    ("2024-01-01T00:00:00Z", 1_704_067_200), ("2024-01-01 00:00:00", 1_704_067_200),
    ("2024-01-01", 1_704_067_200), ("20240101", 1_704_067_200), ("2024/1/1", 1_704_067_200),
    ("2024-02-29T23:59:59Z", 1_709_251_199), ("2024-02-29T23:59:59+09:00", 1_709_251_199),
    ("2024-02-29 23:59:59.987654", 1_709_251_199), ("2024-02-29 23:59:59 UTC", 1_709_251_199),
    ("2024-02-29 23:59:59.5-0800", 1_709_251_199), ("2024/2/29 11:59 PM", 1_709_251_140),
    ("2024-02-29T23:59", 1_709_251_140), ("2024-02-29 9:05", 1_709_197_500),
    ("2024-02-29 12:00 am", 1_709_164_800), ("2016-12-31 23:59:60", 1_483_228_800),
    ("1969-12-31T23:59:59Z", -1), ("1900-01-01", -2_208_988_800),
    ("1704067200", 1_704_067_200), ("1704067200123", 1_704_067_200),
    ("1704067200123456", 1_704_067_200),
  ])
  func whatIsAMoment(_ text: String, _ seconds: Int64) {
    #expect(moment(text) == .moment(seconds))
  }

  @Test(arguments: ["", " ", "-", "n/a", "NULL"])
  func whatIsMissing(_ text: String) {
    #expect(moment(text) == .missing)
  }

  @Test(arguments: [
    "2024-02-30T00:00:00Z", "2024-01-01T24:00:00Z", "2024-01-01T23:60:00Z",
    "2024-01-01T23:59:61Z", "2024-01-01T", "2024-01-01T9", "2024-01-01T09:", "2024-01-01T09:05:",
    "2024-01-01T09:05:07.", "2024-01-01 13:00 PM", "2024-01-01 0:30 am",
    "2024-01-01T09:05:07+1234567", "2024-01-01T09:05:07 Mitteleuropa", "- 09:05", "09:05:07",
    "1900000000", "0704067200", "9999999999999999", "170406720012", "1.7e9", "soon",
    "2024-01-0112:00:00", "3024-01-01 00:00:00",
  ])
  func whatIsNeither(_ text: String) {
    #expect(moment(text) == .invalid)
  }

  @Test func aColumnIsReadAsItsCellsAre() {
    var random = SeededNumbers(seed: 3)
    var reading = MomentReading()
    var wrong: [String] = []
    let parts = ["0", "1", "2", "5", "9", ":", "-", "T", " ", "Z", ".", "\0", "é"]
    for _ in 0..<20_000 {
      let day =
        ["2024-01-01", "2024-01-02", "2024-02-30", "2024/01/03", "1970-01-01"]
        .randomElement(using: &random) ?? ""
      let (h, m, s) = (
        Int.random(in: 0...24, using: &random), Int.random(in: 0...60, using: &random),
        Int.random(in: 0...61, using: &random)
      )
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      var text = day
      if Int.random(in: 0..<8, using: &random) > 0 {
        text += (Bool.random(using: &random) ? "T" : " ") + "\(two(h)):\(two(m)):\(two(s))"
      }
      if Bool.random(using: &random) { text += "Z" }
      if Int.random(in: 0..<4, using: &random) == 0 {
        var characters = Array(text)
        characters[Int.random(in: 0..<characters.count, using: &random)] = Character(
          parts.randomElement(using: &random) ?? "0")
        text = String(characters)
      }
      if withCell(text, { reading.read($0) }) != moment(text) { wrong.append(text) }
    }
    #expect(wrong.prefix(5) == [])
  }
}
