import ArgumentParser
import Metrics
import Reporting

/// Which periods a query has rows for.
struct QueryRangeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Every period that holds a day from this date on, to --to or the as-of date.",
      valueName: "date"))
  var from: Day?

  @Option(help: ArgumentHelp("The last date of --from.", valueName: "date"))
  var to: Day?

  @Option(
    help: ArgumentHelp(
      "So many periods, the last of which is --period or holds the as-of date.",
      valueName: "count"))
  var last: Int?

  @Flag(help: "The week, month, quarter and year to date.")
  var toDate = false

  @Flag(help: "Six weeks and twelve months with the year before, and the box of nine figures.")
  var sixTwelve = false

  /// Says which of the options cannot be given together.
  func validate(with periods: PeriodOptions) throws {
    if let last, !(1...5000).contains(last) {
      throw ValidationError("--last takes a number from 1 to 5000.")
    }
    if to != nil, from == nil { throw ValidationError("--to needs --from.") }
    if let from, let to, to < from { throw ValidationError("--to is before --from.") }
    let given: [(name: String, isGiven: Bool)] = [
      ("--to-date", toDate), ("--six-twelve", sixTwelve), ("--from", from != nil),
      ("--last", last != nil), ("--period", periods.period != nil),
      ("--grain", periods.grain != nil),
    ]
    let names = given.filter(\.isGiven).map(\.name)
    let together: Set<Set<String>> = [
      ["--last", "--period"], ["--last", "--grain"], ["--period", "--grain"],
      ["--from", "--grain"],
    ]
    for (index, name) in names.enumerated() {
      for other in names.dropFirst(index + 1) where !together.contains([name, other]) {
        throw ValidationError("\(name) and \(other) cannot be given together.")
      }
    }
  }

  /// The periods; those of `--last` end with the one that holds the day.
  func choice(endingOn day: Day?, asOf: Day) throws(CommandFailure) -> PeriodChoice {
    if toDate { return .toDate }
    guard let from else { return .last(last ?? 1, endingOn: day) }
    let range = DayRange(from, through: to ?? asOf)
    guard !range.isEmpty else {
      throw .usage("--from \(from) is after the as-of date \(asOf)", help: "give --to too")
    }
    guard range.count <= 36_525 else {
      throw .usage("--from \(from) to \(range.last) is longer than 100 years")
    }
    return .touching(range)
  }
}
