import Metrics
import Testing

@testable import MetricsStore

/// Calls the body with a cell of these bytes, trimmed as every cell is.
private func cell<Result>(_ text: String, _ body: (CellBytes) -> Result) -> Result {
  Array(text.utf8).withUnsafeBufferPointer { body(CellBytes($0).trimmed) }
}

private func number(_ text: String) -> NumberCell { cell(text) { NumberCell($0) } }

private func date(_ text: String) -> DateCell { cell(text) { DateCell($0) } }

@Suite struct NumberCells {
  @Test(arguments: [
    ("0", 0), ("12", 12), ("-12", -12), ("+3.5", 3.5), (".5", 0.5), ("5.", 5), ("007", 7),
    ("1,234", 1234), ("12,345,678.9", 12_345_678.9), ("¥1,200", 1200), ("￥1200", 1200),
    ("$ 3.50", 3.5), ("€7", 7), ("-$5", -5), ("$-5", -5), ("(1,200)", -1200), ("($5)", -5),
    ("66.67%", 0.6667), ("-2 %", -0.02), (" \u{A0}8\u{3000}\t", 8), ("0.1", 0.1),
    ("123456789012345678901", 1.234_567_890_123_456_8e20),
    ("0.1234567890123456789", 0.1234567890123456789),
  ])
  func whatIsANumber(_ text: String, _ value: Double) {
    #expect(number(text) == .value(value))
  }

  @Test(arguments: ["", " ", "-", "--", " --", "n/a", "N/A", "NA", "na", "null", "NULL"])
  func whatIsMissing(_ text: String) {
    #expect(number(text) == .missing)
  }

  @Test(arguments: [
    "abc", "1,23", "1,2345", "12,34,567", ",123", "1,", "1,234,", "1.2.3", "1e5", "$", "%", "()",
    "(-5)", "--5", "-+5", "5-", "1 234", "1.5%%", "0x10", "inf", "nan", "TBD", "1,234.5,6", ".",
    "３５０", "58.8k", "¥", "5 apples", "\u{1}",
  ])
  func whatIsNeither(_ text: String) {
    #expect(number(text) == .invalid)
  }

  @Test func aNumberTooLongForADoubleIsRefused() {
    #expect(number(String(repeating: "9", count: 400)) == .invalid)
  }
}

@Suite struct DateCells {
  @Test(arguments: [
    "2026-11-05", "2026/11/05", "2026/11/5", "20261105", "2026-11-05 23:59", "2026-11-05T00:00:00Z",
    "2026/11/5 9:03", "20261105 10:00", "2026-11-05  07:00:00.123+09:00",
  ])
  func whatIsADate(_ text: String) {
    #expect(date(text) == .day(day("2026-11-05").number))
  }

  @Test func aLeapDayIsADateInLeapYearsOnly() {
    #expect(date("2024-02-29") == .day(day("2024-02-29").number))
    #expect(date("2026-02-29") == .invalid)
  }

  @Test(arguments: ["", "-", "--", "NA", "null"])
  func whatIsMissing(_ text: String) {
    #expect(date(text) == .missing)
  }

  @Test(arguments: [
    "2026", "2026-11", "2026-11-5", "2026-1-05", "2026/11-05", "05/11/2026", "2026-13-01",
    "20261301", "2026-11-05x", "2026-11-05 later", "2026-11-05T", "2026110510", "2026/111/5",
    "2026/11/", "2026//1", "0202-11-05", "9999-01-01", "Total", "2026-11-051", "2026/1/123",
    "２０２６-11-05",
  ])
  func whatIsNeither(_ text: String) {
    #expect(date(text) == .invalid)
  }
}

@Suite struct Globs {
  @Test(arguments: [
    ("*.csv", "a.csv", true), ("*.csv", "a.csv.bak", false), ("a?c", "abc", true),
    ("a?c", "ac", false), ("[a-c]1", "b1", true), ("[!a-c]1", "b1", false), ("[!a-c]1", "d1", true),
    ("*a*b*", "xxaxxbxx", true), ("*a*b*", "xxbxxaxx", false), ("[x", "[x", true), ("*", "", true),
    ("表?", "表示", true), ("[]]", "]", true), ("a-[0-9][0-9].csv", "a-07.csv", true),
  ])
  func whatMatches(_ pattern: String, _ name: String, _ isMatch: Bool) {
    #expect(Glob(pattern).matches(name) == isMatch)
  }

  @Test func manyStarsAreNoTrouble() {
    let pattern = Glob(String(repeating: "*a", count: 100) + "*b")
    #expect(!pattern.matches(String(repeating: "a", count: 5000)))
  }
}
