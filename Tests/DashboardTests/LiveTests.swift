import Drawing
import Metrics
import Testing

@testable import Dashboard

@Suite struct LiveTests {
  @Test func whatChangedIsMarkedForAMoment() {
    var dashboard = Shop.dashboard()
    _ = dashboard.update(.snapshot(Shop.snapshot(mail: 8, generation: 2)), at: 10)
    #expect(dashboard.changed == ["leads", "lead_rate"])
    #expect(dashboard.deadline == 13)
    _ = dashboard.update(.clock, at: 13)
    #expect(dashboard.changed.isEmpty)
    #expect(dashboard.deadline == nil)
  }

  @Test func frozenNumbersStandStillAndAreMarked() {
    var dashboard = Shop.dashboard(" ")
    let before = dashboard.picture(120, 30)
    #expect(before[0].contains("frozen"))
    _ = dashboard.update(.snapshot(Shop.snapshot(mail: 8, generation: 2)), at: 10)
    #expect(dashboard.picture(120, 30) == before)
    dashboard.type(" ")
    #expect(dashboard.picture(120, 30) != before)
    #expect(!dashboard.subject.contains("frozen"))
  }

  @Test func errorsAreSaidInTheFirstLine() {
    var dashboard = Shop.dashboard()
    let issue = Issue(
      .error, code: "unreadable", at: SourcePlace(file: "web.csv"), message: "gone")
    _ = dashboard.update(.snapshot(Shop.snapshot(generation: 2, issues: [issue])), at: 10)
    #expect(dashboard.subject.contains("1 error: kpitop check"))
  }

  @Test func aFirstReadingShowsItsProgress() {
    var dashboard = Shop.dashboard()
    let progress = Snapshot.Progress(filesRead: 3, filesInAll: 10, rows: 12_345)
    _ = dashboard.update(
      .snapshot(Snapshot(definitions: Shop.definitions, progress: progress)), at: 1)
    let picture = dashboard.picture(80, 24)
    #expect(picture[0].contains("reading 3/10"))
    #expect(picture.joined().contains("Reading files: 3 / 10 · 12,345 rows"))
  }

  @Test func idleMeansThatNothingIsAwaited() {
    #expect(Shop.dashboard().deadline == nil)
  }

  @Test func aMessageGoesByItself() {
    var dashboard = Shop.dashboard("r")
    #expect(dashboard.picture(120, 30).joined().contains("Reading every file again"))
    _ = dashboard.update(.clock, at: 6)
    #expect(!dashboard.picture(120, 30).joined().contains("Reading every file again"))
  }
}
