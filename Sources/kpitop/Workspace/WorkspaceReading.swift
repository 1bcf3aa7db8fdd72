import Metrics
import MetricsStore

/// A workspace read whole, as of a date.
struct WorkspaceReading {
  /// Everything known about it.
  let snapshot: Snapshot
  /// The date that everything is computed as of.
  let asOf: Day

  /// Reads the workspace; without a date, as of the one that its definitions choose.
  init(_ location: WorkspaceLocation, asOf choice: AsOf?) {
    self.init(
      MetricsStore.read(workspace: location.folder, file: location.file), asOf: choice)
  }

  /// A snapshot that is at hand, as of a date.
  init(_ snapshot: Snapshot, asOf choice: AsOf?) {
    let workspace = snapshot.definitions.workspace
    self.snapshot = snapshot
    asOf = snapshot.asOf(choice ?? workspace.asOf, today: ZoneClock(workspace.timeZone).today)
  }

  /// Ends a command whose result is printed with what is wrong with the workspace, if anything is.
  func reportErrors() throws(CommandFailure) {
    let errors = snapshot.issues.filter { $0.severity == .error }
    if !errors.isEmpty { throw .errors(errors) }
  }

  /// Why a name means nothing: the errors of the definitions where they have some, since these may
  /// be what hides it, else that there is no such name.
  func unknown(_ kind: String, _ name: String, among known: [String]) -> CommandFailure {
    let errors = snapshot.issues.filter { issue in
      let file = issue.place.file.string
      return issue.severity == .error && (file.hasSuffix(".yaml") || file.hasSuffix(".yml"))
    }
    return errors.isEmpty ? .unknown(kind, name, among: known) : .errors(errors)
  }
}
