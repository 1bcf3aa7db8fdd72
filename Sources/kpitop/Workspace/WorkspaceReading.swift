import Metrics
import MetricsStore

/// A workspace read whole, as of a date.
struct WorkspaceReading {
  /// Everything known about it.
  let snapshot: Snapshot
  /// The date that everything is computed as of.
  let asOf: Day
  /// The choice of that date on the command line; nil where the workspace chose.
  private let choice: AsOf?
  /// How long reading took; nil where the snapshot was at hand.
  private let elapsed: Duration?

  /// Reads the workspace, or what a folder keeps of it; without a date, as of the one that its
  /// definitions choose.
  init(_ location: WorkspaceLocation, asOf choice: AsOf?, cache: String?) {
    let start = ContinuousClock.now
    let snapshot = MetricsStore.read(
      workspace: location.folder, file: location.file,
      options: MetricsStore.Options(cache: cache))
    self.init(snapshot, asOf: choice, elapsed: ContinuousClock.now - start)
  }

  /// A snapshot that is at hand, as of a date.
  init(_ snapshot: Snapshot, asOf choice: AsOf?, elapsed: Duration? = nil) {
    let workspace = snapshot.definitions.workspace
    self.snapshot = snapshot
    self.choice = choice
    self.elapsed = elapsed
    asOf = snapshot.asOf(choice ?? workspace.asOf, today: ZoneClock(workspace.timeZone).today)
  }

  /// What was read, and as of when.
  var summary: ReadingSummary {
    ReadingSummary(snapshot: snapshot, asOf: asOf, choice: choice, elapsed: elapsed)
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
