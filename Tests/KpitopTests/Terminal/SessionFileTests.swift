import Glibc
import Testing

/// The real program while files change under it, and while it is stopped.
@Suite(.serialized) struct SessionFileTests {
  private let workspace: SmallWorkspace

  init() throws { workspace = try SmallWorkspace() }

  @Test func savedFilesChangeTheScreen() throws {
    let terminal = try workspace.open()
    workspace.replace("data/web.csv", by: SmallWorkspace.visits(inLastWeek: 200))
    terminal.expect("1,750", "Updated: data/web.csv")
    workspace.write(SmallWorkspace.visits(inLastWeek: 300), to: "data/web.csv")
    terminal.expect("2,450")
    terminal.send("q")
    terminal.expectEnd(.exited(0))
  }

  @Test func aHalfWrittenFileDamagesNothing() throws {
    let terminal = try workspace.open()
    terminal.press("3", shows: "1,190", "7,000")
    let whole = SmallWorkspace.visits(inLastWeek: 200)
    workspace.write(whole.prefix(whole.count * 3 / 4) + "\n\"2026-04", to: "data/web.csv")
    workspace.replace("data/cost.csv", by: SmallWorkspace.spend(aDay: 3000))
    terminal.expect("1,190", "21,000")
    workspace.write(whole, to: "data/web.csv")
    terminal.expect("1,750", "21,000")
    terminal.send("q")
    terminal.expectEnd(.exited(0))
  }

  @Test func definitionsWithAnErrorKeepTheNumbersAndSaySo() throws {
    let terminal = try workspace.open()
    workspace.write(
      SmallWorkspace.definitions + "metrics: {visits: {from: nowhere.at_all}}\n", to: "kpi.yaml")
    terminal.expect("kpitop check", "1,190", "Bread funnel")
    workspace.replace("kpi.yaml", by: SmallWorkspace.definitions)
    terminal.expect("live", "1,190")
    terminal.expect(gone: "kpitop check")
    terminal.send("q")
    terminal.expectEnd(.exited(0))
  }

  @Test func aStopGivesTheTerminalBackAndContinuingPaintsAnew() throws {
    let terminal = try PseudoTerminal(
      "/bin/sh",
      [
        "-m", "-c", "\"$0\" \"$1\"; echo stopped; read go; fg; echo status $?",
        Products.path("kpitop"), workspace.path,
      ])
    terminal.expect("1,190")
    let text = terminal.screen.text
    terminal.send(Typed.suspend)
    terminal.expect("stopped")
    terminal.expectWhole()
    terminal.send("\n")
    terminal.expect("to look like before:\n\(text)") { $0.screen.text == text }
    #expect(terminal.screen.modes.isSuperset(of: [1049, 1000, 1006, 2004]))
    terminal.press("2", shows: "▾ Won")
    terminal.send("q")
    terminal.expect("status 0")
    terminal.expectEnd(.exited(0))
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGABRT, SIGSEGV])
  func aSignalEndsTheProgramButNotTheTerminal(_ number: Int32) throws {
    let terminal = try workspace.open()
    terminal.signal(number)
    terminal.expectEnd(.killed(number))
  }

  @Test func theInterruptKeyEndsTheProgram() throws {
    let terminal = try workspace.open()
    terminal.send("\u{3}")
    terminal.expectEnd(.killed(SIGINT))
  }
}
