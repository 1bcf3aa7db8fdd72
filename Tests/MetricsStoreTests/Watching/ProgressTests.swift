import Testing

@testable import Metrics
@testable import MetricsStore

@Suite struct ProgressTests {
  @Test func speedAndRestFollowFromWhatWasReadAndWhen() {
    let meter = ReadingMeter(start: 10_000)
    for _ in 0..<3 { meter.add(bytes: 1_000_000) }
    meter.add(rows: 4000)
    meter.add(rows: 2000)
    let progress = meter.progress(files: 1, of: 3, bytesInAll: 12_000_000, at: 12_000)
    #expect(progress.rows == 6000 && progress.bytesRead == 3_000_000)
    #expect(progress.fraction == 0.25)
    #expect(progress.rowsPerSecond == 3000)
    #expect(progress.remainingSeconds == 6)
  }

  @Test func nothingIsForetoldTooEarly() {
    let meter = ReadingMeter(start: 0)
    meter.add(bytes: 10)
    meter.add(rows: 1)
    let progress = meter.progress(files: 0, of: 1, bytesInAll: 100, at: 100)
    #expect(progress.rowsPerSecond == nil && progress.remainingSeconds == nil)
  }

  @Test func aFileThatGrewIsNoMoreThanAllOfIt() {
    let meter = ReadingMeter(start: 0)
    meter.add(bytes: 1000)
    let progress = meter.progress(files: 0, of: 1, bytesInAll: 100, at: 1000)
    #expect(progress.fraction == 1 && progress.remainingSeconds == 0)
  }

  @Test func aReadingTellsItsMeterOfEveryByteAndRow() {
    let folder = TemporaryFolder()
    let rows = (0..<10_000).map { _ in "2026-11-05,Paid,1\n" }.joined()
    folder.write("Date,Channel,Sessions\n" + rows, to: "data/a.csv")
    let definitions = Definitions(
      sources: [web], metrics: [measured("sessions", "web", "sessions")])
    let meter = ReadingMeter(start: 0)
    let group = FileGroup(SourcePlan(web, asking: definitions))
    #expect(group.read("data/a.csv", in: folder.path, meter: meter).rows == 10_000)
    let progress = meter.progress(files: 1, of: 1, bytesInAll: .max, at: 1)
    #expect(progress.rows == 10_000 && progress.bytesRead == 22 + 10_000 * 18)
  }

  @Test func aSourceThatIsNotReadYetHasNoNumbersAndSaysWhy() {
    let folder = TemporaryFolder()
    folder.write(table(1, 2), to: "data/a.csv")
    let definitions = Definitions(
      sources: [web], metrics: [measured("sessions", "web", "sessions")])
    var workspace = Workspace(root: folder.path, today: nil) {
      Workspace.Loaded(definitions: definitions)
    }
    workspace.readDefinitions()
    let outline = workspace.outline()
    #expect(outline.isBlank && outline.progress?.filesInAll == 1)
    let year = BusinessCalendar().period(.year, containing: day("2026-06-01"))
    let before = Evaluator(outline, asOf: day("2026-12-31")).value("sessions", in: year)
    #expect(before.value == nil && before.reason == .stillReading)
    workspace.readAll(LiveStore.delays)
    #expect(workspace.snapshot().total("sessions") == 3)
  }
}
