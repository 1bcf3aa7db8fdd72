import Metrics
import Testing

@testable import kpitop

private func file(rows: Int, rejected: Int = 0, excluded: Int = 0) -> FileReport {
  FileReport(
    source: "web", path: "data/web.csv", state: .current, rows: rows, rejected: rejected,
    excluded: excluded, days: nil, headerLine: 1, modified: 0)
}

private func snapshot(_ files: [FileReport] = [], lastDay: Day?) -> Snapshot {
  Snapshot(sources: ["web": SourceRollup(lastDay: lastDay)], files: files)
}

@Test func aSummarySaysWhatWasReadAndWhyThatDate() {
  let files = [file(rows: 28, rejected: 1), file(rows: 1000, excluded: 4)]
  let reading = WorkspaceReading(
    snapshot(files, lastDay: Day(number: 20_772)), asOf: nil, elapsed: .milliseconds(1250))
  #expect(
    reading.summary.text == """
      kpitop: read 2 files, 1028 rows, 1 rejected, 4 excluded, in 1250 ms
      kpitop: as of 2026-11-15, the last day with data, as the workspace has it

      """)
}

@Test func aSummaryNamesADateThatWasAskedFor() {
  let reading = WorkspaceReading(
    snapshot([file(rows: 1)], lastDay: nil), asOf: .day(Day(number: 20_000)))
  #expect(
    reading.summary.text == """
      kpitop: read 1 file, 1 row, 0 rejected
      kpitop: as of 2024-10-04, a fixed date, as --as-of says

      """)
}

@Test func aSummarySaysWhereThereIsNoData() {
  let reading = WorkspaceReading(snapshot(lastDay: nil), asOf: .latest)
  #expect(
    reading.summary.text.hasSuffix(", today, since there is no data, as --as-of says\n"))
}
