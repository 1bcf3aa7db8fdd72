import ArgumentParser
import Metrics

/// Which period.
struct PeriodOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How long a period is.", valueName: "grain"))
  var grain: Grain?

  @Option(
    help: ArgumentHelp(
      "2026-W46, 2026-11, 2026-Q4, FY2026-Q3, 2026, or a date in the period; by default the one "
        + "that holds the as-of date.", valueName: "label"))
  var period: String?

  /// The day that the period holds, and the grain where the options name one.
  func place(in reading: WorkspaceReading) throws(CommandFailure) -> (grain: Grain?, day: Day?) {
    guard let period else { return (grain, nil) }
    let calendar = reading.snapshot.definitions.workspace.calendar
    guard let named = calendar.period(labelled: period) else {
      throw .unknown(
        "period", period, among: PeriodOptions.labels(calendar, asOf: reading.asOf),
        help: "write it as 2026-W46, 2026-11, 2026-Q4, 2026, or a date in it")
    }
    if Day(iso: period) != nil { return (grain, named.range.start) }
    if let grain, grain != named.grain {
      throw .usage(
        "“\(period)” is a \(named.grain.rawValue), and --grain says \(grain.rawValue)",
        help: "leave out --grain, or name a date in the \(grain.rawValue)")
    }
    return (named.grain, named.range.start)
  }

  /// The labels of about two years, among which a mistyped one is looked for.
  private static func labels(_ calendar: BusinessCalendar, asOf: Day) -> [String] {
    let counts: [Grain: Int] = [.week: 105, .month: 25, .quarter: 9, .year: 5, .sprint: 52]
    return counts.flatMap { grain, count in
      calendar.periods(endingWith: calendar.period(grain, containing: asOf), count: count)
        .map(calendar.label)
    }
  }
}
