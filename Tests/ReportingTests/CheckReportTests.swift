import Metrics
import Testing

@testable import Reporting

private func report(targets: [Target] = []) -> CheckReport {
  CheckReport(ShopSnapshot.make(targets: targets), asOf: ShopSnapshot.asOf)
}

/// Targets of which 100 orders of 1,000 visits cannot be a rate of 20 %.
private let contradicting = [
  Target(metric: "visits", grain: .month, from: ShopSnapshot.first - 1, value: 1000),
  Target(metric: "orders", grain: .month, from: ShopSnapshot.first - 1, value: 100),
  Target(
    metric: "rate", grain: nil, from: ShopSnapshot.first - 1, value: 0.2,
    place: SourcePlace(file: "kpi.yaml", line: 40, column: 9)),
]

@Test func checkPrintsIssuesAsCompilersDoAndThenTheFiles() {
  #expect(
    report().text(with: .plain) == """
      data/web.csv:14:7: error: “x” is not a number
        help: correct the cell

      FILE          SOURCE  ROWS  REJECTED  FROM        TO
      data/web.csv  web       28         1  2026-11-02  2026-11-15

      1 file, 1 error, 0 warnings, 0 notes

      """)
  #expect(report().hasErrors)
}

@Test func checkSpeaksJapaneseExceptInItsMessages() {
  #expect(
    report().text(with: Pen(.japanese)) == """
      data/web.csv:14:7: エラー: “x” is not a number
        対処: correct the cell

      ファイル          データ元  行数  不備  開始          終了
      data/web.csv  web   28   1  2026-11-02  2026-11-15

      1ファイル、エラー1件、警告0件、注記0件

      """)
}

@Test func checkMarksWhatIsWrong() {
  let text = report().text(with: .marking)
  #expect(text.hasPrefix("data/web.csv:14:7: <bad error>: “x” is not a number\n"))
  #expect(text.contains("data/web.csv  web       28         <attention 1>  2026-11-02"))
  #expect(text.hasSuffix("\n1 file, <bad 1 error>, 0 warnings, 0 notes\n"))
}

@Test func onlyTheNamesOfFilesKeepTheirSigns() {
  let pen = Pen(spelling: { String($0.map { "“”–".contains($0) ? "'" : $0 }) })
  let file = FileReport(
    source: "web", path: "a–b.csv", state: .unreadable, rows: 0, rejected: 0, days: nil,
    headerLine: nil, modified: 0)
  let issue = Issue(
    .note, code: "x", at: SourcePlace(file: "a–b.csv", line: 1), message: "“x” – “y”")
  let snapshot = Snapshot(files: [file], issues: [issue])
  #expect(
    CheckReport(snapshot, asOf: ShopSnapshot.asOf).text(with: pen) == """
      a–b.csv:1: note: 'x' ' 'y'

      FILE     SOURCE  ROWS  REJECTED  FROM  TO  STATE
      a–b.csv  web        0         0  '     '   unreadable

      1 file, 0 errors, 0 warnings, 1 note

      """)
}

@Test func checkIsJSONWithALinePerFileAndIssue() {
  #expect(
    report().json == """
      {"files": [
        {"path": "data/web.csv", "table": null, "rows": 28, "rejected": 1, "from": "2026-11-02", \
      "to": "2026-11-15", "encoding": "utf-8", "delimiter": ",", "header_line": 10, "checksum": []}
      ], "issues": [
        {"severity": "error", "file": "data/web.csv", "line": 14, "column": 7, \
      "code": "not-a-number", "message": "“x” is not a number", "help": "correct the cell"}
      ]}

      """)
}

@Test func targetsThatContradictOneAnotherAreWarnings() {
  let text = report(targets: contradicting).text(with: .plain)
  #expect(
    text.contains(
      """
      kpi.yaml:40:9: warning: the target of rate for 2026-11 is 0.2, but the targets of what it is \
      made of give 0.1 (-50.0%)
        help: change one of them: orders 100, visits 1000
      """))
}
