import Glibc
import Synchronization

/// Files that two threads read together, the largest first, so that neither waits long for the other.
final class SharedReadings: Sendable {
  /// A file to read.
  struct Job: Sendable {
    /// The group that asks for it.
    let group: Int
    /// Its path in the workspace.
    let path: String
    /// What it was when it was listed.
    let signature: FileSignature
    /// Reads it.
    let read: @Sendable () -> FileReading
  }

  private struct State {
    var waiting: [Job]
    var finished: [(job: Job, reading: FileReading)] = []
  }

  private let state: Mutex<State>

  /// Nothing of the jobs is done yet.
  init(_ jobs: [Job]) {
    state = Mutex(State(waiting: jobs.sorted { $0.signature.size < $1.signature.size }))
  }

  /// Reads all files while `goOn` says so, and returns what has been read.
  func run(_ goOn: () -> Bool) -> [(job: Job, reading: FileReading)] {
    let bell = Bell()
    let isSeveral = state.withLock { $0.waiting.count > 1 }
    let hasHelp =
      bell.descriptor >= 0 && isSeveral
      && QuietThread.run { [self] in
        while work() {}
        bell.ring()
      }
    while goOn(), work() {}
    state.withLock { $0.waiting = [] }
    if hasHelp {
      var wait = pollfd(fd: bell.descriptor, events: Int16(POLLIN), revents: 0)
      while poll(&wait, 1, -1) < 0, errno == EINTR {}
    }
    return state.withLock { $0.finished }
  }

  /// Reads the next file; false where none is left.
  private func work() -> Bool {
    guard let job = state.withLock({ $0.waiting.popLast() }) else { return false }
    let reading = job.read()
    state.withLock { $0.finished.append((job, reading)) }
    return true
  }
}
