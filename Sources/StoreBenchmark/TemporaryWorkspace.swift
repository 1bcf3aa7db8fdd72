import Glibc
import Metrics
import MetricsStore

/// A folder with definitions and a link to a file, read once and taken away again.
struct TemporaryWorkspace {
  /// Why there is no snapshot of it.
  enum Fault: Error {
    case unwritable(String)
    case refused([String])
  }

  /// What was read.
  let snapshot: Snapshot

  /// A workspace of these definitions, in which the file is called `events.csv`.
  init(file: String, definitions: String) throws(Fault) {
    let root = "/tmp/kpitop-benchmark-\(getpid())"
    mkdir(root, 0o700)
    defer {
      unlink(root + "/kpi.yaml")
      unlink(root + "/events.csv")
      rmdir(root)
    }
    guard symlink(file, root + "/events.csv") == 0,
      let handle = fopen(root + "/kpi.yaml", "w")
    else { throw .unwritable(root) }
    fputs(definitions, handle)
    fclose(handle)
    snapshot = MetricsStore.read(workspace: root)
    let errors = snapshot.issues.filter { $0.severity == .error }
    guard errors.isEmpty else { throw .refused(errors.map { "\($0)" }) }
  }
}
