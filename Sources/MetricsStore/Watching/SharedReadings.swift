import Glibc
import Synchronization

/// Files that two threads read together, the largest first, so that neither waits long for the other,
/// while a third takes in what they gave.
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

  /// How many threads read.
  private static let threads = 2

  private struct State {
    var waiting: [Job]
    var threads = 0
    var reading = 0
    var finished: [(job: Job, reading: FileReading)] = []
  }

  private let state: Mutex<State>
  private let bell = Bell()

  /// Begins to read.
  init(_ jobs: [Job]) {
    state = Mutex(State(waiting: jobs.sorted { $0.signature.size < $1.signature.size }))
    guard bell.descriptor >= 0 else { return }
    for _ in 0..<min(jobs.count, SharedReadings.threads) {
      guard QuietThread.run({ [self] in while work() {} }) else { return }
      state.withLock { $0.threads += 1 }
    }
  }

  /// Gives up what has not been begun.
  func stop() { state.withLock { $0.waiting = [] } }

  /// What has been read since the last call, after a wait for something, but for no longer than so
  /// many milliseconds; nil once nothing is left.
  func next(within milliseconds: Int) -> [(job: Job, reading: FileReading)]? {
    let state = self.state.withLock { state in
      defer { state.finished = [] }
      return state
    }
    guard state.finished.isEmpty else { return state.finished }
    guard state.reading > 0 || !state.waiting.isEmpty else { return nil }
    if state.threads == 0 {
      _ = work()
    } else {
      var wait = pollfd(fd: bell.descriptor, events: Int16(POLLIN), revents: 0)
      _ = poll(&wait, 1, Int32(clamping: milliseconds))
      bell.silence()
    }
    return self.state.withLock { state in
      defer { state.finished = [] }
      return state.finished
    }
  }

  /// Reads the next file; false where none is left.
  private func work() -> Bool {
    let next = state.withLock { state -> Job? in
      guard let job = state.waiting.popLast() else { return nil }
      state.reading += 1
      return job
    }
    guard let job = next else { return false }
    let reading = job.read()
    state.withLock { state in
      state.reading -= 1
      state.finished.append((job, reading))
    }
    bell.ring()
    return true
  }
}
