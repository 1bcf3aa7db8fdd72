import ArgumentParser
import Drawing
import Metrics
import Reporting
import Testing

@testable import kpitop

/// What scripts pass to whatever command they call.
private let shared = [
  "-w", "shop", "--as-of", "today", "-v", "--lang", "ja", "--theme", "light", "--ascii",
  "--color", "never", "--no-cache",
]

@Test func everyCommandTakesTheSharedOptions() throws {
  let check = try CheckCommand.parse(shared)
  let query = try QueryCommand.parse(["leads", "--compare", "target"] + shared)
  let show = try ShowCommand.parse(["tree", "--compare", "year"] + shared)
  let open = try OpenCommand.parse(["--compare", "year"] + shared)
  for options in [check.options, query.options, show.options, open.options] {
    #expect(options.workspace == "shop" && options.asOf == .today && options.verbose)
    #expect(options.cache == nil)
  }
  for look in [check.look, query.look, show.look, open.look] {
    #expect(look.lang == .japanese && look.theme == "light" && look.ascii && look.color == .never)
  }
  #expect(query.comparison.kind == .target)
  #expect(show.lens.comparison.kind == .year && open.lens.comparison.kind == .year)
}

@Test func changesAreMeasuredAgainstThePreviousPeriodUnlessToldOtherwise() throws {
  #expect(try QueryCommand.parse(["leads"]).comparison.kind == .previous)
}

@Test func everyCommandTellsOfTheSharedOptions() {
  // `read` prints a file as it is, and knows of no workspace.
  for command in Kpitop.configuration.subcommands where command != ReadCommand.self {
    let help = command.helpMessage()
    for option in ["--verbose", "--lang", "--theme", "--ascii", "--color"] {
      #expect(help.contains(option))
    }
  }
  #expect(QueryCommand.helpMessage().contains("--compare"))
}

@Test func coloursAreForTerminalsUnlessToldOtherwise() {
  func depth(
    _ choice: LookOptions.ColorChoice, isTerminal: Bool = true, _ variables: [String: String] = [:]
  ) -> ColorDepth {
    LookChoice.depth(choice, isTerminal: isTerminal, variable: { variables[$0] })
  }
  #expect(depth(.auto) == .twoHundredFiftySix)
  #expect(depth(.auto, ["COLORTERM": "truecolor"]) == .trueColor)
  #expect(depth(.auto, isTerminal: false) == ColorDepth.none)
  #expect(depth(.auto, ["NO_COLOR": "1"]) == ColorDepth.none)
  #expect(depth(.auto, ["NO_COLOR": ""]) == .twoHundredFiftySix)
  #expect(depth(.auto, ["TERM": "dumb"]) == ColorDepth.none)
  #expect(depth(.always, isTerminal: false, ["NO_COLOR": "1"]) == .twoHundredFiftySix)
  #expect(depth(.never) == ColorDepth.none)
}

/// A check that found one error, written as the options say.
private func checked(_ arguments: String...) throws -> String {
  let choice = try LookChoice(LookOptions.parse(arguments), output: -1)
  let issue = Issue(
    .error, code: "x", at: SourcePlace(file: "a–b.csv", line: 2), message: "“x” is wrong")
  return CheckReport(Snapshot(issues: [issue]), asOf: Day(number: 20_772)).text(with: choice.pen)
}

@Test func aReportHasTheInksOfTheTheme() throws {
  let choice = try LookChoice(
    LookOptions.parse(["--color", "always", "--theme", "light"]), output: -1)
  let bad = Theme.light.appearance(of: Style(.bad), depth: choice.depth).escape
  let text = try checked("--lang", "en", "--color", "always", "--theme", "light")
  #expect(text.hasPrefix("a–b.csv:2: \(bad)error\u{1B}[0m: “x” is wrong\n"))
}

@Test func aReportThatGoesToNoTerminalHasNoColours() throws {
  #expect(try !checked("--lang", "en").contains("\u{1B}"))
}

@Test func aReportHasTheLanguageAndTheSignsThatAreAskedFor() throws {
  #expect(try checked("--lang", "ja").hasPrefix("a–b.csv:2: エラー: “x” is wrong\n"))
  #expect(try checked("--lang", "en", "--ascii").hasPrefix("a–b.csv:2: error: \"x\" is wrong\n"))
}

@Test func everyToneOfAReportHasARoleOfItsOwn() {
  #expect(Set(Tone.allCases.map(\.role)).count == Tone.allCases.count)
}
