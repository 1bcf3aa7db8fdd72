import Drawing
import Metrics
import Testing

@testable import Dashboard

@Suite struct KeysTests {
  @Test func noKeyMeansTwoThingsInOneView() {
    for screen in Screen.tabs + [.detail(metric: "leads")] {
      let keys = KeyTable.bindings.filter { $0.works(screen) }.flatMap(\.keys)
      #expect(keys.count == Set(keys).count)
    }
  }

  @Test func everyKeyIsExplainedInBothLanguages() {
    for binding in KeyTable.bindings {
      #expect(!binding.meaning.english.isEmpty)
      #expect(!binding.meaning.japanese.isEmpty)
    }
  }

  @Test func theFooterNamesOnlyWhatWorksHere() {
    let funnel = Shop.dashboard().picture(200, 30)[29]
    #expect(funnel.contains("v scale"))
    #expect(!funnel.contains("Esc back"))
    let detail = Shop.dashboard("⏎").picture(200, 30)[29]
    #expect(detail.contains("Esc back"))
    #expect(!detail.contains("v scale"))
  }

  @Test(arguments: [40, 60, 80, 120])
  func helpAndQuitAreInTheFooterAtEveryWidth(columns: Int) {
    let footer = Shop.dashboard().picture(columns, 24)[23]
    #expect(footer.contains("? help"))
    #expect(footer.contains("q quit"))
  }

  @Test func quittingReloadingAndSuspendingAreAskedOfTheLoop() {
    var dashboard = Shop.dashboard()
    #expect(dashboard.type("r") == [.reload])
    #expect(dashboard.type("q") == [.quit])
    #expect(dashboard.update(.key(.control("z")), at: 1) == [.suspend])
  }

  @Test func theHelpListsTheKeysOfTheViewAndGoesAwayWithAnyKey() {
    var dashboard = Shop.dashboard("?")
    let help = dashboard.picture(120, 30).joined(separator: "\n")
    #expect(help.contains("break down by a dimension"))
    #expect(help.contains("compare with the period before"))
    dashboard.type("⎋")
    #expect(dashboard.picture(120, 30).joined().contains("Shop funnel"))
  }
}
