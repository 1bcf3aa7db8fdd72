import Testing

/// What the real program prints below a prompt.
@Suite(.serialized) struct PrintingTests {
  private let workspace: SmallWorkspace

  init() throws { workspace = try SmallWorkspace() }

  private func run(
    _ arguments: String..., environment: [String: String] = [:], ending: Int32 = 0
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      Products.path("kpitop"), arguments + ["-w", workspace.path], environment: environment)
    terminal.expectEnd(.exited(ending))
    return terminal
  }

  @Test func aQueryIsColouredOnATerminalUnlessItMustNotBe() throws {
    let plain = try run("query", "visits", environment: ["NO_COLOR": "1"])
    let colored = try run("query", "visits")
    #expect(colored.screen.text == plain.screen.text)
    #expect(colored.screen.text.contains("+13.3%"))
    #expect(colored.screen.hasSeenColor && !plain.screen.hasSeenColor)
    #expect(try !run("query", "visits", "--color", "never").screen.hasSeenColor)
    #expect(try !run("query", "visits", "--format", "csv").screen.hasSeenColor)
  }

  @Test func checkAndQuerySpeakTheLanguageOfTheLocale() throws {
    let japanese = ["LANG": "ja_JP.UTF-8"]
    #expect(try run("query", "visits", environment: japanese).screen.text.contains("増減率"))
    #expect(try run("check", environment: japanese).screen.text.contains("エラー0件"))
    let json = try run("check", "--format", "json", environment: japanese)
    #expect(try json.screen.text == run("check", "--format", "json").screen.text)
  }

  @Test(arguments: [["query", "visits"], ["check"], ["show", "tree", "--size", "100x20"]])
  func whatWasReadIsSaidOnceWhereThatIsAsked(_ command: [String]) throws {
    let terminal = try PseudoTerminal(
      Products.path("kpitop"), command + ["-v", "-w", workspace.path], rows: 80)
    terminal.expectEnd(.exited(0))
    let said = terminal.screen.text.split(separator: "\n").filter { $0.hasPrefix("kpitop: ") }
    try #require(said.count == 2)
    #expect(said[0].hasPrefix("kpitop: read 2 files, 168 rows, 0 rejected, in "))
    #expect(
      said[1] == "kpitop: as of 2026-04-26, the last day with data, as the workspace has it")
  }

  @Test func theDashboardSaysWhatWasReadWhenItIsLeft() throws {
    let terminal = try PseudoTerminal(
      Products.path("kpitop"), ["open", workspace.path, "--verbose"])
    terminal.expect("1,190")
    terminal.send("q")
    terminal.expectEnd(.exited(0))
    #expect(terminal.screen.text.hasPrefix("kpitop: read 2 files, 168 rows, 0 rejected, in "))
  }
}
