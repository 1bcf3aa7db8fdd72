import ArgumentParser
import Metrics
import Testing

@testable import kpitop

/// A workspace with a channel dimension of three values, as of 15 November 2026.
private let reading: WorkspaceReading = {
  let place = SourcePlace(file: "kpi.yaml")
  let definitions = Definitions(
    sources: [
      SourceDefinition(
        name: "web", files: FilePattern([], place: place), date: nil, layout: .wide(measures: []),
        dimensions: [Dimension(name: "channel", origin: .constant("Email"))], place: place)
    ],
    metrics: [
      MetricDefinition(
        name: "leads", origin: .measured(Quantity(source: "web", measure: "leads")))
    ])
  let rollup = SourceRollup(
    dimensions: ["channel"], values: [["Email", "Paid Search", "Fax, letter"]],
    lastDay: Day(number: 20_772))
  return WorkspaceReading(
    Snapshot(definitions: definitions, sources: ["web": rollup]), asOf: nil)
}()

private func period(_ arguments: String...) throws -> (grain: Grain?, day: Day?) {
  try PeriodOptions.parse(arguments).place(in: reading)
}

private func segment(_ filters: String...) throws -> Segment {
  try FilterOptions.parse(filters.flatMap { ["--filter", $0] }).segment(in: reading)
}

@Test func theLatestDayOfTheDataIsTheAsOfDate() {
  #expect(reading.asOf == Day(iso: "2026-11-15"))
}

@Test func aLabelNamesItsOwnGrain() throws {
  #expect(try period("--period", "2026-W46") == (.week, Day(iso: "2026-11-09")))
  #expect(try period("--period", "2026-Q4") == (.quarter, Day(iso: "2026-10-01")))
}

@Test func aDateIsLookedForAtTheGrainThatIsAskedFor() throws {
  let day = Day(iso: "2026-11-11")
  #expect(try period("--period", "2026-11-11") == (nil, day))
  #expect(try period("--period", "2026-11-11", "--grain", "month") == (.month, day))
}

@Test func aLabelOfAnotherGrainIsWrongUsage() {
  #expect(
    throws: CommandFailure.usage(
      "“2026-11” is a month, and --grain says week",
      help: "leave out --grain, or name a date in the week")
  ) { _ = try period("--period", "2026-11", "--grain", "week") }
}

@Test func aMistypedLabelGetsTheNearestOne() {
  #expect(
    throws: CommandFailure.usage("there is no period “2026-V46”", help: "did you mean “2026-W46”?")
  ) { _ = try period("--period", "2026-V46") }
}

@Test func filtersOfOneDimensionJoin() throws {
  let both = Segment(["channel": ["Email", "Paid Search"]])
  #expect(try segment("channel=Email,Paid Search") == both)
  #expect(try segment("channel=Email", "channel=Paid Search") == both)
}

@Test func aValueMayHaveACommaInIt() throws {
  #expect(try segment("channel=Fax, letter") == Segment(["channel": ["Fax, letter"]]))
}

@Test func mistypedNamesGetTheNearestOne() throws {
  #expect(
    throws: CommandFailure.usage("there is no dimension “chanel”", help: "did you mean “channel”?")
  ) { _ = try segment("chanel=Email") }
  #expect(
    throws: CommandFailure.usage("there is no channel “email”", help: "did you mean “Email”?")
  ) { _ = try segment("channel=email") }
}

@Test func anUnknownNameIsTheDefinitionsFaultWhereTheyHaveErrors() {
  let issue = Issue(
    .error, code: "unknown-key", at: SourcePlace(file: "kpi.yaml", line: 2), message: "no such key")
  let broken = WorkspaceReading(Snapshot(issues: [issue]), asOf: nil)
  #expect(broken.unknown("metric", "leads", among: []) == .errors([issue]))
  #expect(broken.unknown("metric", "leads", among: []).status == 1)
  #expect(reading.unknown("metric", "leeds", among: ["leads"]).status == 2)
}

@Test func anErrorOfTheDataIsReportedAfterTheResult() {
  let issue = Issue(
    .error, code: "not-a-number", at: SourcePlace(file: "a.csv", line: 2, column: 3),
    message: "“x” is not a number", help: "correct it")
  let warning = Issue(.warning, code: "x", at: SourcePlace(file: "a.csv"), message: "odd")
  let reading = WorkspaceReading(Snapshot(issues: [warning, issue]), asOf: nil)
  #expect(throws: CommandFailure.errors([issue])) { try reading.reportErrors() }
  #expect(
    CommandFailure.errors([issue]).text
      == "a.csv:2:3: error: “x” is not a number\n  help: correct it\n")
}
