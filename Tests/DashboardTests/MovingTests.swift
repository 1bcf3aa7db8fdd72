import Drawing
import Metrics
import Testing

@testable import Dashboard

@Suite struct MovingTests {
  @Test func theDashboardBeginsAtTheBottleneck() {
    #expect(Shop.dashboard().selected?.metric == "leads")
  }

  @Test func escapeComesBackExactly() {
    var dashboard = Shop.dashboard("3↓↓")
    let before = dashboard.place
    dashboard.type("⏎↓m[c")
    #expect(dashboard.place != before)
    dashboard.type("⎋")
    #expect(dashboard.place == before)
  }

  @Test func openingARowOfABreakdownNarrowsToIt() {
    var dashboard = Shop.dashboard("⏎")
    #expect(dashboard.breadcrumb == "Funnel › Sign-ups")
    dashboard.type("⏎")
    #expect(dashboard.breadcrumb == "Funnel › Sign-ups › mail")
    #expect(dashboard.place.lens.segment == Segment(["channel": ["mail"]]))
    dashboard.type("⎋⎋")
    #expect(dashboard.place.lens.segment.isEverything)
    #expect(dashboard.place.screen == .funnel)
  }

  @Test func anotherViewLeavesBehindWhatDrillingNarrowed() {
    let dashboard = Shop.dashboard("⏎⏎2")
    #expect(dashboard.place.screen == .tree)
    #expect(dashboard.place.lens.segment.isEverything)
  }

  @Test func theCursorStaysOnTheRows() {
    var dashboard = Shop.dashboard("↑↑↑↑↑")
    #expect(dashboard.place.cursor == 0)
    dashboard.type("↓↓↓↓↓↓↓↓")
    #expect(dashboard.place.cursor == 2)
    dashboard.type("g")
    #expect(dashboard.place.cursor == 0)
    dashboard.type("G")
    #expect(dashboard.place.cursor == 2)
  }

  @Test func periodsMoveAndTheNewestIsNotHeldFast() {
    var dashboard = Shop.dashboard("[")
    #expect(dashboard.subject.contains("W45 2026 · 2–8 Nov"))
    dashboard.type("]")
    #expect(dashboard.place.lens.period == nil)
    dashboard.type("]")
    #expect(dashboard.subject.contains("W46 2026 · 9–15 Nov"))
    dashboard.type("[[[.")
    #expect(dashboard.place.lens.period == nil)
  }

  @Test func anotherGrainStaysAtTheDaysThatWereLookedAt() {
    var dashboard = Shop.dashboard("[[[[[")
    #expect(dashboard.subject.contains("W41 2026 · 5–11 Oct"))
    dashboard.type("m")
    #expect(dashboard.subject.contains("Oct 2026 · 1–31 Oct"))
    dashboard.type("m.")
    #expect(dashboard.subject.contains("Nov 2026 to date · 1–15 Nov"))
    #expect(dashboard.subject.contains("vs last month (1–15 Oct)"))
  }

  @Test func comparisonsTakeTurns() {
    var dashboard = Shop.dashboard("c")
    #expect(dashboard.subject.contains("vs a year earlier"))
    dashboard.type("c")
    #expect(dashboard.subject.contains("vs target"))
    dashboard.type("c")
    #expect(dashboard.subject.contains("vs last week (2–8 Nov)"))
  }

  @Test func theTreeFoldsAndUnfolds() {
    var dashboard = Shop.dashboard("2")
    #expect(dashboard.items.map(\.metric) == ["revenue", "sales", "leads", "visits", "price"])
    dashboard.type("↓←")
    #expect(dashboard.items.map(\.metric) == ["revenue", "sales", "price"])
    dashboard.type("→↓")
    #expect(dashboard.selected?.metric == "leads")
    dashboard.type("←")
    #expect(dashboard.selected?.metric == "sales")
  }

  @Test func theMouseChoosesTabsAndTheWheelMoves() {
    var dashboard = Shop.dashboard()
    let size = Size(columns: 120, rows: 30)
    _ = dashboard.update(.mouse(Mouse(.press, column: 13, row: 1), size), at: 1)
    #expect(dashboard.place.screen == .tree)
    _ = dashboard.update(.mouse(Mouse(.scrollDown, column: 5, row: 9), size), at: 1)
    #expect(dashboard.place.cursor == 1)
  }
}

@Suite struct FunnelSegmentTests {
  @Test func openingASegmentShowsItsFunnel() {
    var dashboard = Shop.dashboard("b⏎↓⏎")
    #expect(dashboard.breadcrumb == "Funnel › search")
    #expect(dashboard.place.lens.segment == Segment(["channel": ["search"]]))
    #expect(dashboard.place.breakdown == nil)
    dashboard.type("⎋")
    #expect(dashboard.place.breakdown == "channel")
    #expect(dashboard.place.cursor == 1)
  }
}
