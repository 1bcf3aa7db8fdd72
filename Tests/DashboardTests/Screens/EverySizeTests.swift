import Drawing
import Metrics
import Testing

@testable import Dashboard

@Suite struct EverySizeTests {
  /// Every view at every size: rows are as wide as the screen, and nothing of it traps.
  @Test(arguments: ["", "2", "3", "⏎", "⏎⏎", "b⏎", "?", "f", ":"])
  func everyViewFitsEverySize(keys: String) {
    for language in Language.allCases {
      let dashboard = Shop.dashboard(keys, language: language)
      for columns in [1, 39, 40, 44, 59, 60, 79, 80, 109, 120, 131, 150, 190, 200, 300] {
        for rows in [1, 9, 10, 11, 15, 16, 24, 36, 44, 55, 80] {
          let canvas = dashboard.view(Size(columns: columns, rows: rows))
          #expect(canvas.lines.count == rows)
          let tooWide = canvas.lines.first { canvas.width.columns(of: $0) > columns }
          #expect(tooWide == nil)
        }
      }
    }
  }

  @Test func aScreenTooSmallSaysWhatIsNeeded() {
    #expect(Shop.dashboard().picture(39, 10).joined().contains("kpitop needs 40×10"))
  }

  @Test(arguments: ["", "2", "3", "⏎"])
  func withoutUnicodeEveryViewIsASCII(keys: String) {
    let size = Size(columns: 120, rows: 36)
    let canvas = Shop.dashboard(keys).view(size, glyphs: .ascii)
    let foreign = canvas.lines.joined().unicodeScalars.filter { !$0.isASCII }
    #expect(foreign.isEmpty)
  }

  @Test func anEmptyWorkspaceShowsWhatIsMissing() {
    var dashboard = Dashboard(
      Snapshot(generation: 1),
      settings: Dashboard.Settings(today: { _ in Shop.asOf }))
    for (keys, words) in [("1", "No funnel"), ("2", "No tree"), ("3", "No metric")] {
      dashboard.type(keys)
      #expect(dashboard.picture(120, 30).joined().contains(words))
      dashboard.type("⏎↓bfF[].c")
    }
  }
}
