import Synchronization

@testable import Metrics
@testable import MetricsStore

/// A store that watches a temporary folder, with waits short enough for a test.
final class LiveStore: Sendable {
  let folder = TemporaryFolder()
  /// What the definition file is taken to say; a test may change it, and then writes the file.
  let definitions: Mutex<Workspace.Loaded>

  private let store: MetricsStore

  static let delays = MetricsStore.Options.Delays(
    settling: 60, shrinking: 400, forgetting: 500, doubting: 300, polling: 60, idling: 20_000)

  init(
    _ definitions: Definitions = Definitions(
      sources: [web], metrics: [measured("sessions", "web", "sessions")]),
    watching: MetricsStore.Options.Watching = .automatic, files: [String: String]
  ) async {
    let held = Workspace.Loaded(definitions: definitions, files: ["kpi.yaml"])
    self.definitions = Mutex(held)
    folder.write("first", to: "kpi.yaml")
    for (name, text) in files { folder.write(text, to: name) }
    let options = MetricsStore.Options(
      watching: watching, today: { day("2026-11-15") }, delays: LiveStore.delays)
    let box = Box()
    store = MetricsStore(root: folder.path, options: options) {
      box.owner.withLock { $0?.value?.definitions.withLock { $0 } ?? held }
    }
    box.owner.withLock { $0 = Weak(value: self) }
    await store.start()
  }

  /// Lets the loading reach the test's definitions without keeping the store alive.
  private final class Box: Sendable {
    let owner = Mutex<Weak?>(nil)
  }

  private struct Weak: Sendable {
    weak let value: LiveStore?
  }

  /// Has everything read again.
  func reload() async { await store.reload() }

  /// Ends it.
  func stop() async { await store.stop() }

  /// The first snapshot from now on that is as described; nil where none comes in forty seconds.
  func snapshot(where isWanted: @escaping @Sendable (Snapshot) -> Bool) async -> Snapshot? {
    await withTaskGroup(of: Snapshot?.self) { group in
      group.addTask { [snapshots = store.snapshots] in
        for await snapshot in snapshots where snapshot.progress == nil && isWanted(snapshot) {
          return snapshot
        }
        return nil
      }
      group.addTask {
        try? await Task.sleep(for: .seconds(40))
        return nil
      }
      defer { group.cancelAll() }
      return await group.next() ?? nil
    }
  }

  /// Whether a snapshot comes in which all sessions add up to this.
  func comesTo(_ total: Double?) async -> Bool {
    await snapshot { $0.total("sessions") == total } != nil
  }

  /// Whether a snapshot comes in which a file stands so.
  func comesTo(_ state: FileReport.State, _ path: SafeText = "data/a.csv") async -> Snapshot? {
    await snapshot { $0.files.contains { $0.path == path && $0.state == state } }
  }
}

extension Snapshot {
  /// The value of a metric over the year 2026.
  func total(_ metric: String) -> Double? {
    let year = BusinessCalendar().period(.year, containing: day("2026-06-01"))
    return Evaluator(self, asOf: day("2026-12-31")).value(metric, in: year).value
  }
}

/// A file of the source `web` with a row for each count.
func table(_ sessions: Int...) -> String {
  "Date,Channel,Sessions\n"
    + sessions.enumerated().map { "2026-11-\($0.offset + 10),Paid,\($0.element)\n" }.joined()
}
