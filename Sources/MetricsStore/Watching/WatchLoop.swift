import Glibc
import Metrics
import Synchronization

/// Reads a workspace and keeps looking at it, on one thread that sleeps in `poll` between.
final class WatchLoop: Sendable {
  /// What others ask of it.
  private struct Wishes {
    var isReloadWanted = false
    var isStopped = false
    /// Whether it has read everything, so that there is something to keep.
    var isWatching = false
  }

  private let wishes = Mutex(Wishes())
  private let bell = Bell()
  private let ended = Bell()
  private let root: String
  private let options: MetricsStore.Options
  private let load: Workspace.Loading
  private let publish: @Sendable (Snapshot) -> Void
  private let finish: @Sendable () -> Void
  private let keeper: CacheKeeper?

  /// A loop that hands every snapshot to `publish`, and calls `finish` when it ends.
  init(
    root: String, options: MetricsStore.Options, load: @escaping Workspace.Loading,
    publish: @escaping @Sendable (Snapshot) -> Void, finish: @escaping @Sendable () -> Void
  ) {
    self.root = root
    self.options = options
    self.load = load
    self.publish = publish
    self.finish = finish
    keeper = options.cache.map { CacheKeeper(folder: $0) }
  }

  /// Starts reading.
  func start() {
    guard QuietThread.run({ self.run() }) else { return finish() }
  }

  /// Has everything read again.
  func reload() {
    wishes.withLock { $0.isReloadWanted = true }
    bell.ring()
  }

  /// Ends it, after the file that is being read.
  func stop() {
    wishes.withLock { $0.isStopped = true }
    bell.ring()
  }

  /// Ends it, and waits a moment for what is new to be kept.
  func close() {
    stop()
    guard wishes.withLock({ $0.isWatching }) else { return }
    var wait = pollfd(fd: ended.descriptor, events: Int16(POLLIN), revents: 0)
    _ = poll(&wait, 1, 1000)
  }

  private var isStopped: Bool { wishes.withLock { $0.isStopped } }

  private func run() {
    defer {
      finish()
      ended.ring()
    }
    var workspace = Workspace(root: root, today: options.today, load: load)
    workspace.readDefinitions()
    let isRestored = keeper?.restore(&workspace) ?? false
    let isWhole = isRestored && workspace.unread.isEmpty
    publish(isWhole ? workspace.snapshot() : workspace.outline())
    let events = options.watching == .automatic ? FolderEvents(root: workspace.root) : nil
    _ = workspace.searches(events)
    if !isWhole {
      workspace.readAll(options.delays, goOn: { !isStopped }, tell: publish)
      guard !isStopped else { return }
      publish(workspace.snapshot())
    }
    wishes.withLock { $0.isWatching = true }
    watch(&workspace, events)
    keeper?.finish(workspace)
  }

  private func watch(_ workspace: inout Workspace, _ events: FolderEvents?) {
    var hints = Hints(completed: [], isTouched: options.watching != .none)
    var lastLook = Clock.now
    var nextLook: Int? = lastLook
    var nextKeep: Int? = lastLook
    while !isStopped {
      if wishes.withLock({ wishes in
        defer { wishes.isReloadWanted = false }
        return wishes.isReloadWanted
      }) {
        workspace.reload(options.delays, goOn: { !isStopped }, tell: publish)
        guard !isStopped else { return }
        publish(workspace.snapshot())
        nextLook = Clock.now
        nextKeep = nextLook
      }
      if options.watching != .none, let due = nextLook, Clock.now >= due {
        lastLook = Clock.now
        let look = workspace.look(hints, at: lastLook, options.delays, events)
        hints = Hints()
        if look.change != .none { publish(workspace.snapshot()) }
        let isSure = events?.isTrusted == true && !workspace.hasOtherNames
        let idle = isSure ? options.delays.idling : options.delays.polling
        nextLook = min(look.due ?? .max, lastLook + idle)
        nextKeep = nextKeep ?? lastLook
      }
      if let due = nextKeep, Clock.now >= due {
        nextKeep = keeper?.keep(workspace, at: Clock.now, every: options.delays.keeping)
      }
      let look = options.watching == .none ? nil : nextLook
      wait(until: [look, nextKeep].compactMap { $0 }.min(), events)
      guard let heard = events?.takeHints(), !heard.isEmpty else { continue }
      hints.add(heard)
      // What is being written is not looked at with every block of it.
      let soon = heard.completed.isEmpty ? lastLook + options.delays.settling / 2 : Clock.now
      nextLook = min(nextLook ?? .max, soon)
    }
  }

  private func wait(until due: Int?, _ events: FolderEvents?) {
    var descriptors = [pollfd(fd: bell.descriptor, events: Int16(POLLIN), revents: 0)]
    if let events {
      descriptors.append(pollfd(fd: events.descriptor, events: Int16(POLLIN), revents: 0))
    }
    let timeout = due.map { Int32(clamping: max(0, $0 - Clock.now)) } ?? -1
    _ = poll(&descriptors, nfds_t(descriptors.count), timeout)
    bell.silence()
  }
}
