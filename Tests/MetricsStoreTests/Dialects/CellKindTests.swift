import Testing

@testable import MetricsStore

@Suite struct KindsOfCells {
  private func kind(_ text: String) -> CellKind {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { CellKind(CellBytes($0).trimmed) }
  }

  @Test(arguments: [
    ("", CellKind.empty), ("  ", .empty), ("--", .missing), ("n/a", .missing), ("－", .missing),
    ("12", .integer), ("0007", .integer), ("12.5", .number), ("-3", .number), ("+4", .number),
    ("1,234", .number), ("1,234,567.89", .number), ("1 234,56 €", .number), ("1.234,5", .number),
    ("$342.09K", .number), ("(1,200)", .number), ("66.67%", .number), ("1e-5", .number),
    ("5.6564e-002", .number), ("￥１２，０００", .number), ("△3.2%", .number), ("1億2,345万円", .number),
    ("USD 12.50", .number), (".5", .number), ("1,2,3", .text), ("1,23,4", .text),
    ("2025-07-01", .date), ("28/01/2018", .date), ("2025年7月1日", .date), ("令和6年4月", .date),
    ("09-Mar-11", .date), ("Apr-16", .date), ("July 8, 2025", .date),
    ("15 Apr, 2021 00:03:00", .date),
    ("2025-07-01T10:00:00Z", .date), ("2024-06", .date), ("1.2.2025", .date),
    ("10:30", .time), ("10:30:15.25", .time), ("10:30 pm", .time), ("true", .boolean),
    ("No", .boolean),
    ("https://example.com/a,b", .link), ("a@example.com", .link), ("MG-8769", .code),
    ("v1.2.3", .code),
    ("Sessions", .word), ("表示回数", .word), ("Paid Search", .text), ("28/01/2018,00:00", .text),
  ])
  func aCellLooksLikeWhatItIs(_ text: String, _ expected: CellKind) {
    #expect(kind(text) == expected, "\(text)")
  }

  @Test func longAndOddCellsAreTexts() {
    #expect(kind(String(repeating: "1", count: 1000)) == .text)
    #expect(kind(String(repeating: "-/", count: 30)) == .text)
    #expect(kind("\u{FFFD}\u{0}") == .text || kind("\u{FFFD}\u{0}") == .code)
  }
}
