import ArgumentParser

/// `kpitop open`, and `kpitop` alone: the dashboard.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Open the dashboard.",
    discussion: """
      Example:
        kpitop open sample-data
      """)

  @Argument(help: "A folder with a kpi.yaml, or that file.")
  var workspace: String?

  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    _ = try options.read(workspace)
    throw CommandFailure.usage("this build has no dashboard", help: "kpitop query prints numbers")
  }
}
