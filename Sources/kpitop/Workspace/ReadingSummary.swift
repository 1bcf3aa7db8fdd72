import Metrics

/// What `--verbose` says about a reading: how much was read, how long it took, and the date.
struct ReadingSummary {
  /// What was read.
  let snapshot: Snapshot
  /// The date that everything is computed as of.
  let asOf: Day
  /// The choice of that date on the command line; nil where the workspace chose.
  let choice: AsOf?
  /// How long reading took; nil where that is not known.
  let elapsed: Duration?

  /// Two lines, each ended.
  var text: String {
    let files = snapshot.files
    var parts = [
      counted(files.count, "file"), counted(files.reduce(0) { $0 + $1.rows }, "row"),
      "\(files.reduce(0) { $0 + $1.rejected }) rejected",
    ]
    let excluded = files.reduce(0) { $0 + $1.excluded }
    if excluded > 0 { parts.append("\(excluded) excluded") }
    if let elapsed { parts.append("in \(milliseconds(elapsed)) ms") }
    return "kpitop: read \(parts.joined(separator: ", "))\n"
      + "kpitop: as of \(asOf), \(meaning), \(origin)\n"
  }

  private var workspace: WorkspaceDefinition { snapshot.definitions.workspace }

  private var meaning: String {
    switch choice ?? workspace.asOf {
    case .latest where snapshot.latestDay == nil: "today, since there is no data"
    case .latest: "the last day with data"
    case .today: "today in \(SafeText(workspace.timeZone))"
    case .day: "a fixed date"
    }
  }

  private var origin: String {
    choice == nil ? "as the workspace has it" : "as --as-of says"
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  private func milliseconds(_ duration: Duration) -> Int {
    Int((duration / .milliseconds(1)).rounded())
  }
}
