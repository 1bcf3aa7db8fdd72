import ArgumentParser
import Metrics

/// Which workspace, and as of when.
struct WorkspaceOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("A folder with a kpi.yaml, or that file.", valueName: "path"))
  var workspace: String?

  @Option(
    help: ArgumentHelp(
      "The date that everything is computed as of: latest, today or YYYY-MM-DD.",
      valueName: "date"))
  var asOf: AsOf?

  @Flag(
    name: .shortAndLong,
    help: "Say on standard error how much was read, how long it took, and which date that gave.")
  var verbose = false

  @Flag(
    help: "Read every file, and neither use nor write the cache of roll-ups; check never does.")
  var noCache = false

  /// The folder of the cache; nil where none is to be used.
  var cache: String? { noCache ? nil : CacheLocation().folder }

  /// Reads the workspace that the option, else the argument, else the current folder names.
  func read(_ argument: String? = nil) throws(CommandFailure) -> WorkspaceReading {
    WorkspaceReading(try location(argument), asOf: asOf, cache: cache)
  }

  /// The same, from the files themselves.
  func readFiles(_ argument: String?) throws(CommandFailure) -> WorkspaceReading {
    WorkspaceReading(try location(argument), asOf: asOf, cache: nil)
  }

  /// Says what was read, where that is asked for.
  func tell(_ reading: WorkspaceReading?) {
    guard verbose, let reading else { return }
    StandardStreams.complain(reading.summary.text)
  }

  /// Where the workspace lies that the option, else the argument, else the current folder names.
  func location(_ argument: String?) throws(CommandFailure) -> WorkspaceLocation {
    if let workspace, let argument, workspace != argument {
      throw .usage(
        "the workspace is named twice: “\(argument)” and “\(workspace)”",
        help: "leave out one of them")
    }
    return try WorkspaceLocation(path: workspace ?? argument)
  }
}
