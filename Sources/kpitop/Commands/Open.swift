import ArgumentParser
import Dashboard
import Drawing
import Glibc
import Metrics
import Terminal

/// `kpitop open`, and `kpitop` alone: the dashboard.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Open the dashboard.",
    discussion: """
      Press ? in it for the keys. Where the output is no terminal, the funnel is printed \
      instead. With --verbose, what was read is said when the dashboard is left.

      Example:
        kpitop open sample-data --grain month --lang ja
      """)

  @Argument(help: "A folder with a kpi.yaml, or that file.")
  var workspace: String?

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var lens: LensOptions
  @OptionGroup var look: LookOptions

  func run() throws {
    let isPlain = getenv("TERM").map { String(cString: $0) == "dumb" } ?? true
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1, !isPlain else {
      try printed().run()
      return
    }
    Terminal.claimSignals()
    let location = try options.location(workspace)
    let chosen = try LookChoice(look, output: STDOUT_FILENO)
    chosen.reportIssues()
    // Names in the options mean something only where the definitions are known.
    let needsReading =
      lens.periods.period != nil || !lens.segments.filters.filters.isEmpty
      || lens.segments.by != nil
    let place =
      needsReading
      ? try ViewArgument("funnel").place(
        lens: lens, in: WorkspaceReading(location, asOf: options.asOf, cache: options.cache))
      : Place(
        .funnel,
        lens: Lens(grain: lens.periods.grain ?? .week, comparison: lens.comparison.kind))
    var session = DashboardSession(
      location, place: place, asOf: options.asOf, look: chosen, color: look.color,
      cache: options.cache)
    try session.run()
    options.tell(session.reading)
  }

  /// The same as `kpitop show funnel`.
  private func printed() throws -> ShowCommand {
    var show = try ShowCommand.parse(["funnel"])
    show.workspace = workspace
    show.options = options
    show.lens = lens
    show.look = look
    return show
  }
}
