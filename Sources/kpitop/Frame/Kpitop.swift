import ArgumentParser

/// The program: what `kpitop` alone and `kpitop --help` mean.
struct Kpitop: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kpitop",
    abstract: "A terminal dashboard for the KPIs of a marketing team.",
    discussion: """
      A WORKSPACE is a folder with a kpi.yaml, or that file; without one, the current folder or the \
      nearest parent that has one.

      Example:
        kpitop sample-data

      Exit codes: 0 done; 1 the data or the definitions have errors; 2 wrong usage; 3 a file could \
      not be read or written; 130 interrupted.
      """,
    version: "0.1.0",
    subcommands: [
      OpenCommand.self, ShowCommand.self, QueryCommand.self, CheckCommand.self, ReadCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)

  /// The names of the commands, as they are typed.
  static var commandNames: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
  }
}
