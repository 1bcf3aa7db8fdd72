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

  /// A reading that is a third done after four seconds.
  private static let third = Snapshot.Progress(
    filesRead: 3, filesInAll: 12, rows: 4_200_000, bytesRead: 200_000_000, bytesInAll: 600_000_000,
    milliseconds: 4000)

  @Test(arguments: [
    (
      Language.english, "Reading files: 3 / 12 · 4.20M rows · 1.05M rows/s · 8 s left"
    ), (.japanese, "ファイル読込中: 3 / 12 · 420万行 · 毎秒105万行 · 残り8秒"),
  ])
  func aLongReadingTellsHowFastItIsAndWhatRemains(_ language: Language, _ words: String) {
    var dashboard = Shop.dashboard(language: language)
    _ = dashboard.update(
      .snapshot(Snapshot(definitions: Shop.definitions, progress: LiveTests.third)), at: 1)
    #expect(dashboard.picture(80, 24).contains { $0.contains(words) })
  }

  @Test func whatIsReadCanBeWorkedWithWhileOtherFilesAreRead() {
    var dashboard = Shop.dashboard()
    let before = dashboard.picture(120, 30)
    let part = Snapshot(
      definitions: Shop.definitions, sources: Shop.snapshot().sources,
      targets: Shop.definitions.targets,
      generation: 2, progress: LiveTests.third)
    _ = dashboard.update(.snapshot(part), at: 1)
    let picture = dashboard.picture(120, 30)
    #expect(picture[0].hasSuffix("reading 3/12 · 8 s left"))
    #expect(picture[0].contains("W46 2026"))
    #expect(picture[2...] == before[2...])
    dashboard.type("3")
    #expect(dashboard.place.screen == .monitor)
  }

  @Test func theBottleneckIsFoundOnceAllIsReadUnlessOneHasMoved() {
    let begun = Shop.dashboard().place.cursor
    for keys in ["", "↓↓"] {
      var dashboard = Dashboard(settings: Dashboard.Settings(today: { _ in Shop.asOf }))
      let even = Shop.snapshot(mail: 10)
      _ = dashboard.update(
        .snapshot(
          Snapshot(
            definitions: Shop.definitions, sources: even.sources, generation: 1,
            progress: LiveTests.third)), at: 0)
      dashboard.type(keys)
      let moved = dashboard.place.cursor
      _ = dashboard.update(.snapshot(Shop.snapshot(generation: 2)), at: 1)
      #expect(dashboard.place.cursor == (keys.isEmpty ? begun : moved))
    }
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
