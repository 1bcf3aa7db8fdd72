import Drawing
import Metrics
import Testing

@testable import Dashboard

@Suite struct PickingTests {
  @Test func aFilterLimitsEveryNumberAndIsShown() {
    var dashboard = Shop.dashboard("fsearch⏎")
    #expect(dashboard.subject.contains("channel: search"))
    #expect(dashboard.place.lens.segment == Segment(["channel": ["search"]]))
    dashboard.type("F")
    #expect(dashboard.place.lens.segment.isEverything)
  }

  @Test func severalValuesAreMarkedWithSpace() {
    let dashboard = Shop.dashboard("f  ⏎")
    #expect(dashboard.place.lens.segment == Segment(["channel": ["mail", "search"]]))
  }

  @Test func breakingTheFunnelDownShowsASegmentPerRow() {
    let dashboard = Shop.dashboard("b⏎")
    let picture = dashboard.picture(120, 30).joined(separator: "\n")
    #expect(picture.contains("Shop funnel by channel"))
    #expect(picture.contains("everything"))
  }

  @Test func metricsAreFoundInEitherLanguageAndInKana() {
    for typed in ["sign", "登録", "leads"] {
      let dashboard = Shop.dashboard("/\(typed)⏎")
      #expect(dashboard.place.screen == .detail(metric: "leads"))
    }
    var picker = Picker("", [Picker.Item("データ", choice: .metric("data"))])
    for character in "でーた" { _ = picker.press(.character(character)) }
    #expect(picker.current?.choice == .metric("data"))
  }

  @Test func thePaletteRunsAnActionByItsName() {
    let dashboard = Shop.dashboard(":quarter⏎")
    #expect(dashboard.place.lens.grain == .quarter)
  }

  @Test func escapeGivesUpAndNothingMatchesHarmlessly() {
    var dashboard = Shop.dashboard("/xyzzy")
    #expect(dashboard.picture(120, 30).joined().contains("nothing matches"))
    dashboard.type("⏎⎋")
    #expect(dashboard.picker == nil)
    #expect(dashboard.place.screen == .funnel)
  }

  @Test func aThemeIsShownWhileMovingAndTakenBackOnEscape() {
    var dashboard = Shop.dashboard("t")
    #expect(dashboard.type("↓") == [.theme("light")])
    #expect(dashboard.type("⎋") == [.theme("dark")])
    dashboard.type("t↓")
    #expect(dashboard.type("⏎") == [.theme("light")])
    #expect(dashboard.theme == "light")
  }

  @Test func whatCannotBeBrokenDownSaysSo() {
    var plain = Shop.definitions
    plain.sources[0].dimensions = []
    var dashboard = Shop.dashboard()
    _ = dashboard.update(.snapshot(Snapshot(definitions: plain, generation: 2)), at: 1)
    dashboard.type("b", at: 1)
    #expect(dashboard.picture(120, 30).joined().contains("no dimension to break it down by"))
  }
}
