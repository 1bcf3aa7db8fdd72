import ArgumentParser
import Dashboard
import Drawing
import Glibc
import Metrics

/// `kpitop show`: one view as text.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print one view as text, and exit.",
    discussion: """
      VIEW is funnel, funnel:NAME, tree, monitor, or metric:NAME. What is printed is what the \
      dashboard would draw at that size.

      Example:
        kpitop show funnel sample-data --grain month --compare year
      """)

  @Argument(help: "funnel, funnel:NAME, tree, monitor, or metric:NAME.")
  var view: String

  @Argument(help: "A folder with a kpi.yaml, or that file.")
  var workspace: String?

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var lens: LensOptions
  @OptionGroup var look: LookOptions

  @Option(
    help: ArgumentHelp(
      "The size of the screen; by default the terminal's, else 120x36.",
      valueName: "columnsxrows"))
  var size: ScreenSize?

  func run() throws {
    let reading = try options.read(workspace)
    options.tell(reading)
    let place = try ViewArgument(view).place(lens: lens, in: reading)
    let chosen = try LookChoice(look, output: STDOUT_FILENO)
    chosen.reportIssues()
    let dashboard = Dashboard(
      reading.snapshot,
      settings: Dashboard.Settings(
        language: chosen.language, asOf: .day(reading.asOf), today: { _ in reading.asOf },
        start: place))
    let canvas = dashboard.view(
      size?.size ?? ScreenSize.ofTerminal ?? Size(columns: 120, rows: 36),
      glyphs: chosen.glyphs ?? chosen.theme.glyphs ?? .unicode)
    let text =
      chosen.depth == .none
      ? canvas.lines.map { $0 + "\n" }.joined()
      : canvas.ansi(theme: chosen.theme, depth: chosen.depth)
    try StandardStreams.print(text.hasSuffix("\n") ? text : text + "\n")
    try reading.reportErrors()
  }
}

/// A size as it is typed, `120x40`.
struct ScreenSize: ExpressibleByArgument {
  let size: Size

  init?(argument: String) {
    let parts = argument.lowercased().split(separator: "x").map { Int($0) }
    guard parts.count == 2, let columns = parts[0], let rows = parts[1],
      (1...1000).contains(columns), (1...1000).contains(rows)
    else { return nil }
    size = Size(columns: columns, rows: rows)
  }

  /// The size of the terminal that the output goes to; nil where it goes elsewhere.
  static var ofTerminal: Size? {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0,
      window.ws_row > 1
    else { return nil }
    // One row is left for the prompt.
    return Size(columns: Int(window.ws_col), rows: Int(window.ws_row) - 1)
  }
}

/// A view by the name that commands give it.
struct ViewArgument {
  private let name: String

  init(_ name: String) {
    self.name = name
  }

  /// The place to start at: the view with the options' lens.
  func place(lens options: LensOptions, in reading: WorkspaceReading) throws(CommandFailure)
    -> Place
  {
    let (grain, day) = try options.periods.place(in: reading)
    var lens = Lens(
      grain: grain ?? .week, comparison: options.comparison.kind,
      segment: try options.segments.filters.segment(in: reading))
    if let day {
      let calendar = reading.snapshot.definitions.workspace.calendar
      lens.period = calendar.period(lens.grain, containing: day)
    }
    var place = Place(try screen(in: reading), lens: lens)
    if let funnel = named("funnel") { place.funnel = funnel }
    place.breakdown = try options.segments.dimension(in: reading)
    return place
  }

  private func screen(in reading: WorkspaceReading) throws(CommandFailure) -> Screen {
    let definitions = reading.snapshot.definitions
    if let metric = named("metric") {
      guard definitions.metric(metric) != nil else {
        throw reading.unknown("metric", metric, among: definitions.metrics.map(\.name))
      }
      return .detail(metric: metric)
    }
    if let funnel = named("funnel") {
      guard definitions.funnel(funnel) != nil else {
        throw reading.unknown("funnel", funnel, among: definitions.funnels.map(\.name))
      }
      return .funnel
    }
    switch name {
    case "funnel": return .funnel
    case "tree": return .tree
    case "monitor": return .monitor
    default:
      throw .unknown("view", name, among: ["funnel", "tree", "monitor", "metric:NAME"])
    }
  }

  private func named(_ kind: String) -> String? {
    name.hasPrefix(kind + ":") ? String(name.dropFirst(kind.count + 1)) : nil
  }
}
