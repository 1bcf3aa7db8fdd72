import Glibc
import Testing

/// The ways in which a program may leave, each of which has to give the terminal back.
@Suite(.serialized) struct LeavingTests {
  private func probe(_ environment: [String: String] = [:]) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      Products.path("TerminalProbe"), columns: 100, rows: 30,
      environment: environment.merging(["PROBE_LOG": "/dev/null"]) { $1 })
    terminal.expect("ready", "青空クラウド")
    #expect(!terminal.settings.isEchoing)
    #expect(terminal.screen.modes.isSuperset(of: [1049, 1000, 1006, 2004]))
    #expect(!terminal.screen.modes.contains(25))
    return terminal
  }

  @Test func quittingGivesTheTerminalBack() throws {
    let terminal = try probe()
    terminal.send("q")
    terminal.expectEnd(.exited(0))
    #expect(terminal.screen.text.allSatisfy { $0 == "\n" })
  }

  @Test func exitingFromAnywhereGivesTheTerminalBack() throws {
    let terminal = try probe()
    terminal.send("X")
    terminal.expectEnd(.exited(3))
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
  func aSignalEndsTheProgramButNotTheTerminal(_ number: Int32) throws {
    let terminal = try probe()
    terminal.signal(number)
    terminal.expectEnd(.killed(number))
    #expect(!terminal.screen.text.contains("crashed"))
  }

  @Test(arguments: [
    ("S", [SIGSEGV]), ("A", [SIGABRT]), ("T", [SIGILL, SIGTRAP]), ("O", [SIGSEGV]),
  ])
  func aCrashLeavesAWholePrompt(_ key: String, by signals: [Int32]) throws {
    let terminal = try probe()
    terminal.send(key)
    let ending = try #require(terminal.end())
    #expect(signals.map { .killed($0) }.contains(ending))
    terminal.expectWhole()
    terminal.expect("probe: crashed")
  }

  @Test(arguments: ["vt100", "linux", "tmux-256color", "foot-that-nobody-knows"])
  func otherTerminalsAreGivenBackToo(_ name: String) throws {
    let terminal = try PseudoTerminal(
      Products.path("TerminalProbe"), columns: 80, rows: 24,
      environment: ["TERM": name, "PROBE_LOG": "/dev/null"])
    terminal.expect("ready")
    terminal.signal(SIGTERM)
    terminal.expectEnd(.killed(SIGTERM))
  }

  @Test func aClosedWindowEndsTheProgram() throws {
    let terminal = try probe()
    terminal.hangUp()
    #expect([.killed(SIGHUP), .exited(0)].contains(terminal.end()))
  }

  @Test func aClosedWindowEndsTheProgramThatIgnoresHangups() throws {
    let terminal = try PseudoTerminal(
      "/bin/sh", ["-c", "trap '' HUP; exec \"$0\"", Products.path("TerminalProbe")])
    terminal.expect("ready")
    terminal.hangUp()
    #expect(terminal.end() == .exited(0))
  }

  @Test func stoppingGivesTheTerminalBackAndContinuingTakesItAgain() throws {
    let terminal = try PseudoTerminal(
      "/bin/sh",
      [
        "-m", "-c", "\"$0\"; echo stopped; read go; fg; echo status $?",
        Products.path("TerminalProbe"),
      ],
      columns: 100, rows: 30)
    terminal.expect("ready")
    terminal.send(Typed.suspend)
    terminal.expect("stopped")
    terminal.expectWhole()
    terminal.send("\n")
    terminal.expect("ready resumed", "青空クラウド")
    #expect(terminal.screen.modes.isSuperset(of: [1049, 1000, 1006, 2004]))
    #expect(!terminal.screen.modes.contains(25))
    #expect(!terminal.settings.isEchoing)
    terminal.send("x")
    terminal.expect("resumed x")
    terminal.send("q")
    terminal.expect("status 0")
    terminal.expectEnd(.exited(0))
  }

  @Test func aStopThatCannotBeSeenIsFollowedByAWholeScreen() throws {
    let terminal = try probe()
    terminal.signal(SIGSTOP)
    terminal.signal(SIGCONT)
    terminal.expect("ready resumed")
    terminal.send("q")
    terminal.expectEnd(.exited(0))
  }
}
