import ArgumentParser

/// `kpitop show`: one view as text.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print one view as text, and exit.",
    discussion: """
      Example:
        kpitop show overview sample-data
      """)

  @Argument(help: "The view.")
  var view: String

  @Argument(help: "A folder with a kpi.yaml, or that file.")
  var workspace: String?

  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    _ = try options.read(workspace)
    throw CommandFailure.usage("this build has no view “\(view)”")
  }
}
