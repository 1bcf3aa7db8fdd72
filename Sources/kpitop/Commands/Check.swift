import ArgumentParser
import Glibc
import Reporting

/// `kpitop check`: everything that is wrong with a workspace.
struct CheckCommand: ParsableCommand {
  /// How the result is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read everything, and report every problem as file:line:column.",
    discussion: """
      Below the problems stands what was read from each file. Targets that contradict one another \
      are warnings. The exit code is 1 where there are errors.

      --lang, --theme, --ascii and --color are for text: its heads, severities and last line are \
      in the language, messages are English. JSON never changes; scripts should read that.

      Example:
        kpitop check sample-data
      """)

  @Argument(help: "A folder with a kpi.yaml, or that file.")
  var workspace: String?

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var look: LookOptions

  @Option(help: ArgumentHelp("How the result is written.", valueName: "format"))
  var format: Format = .text

  func run() throws {
    let chosen = try LookChoice(look, output: STDOUT_FILENO)
    chosen.reportIssues()
    let reading = try options.readFiles(workspace)
    options.tell(reading)
    let report = CheckReport(reading.snapshot, asOf: reading.asOf)
    switch format {
    case .text: try StandardStreams.print(report.text(with: chosen.pen))
    case .json: try StandardStreams.print(report.json)
    }
    if report.hasErrors { throw CommandFailure.errors([]) }
  }
}
