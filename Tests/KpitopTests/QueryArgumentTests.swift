import ArgumentParser
import Metrics
import Reporting
import Testing

@testable import kpitop

private let asOf = Day(number: 20_772)

/// What is wrong with arguments; nil where they can be parsed.
private func complaint(_ arguments: String...) -> String? {
  do {
    _ = try QueryCommand.parse(["leads"] + arguments)
    return nil
  } catch {
    return QueryCommand.exitCode(for: error) == .validationFailure
      ? QueryCommand.message(for: error) : "not a wrong usage"
  }
}

@Test func aQueryParsesItsOptions() throws {
  let command = try QueryCommand.parse([
    "leads", "cvr", "-w", "shop", "--as-of", "2026-11-15", "--grain", "month", "--last", "6",
    "--filter", "channel=Email,Paid Search", "--by", "device", "--format", "csv",
  ])
  #expect(command.metrics == ["leads", "cvr"])
  #expect(command.options.workspace == "shop")
  #expect(command.options.asOf == .day(asOf))
  #expect(command.periods.grain == .month)
  #expect(command.range.last == 6)
  #expect(command.segments.filters.filters.map(\.dimension) == ["channel"])
  #expect(command.segments.by == "device")
  #expect(command.format == .csv)
}

@Test func aQueryTakesTheLastPeriodUnlessItIsToldOtherwise() throws {
  let plain = try QueryCommand.parse(["leads"])
  #expect(try plain.range.choice(endingOn: nil, asOf: asOf) == .last(1))
  let ranged = try QueryCommand.parse(["leads", "--from", "2026-11-01"])
  #expect(
    try ranged.range.choice(endingOn: nil, asOf: asOf)
      == .touching(DayRange(asOf - 14, through: asOf)))
  let ended = try QueryCommand.parse(["leads", "--last", "3", "--period", "2026-W40"])
  #expect(try ended.range.choice(endingOn: asOf - 40, asOf: asOf) == .last(3, endingOn: asOf - 40))
  let toDate = try QueryCommand.parse(["leads", "--to-date"])
  #expect(try toDate.range.choice(endingOn: nil, asOf: asOf) == .toDate)
}

@Test(arguments: [
  ["--from", "--last"], ["--from", "--period"], ["--to-date", "--grain"],
  ["--to-date", "--six-twelve"], ["--six-twelve", "--last"], ["--to-date", "--from"],
])
func optionsThatMakeNoSenseTogetherAreWrongUsage(pair: [String]) {
  let values = [
    "--from": ["2026-01-01"], "--last": ["2"], "--period": ["2026"], "--grain": ["week"],
  ]
  let arguments = pair.flatMap { [$0] + (values[$0] ?? []) }
  let message =
    switch QueryCommand.result(["leads"] + arguments) {
    case .success: "it was accepted"
    case .failure(let error): QueryCommand.message(for: error)
    }
  #expect(message == "\(pair[0]) and \(pair[1]) cannot be given together.")
}

extension ParsableCommand {
  /// The arguments parsed, or why they cannot be.
  fileprivate static func result(_ arguments: [String]) -> Result<Self, any Error> {
    Result { try parse(arguments) }
  }
}

@Test func rangesThatHoldNothingAreWrongUsage() {
  #expect(complaint("--to", "2026-01-01") == "--to needs --from.")
  #expect(complaint("--from", "2026-02-01", "--to", "2026-01-01") == "--to is before --from.")
  #expect(complaint("--last", "0") == "--last takes a number from 1 to 5000.")
}

@Test(arguments: [
  ["--grain", "fortnight"], ["--as-of", "yesterday"], ["--from", "2026-02-30"],
  ["--filter", "channel"], ["--filter", "=Email"], ["--format", "xml"],
])
func aValueThatItsOptionDoesNotKnowIsWrongUsage(arguments: [String]) {
  #expect(throws: (any Error).self) { _ = try QueryCommand.parse(["leads"] + arguments) }
}

@Test func noCommandTakesAnOptionThatItDoesNotHonour() {
  for option in ["--grain", "--period", "--filter", "--by", "--compare"] {
    #expect(throws: (any Error).self) { _ = try CheckCommand.parse([option, "year"]) }
  }
  #expect(
    complaint("--six-twelve", "--compare", "year")
      == "--six-twelve and --compare cannot be given together.")
}

@Test func aQueryWithoutAMetricIsWrongUsage() {
  #expect(throws: (any Error).self) { _ = try QueryCommand.parse([]) }
}
