import Metrics
import Synchronization

/// Keeps what a workspace's files came to in a folder, from one start to the next.
///
/// Whatever goes wrong, nothing is kept, and the next start reads the files.
final class CacheKeeper: Sendable {
  /// What the cache has.
  private struct State {
    /// Tells what is kept from anything else; nil where nothing is known of it.
    var mark: UInt64?
    /// When it was written last; nil before the first time.
    var written: Int?
  }

  private let folder: CacheFolder
  private let program: FileSignature?
  private let state = Mutex(State())
  /// Held by whoever writes.
  private let pen = Mutex(())

  /// A keeper in a folder for a program, which is told by its own file.
  init(folder: String, program: FileSignature? = FileSignature(path: "/proc/self/exe")) {
    self.folder = CacheFolder(path: folder)
    self.program = program
  }

  /// Has a workspace whose definitions are read take in what was kept of it, if anything was.
  ///
  /// - Returns: Whether something was.
  func restore(_ workspace: inout Workspace) -> Bool {
    guard let name = workspace.cacheName, let definitions = workspace.loaded.mark,
      workspace.loaded.definitions != nil
    else { return false }
    let purposes = workspace.groups.map(\.purpose)
    let kept = folder.read(name) { bytes in
      CacheFile.groups(in: bytes, for: purposes, definitions: definitions, program: program)
    }
    guard let kept else { return false }
    workspace.restore(kept)
    state.withLock { $0.mark = workspace.kept?.mark }
    return kept.contains { $0 != nil }
  }

  /// Keeps what is new, off this thread, if it is time for that; when to ask again, or nil where all
  /// is kept.
  func keep(_ workspace: Workspace, at now: Int, every interval: Int) -> Int? {
    guard let kept = news(of: workspace) else { return nil }
    if let written = state.withLock({ $0.written }), now < written + interval {
      return written + interval
    }
    begin(kept.mark, at: now)
    if !QuietThread.run({ self.write(kept.workspace) }) { write(kept.workspace) }
    return nil
  }

  /// Keeps what is new, and waits until all is kept.
  func finish(_ workspace: Workspace) {
    if let kept = news(of: workspace) {
      begin(kept.mark, at: Clock.now)
      write(kept.workspace)
    }
    pen.withLock { _ in }
  }

  /// What is to be kept and is not yet; nil where there is nothing.
  private func news(of workspace: Workspace) -> (workspace: KeptWorkspace, mark: UInt64)? {
    guard let kept = workspace.kept else { return nil }
    let mark = kept.mark
    return state.withLock { $0.mark } == mark ? nil : (kept, mark)
  }

  private func begin(_ mark: UInt64, at now: Int) {
    state.withLock { $0 = State(mark: mark, written: now) }
  }

  private func write(_ kept: KeptWorkspace) {
    pen.withLock { _ in
      _ = folder.replace(kept.name, by: CacheFile.bytes(kept, program: program))
    }
  }
}
