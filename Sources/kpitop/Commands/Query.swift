import ArgumentParser
import Glibc
import Metrics
import Reporting

/// `kpitop query`: numbers for people and scripts.
struct QueryCommand: ParsableCommand {
  /// How the result is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, csv
  }

  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Print numbers.",
    discussion: """
      One row per metric, period and segment. JSON and CSV have the same columns and unrounded \
      numbers; what is not available is null (an empty cell), with a reason. In JSON the segment is \
      an object of the dimensions that --filter and --by name, {} without them; several values of a \
      dimension are a list. In CSV each of these dimensions is a column, segment_channel, with \
      several values joined by commas. A partial period ends at the as-of date, and is compared \
      with the same days of earlier ones.

      --compare, --lang, --theme, --ascii and --color are for text, where --compare says what the \
      changes are measured against. JSON and CSV never change: they always have the period before, \
      the year before and the target.

      Example:
        kpitop query leads cvr --last 6 --by channel --format csv
      """)

  @Argument(
    help: ArgumentHelp(
      "Metrics by name, or all. The last may be the workspace.", valueName: "metric"))
  var metrics: [String]

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var periods: PeriodOptions
  @OptionGroup var range: QueryRangeOptions
  @OptionGroup var comparison: ComparisonOptions
  @OptionGroup var segments: SegmentOptions
  @OptionGroup var look: LookOptions

  @Option(help: ArgumentHelp("How the result is written.", valueName: "format"))
  var format: Format = .text

  func validate() throws {
    try range.validate(with: periods)
    if range.sixTwelve, comparison.compare != nil {
      throw ValidationError("--six-twelve and --compare cannot be given together.")
    }
  }

  func run() throws {
    let chosen = try LookChoice(look, output: STDOUT_FILENO)
    chosen.reportIssues()
    let (names, reading) = try QuerySubject(metrics, options).read()
    let place = try periods.place(in: reading)
    let query = Query(
      metrics: names, grain: place.grain,
      periods: try range.choice(endingOn: place.day, asOf: reading.asOf),
      filter: try segments.filters.segment(in: reading),
      dimension: try segments.dimension(in: reading))
    try StandardStreams.print(answer(query, reading, chosen.pen))
    try reading.reportErrors()
  }

  private func answer(_ query: Query, _ reading: WorkspaceReading, _ pen: Pen) -> String {
    if range.sixTwelve {
      let report = SixTwelveReport(query, of: reading.snapshot, asOf: reading.asOf)
      switch format {
      case .text: return report.text(with: pen)
      case .json: return report.json
      case .csv: return report.csv
      }
    }
    let report = QueryReport(query, of: reading.snapshot, asOf: reading.asOf)
    switch format {
    case .text: return report.text(comparedWith: comparison.kind, with: pen)
    case .json: return report.json
    case .csv: return report.csv
    }
  }
}
