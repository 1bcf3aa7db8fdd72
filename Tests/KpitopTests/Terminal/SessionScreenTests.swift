import Testing

/// The real program on screens of other sizes, kinds and languages.
@Suite(.serialized) struct SessionScreenTests {
  private let workspace: SmallWorkspace

  init() throws { workspace = try SmallWorkspace() }

  private static let sizes = [(80, 24), (40, 12), (30, 8), (200, 50), (120, 36)]

  @Test func aResizedScreenIsDrawnLikeAFreshOne() throws {
    let terminal = try workspace.open()
    for (columns, rows) in Self.sizes {
      let text = columns < 40 ? "kpitop needs 40×10" : "1,190"
      let fresh = try workspace.open(columns: columns, rows: rows, shows: text)
      terminal.resize(columns: columns, rows: rows)
      terminal.expect("to look like this:\n\(fresh.screen.text)") {
        $0.screen.text == fresh.screen.text
      }
    }
    terminal.send("q")
    terminal.expectEnd(.exited(0))
  }

  @Test func manyResizesEndInARightScreen() throws {
    let terminal = try workspace.open()
    let text = terminal.screen.text
    for step in 0..<40 { terminal.resize(columns: 60 + step, rows: 12 + step / 2) }
    terminal.resize(columns: 120, rows: 36)
    terminal.expect("to look like this:\n\(text)") { $0.screen.text == text }
    terminal.send("q")
    terminal.expectEnd(.exited(0))
  }

  @Test(arguments: [
    ["TERM": "xterm-256color", "LANG": "C"], ["TERM": "tmux-256color"], ["TERM": "vt100"],
    ["TERM": "linux"], ["TERM": "linux", "LANG": "C"], ["NO_COLOR": "1"],
    ["COLORTERM": "truecolor"], ["TERM": "nobody-knows-it"],
  ])
  func everyTerminalShowsTheSame(_ environment: [String: String]) throws {
    let usual = try workspace.open()
    let terminal = try workspace.open(environment: environment)
    // Not every terminal holds a frame back until it is whole.
    terminal.expect("to look like this:\n\(usual.screen.text)") {
      $0.screen.text == usual.screen.text
    }
    let isColorless = environment["TERM"] == "vt100" || environment["NO_COLOR"] != nil
    #expect(terminal.screen.hasSeenColor == !isColorless)
    terminal.press("2", shows: "▾ Won", "KSF")
    terminal.send("q")
    terminal.expectEnd(.exited(0))
  }

  @Test func aJapaneseLocaleGivesAJapaneseScreen() throws {
    let terminal = try workspace.open(environment: ["LANG": "ja_JP.UTF-8"])
    terminal.expect("青いパン屋", "パンのファネル", "ボトルネックは「訪問 → リード」")
    terminal.send("q")
    terminal.expectEnd(.exited(0))
  }

  @Test func withoutAUsableTerminalTheFunnelIsPrinted() throws {
    let kpitop = try Products.path("kpitop")
    let dumb = try PseudoTerminal(kpitop, ["open", workspace.path], environment: ["TERM": "dumb"])
    dumb.expect("1,190", "Bread funnel")
    dumb.expectEnd(.exited(0))
    let piped = try PseudoTerminal(
      "/bin/sh", ["-c", "\"$0\" \"$1\" | sed 's/^/read: /'", kpitop, workspace.path], columns: 140)
    piped.expect("read:  Bread funnel", "1,190")
    piped.expectEnd(.exited(0))
    let fed = try PseudoTerminal(
      "/bin/sh", ["-c", "exec \"$0\" \"$1\" </dev/null", kpitop, workspace.path])
    fed.expect("1,190", "Bread funnel")
    fed.expectEnd(.exited(0))
  }
}
