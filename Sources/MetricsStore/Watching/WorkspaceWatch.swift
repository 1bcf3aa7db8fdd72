public import Metrics

/// A ``MetricsStore`` for a program without tasks: it hands every snapshot over on its own thread.
///
/// Necessary for a screen that is to be still, because the runtime under tasks wakes up every second
/// to count its threads, once there has been a task.
public final class WorkspaceWatch: Sendable {
  private let loop: WatchLoop

  /// Begins to read and to watch a workspace, until nobody holds this any more.
  ///
  /// - Parameter take: Is called with the snapshots of ``MetricsStore/snapshots``, one after the
  ///   other, on a thread of the watch; the next one waits until it returns.
  public init(
    workspace root: String, file: String = "kpi.yaml",
    options: MetricsStore.Options = MetricsStore.Options(),
    _ take: @escaping @Sendable (Snapshot) -> Void
  ) {
    loop = WatchLoop(
      root: root, options: options, load: Workspace.loading(root, file), publish: take, finish: {})
    loop.start()
  }

  deinit { loop.stop() }

  /// Ends it for good, and waits a moment for what is new to be written to the cache.
  public func close() { loop.close() }

  /// Reads everything again.
  public func reload() { loop.reload() }
}
