import ArgumentParser
import Glibc
import Metrics
import MetricsStore
import Reporting

/// `kpitop read`: any export as a clean table.
struct ReadCommand: ParsableCommand {
  /// How the result is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case csv, json, ndjson
  }

  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Print any export as a clean table.",
    discussion: """
      The encoding, the delimiter, the quotes, the header and the tables are found out. Lines above, \
      between and below tables are left out, cells stay as they stand; standard error tells what was \
      left out or guessed. FILE may be - for standard input.

      Example:
        kpitop read report.csv --typed --format json
      """)

  @Argument(help: "The file: CSV or other text, XLSX, JSON, with or without gzip.")
  var file: String

  @Option(help: ArgumentHelp("How the result is written.", valueName: "format"))
  var format: Format?

  @Option(
    help: ArgumentHelp(
      "Which table or sheet: a number, a name, or all. By default the first.",
      valueName: "table"))
  var table: String?

  @Flag(help: "Tell what is in the file: encoding, dialect, tables, columns, what is left out.")
  var describe = false

  @Flag(help: "Spell numbers, dates and percentages alike, and leave out totals.")
  var typed = false

  @OptionGroup var overrides: ReadOverrides
  @OptionGroup var look: LookOptions

  func validate() throws {
    guard describe else { return }
    if format == .csv || format == .ndjson {
      throw ValidationError("--describe gives text, or JSON with --format json.")
    }
    if table != nil || typed {
      throw ValidationError("--describe takes no --table and no --typed.")
    }
  }

  func run() throws {
    let given = try overrides.format()
    let input = try ReadInput(file)
    let export = ExportFile(path: input.path, name: SafeText(input.name), format: given)
    do {
      if describe {
        try tell(export.outline())
      } else {
        let output = ReadOutput()
        let issues = try export.write(
          choice, as: format?.form ?? .csv, isTyped: typed, to: { output.take($0) })
        try finish(output, issues)
      }
    } catch let failure as ExportFile.Failure {
      throw CommandFailure(failure, input.name)
    }
  }

  /// Which tables are meant: digits are a number.
  private var choice: ExportFile.Choice {
    guard let table else { return .first }
    if table == "all" { return .all }
    return Int(table).map { .number($0) } ?? .named(table)
  }

  private func tell(_ outline: ExportOutline) throws {
    if format == .json {
      try StandardStreams.print(outline.json)
    } else {
      let chosen = try LookChoice(look, output: STDOUT_FILENO)
      chosen.reportIssues()
      try StandardStreams.print(outline.text(with: chosen.pen))
    }
    if outline.issues.contains(where: { $0.severity == .error }) {
      throw CommandFailure.errors([])
    }
  }

  private func finish(_ output: ReadOutput, _ issues: [Issue]) throws {
    if let failure = output.failure { throw failure }
    for issue in issues where issue.severity != .error { StandardStreams.complain(issue.text) }
    let errors = issues.filter { $0.severity == .error }
    if !errors.isEmpty { throw CommandFailure.errors(errors) }
  }
}

extension ReadCommand.Format {
  /// The same as the library has it.
  fileprivate var form: ExportFile.Form {
    switch self {
    case .csv: .csv
    case .json: .json
    case .ndjson: .ndjson
    }
  }
}

extension CommandFailure {
  /// What a file that gives no table means for the command.
  fileprivate init(_ failure: ExportFile.Failure, _ name: String) {
    switch failure {
    case .unreadable(let words, let help): self = .file("\(name) \(words)", help: help)
    case .noTable(let words, let help): self = .usage("\(name) \(words)", help: help)
    }
  }
}
