public import Metrics

/// Keeps an immutable snapshot of a workspace as fresh as the files it comes from.
///
/// All reading happens on one thread of its own; a snapshot is published only when it is whole, so
/// that old numbers stand until new ones can take their place.
public actor MetricsStore {
  /// Every snapshot, newest only: first the definitions with the progress of reading, then the
  /// whole, then one for each change. For one reader; it ends when the store stops.
  public nonisolated let snapshots: AsyncStream<Snapshot>

  private let loop: WatchLoop
  private var isStarted = false

  /// A store of the workspace in a folder, not yet reading.
  public init(workspace root: String, file: String = "kpi.yaml", options: Options = Options()) {
    self.init(root: root, options: options, load: Workspace.loading(root, file))
  }

  /// A store whose definitions come from elsewhere.
  init(root: String, options: Options, load: @escaping Workspace.Loading) {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Snapshot.self, bufferingPolicy: .bufferingNewest(1))
    snapshots = stream
    loop = WatchLoop(
      root: root, options: options, load: load, publish: { continuation.yield($0) },
      finish: { continuation.finish() })
  }

  deinit { loop.stop() }

  /// Begins to read and to watch; a second call does nothing.
  public func start() {
    guard !isStarted else { return }
    isStarted = true
    loop.start()
  }

  /// Reads everything again.
  public func reload() { loop.reload() }

  /// Ends reading and watching for good.
  public func stop() { loop.stop() }

  /// Reads everything once: the whole of a workspace as it is now.
  ///
  /// - Complexity: linear in the bytes of its files, or of what the cache keeps of them; it blocks
  ///   while it reads.
  public static func read(
    workspace root: String, file: String = "kpi.yaml", options: Options = Options()
  ) -> Snapshot {
    var workspace = Workspace(
      root: root, today: options.today, load: Workspace.loading(root, file))
    return workspace.readOnce(options)
  }
}

extension Workspace {
  /// Reads the definitions from the workspace's own files.
  static func loading(_ root: String, _ file: String) -> Loading {
    {
      let loaded = LoadedDefinitions(workspace: root, file: file)
      return Loaded(
        definitions: loaded.definitions, issues: loaded.issues, files: loaded.files,
        mark: loaded.mark)
    }
  }
}
