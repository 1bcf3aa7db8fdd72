import Glibc
import Synchronization

/// Threads that work through the same numbers together.
final class Crew: Sendable {
  private let taken = Atomic<Int>(0)
  private let working: Mutex<Int>
  private let count: Int
  private let bell = Bell()

  private init(_ count: Int) {
    self.count = count
    working = Mutex(0)
  }

  /// Has the numbers from 0 up to, but without, `count` worked through by as many threads as there are
  /// processors, this one among them; returns when all have come back.
  ///
  /// Each calls the body once, which takes its numbers from the crew one after another.
  static func share(
    _ count: Int, workers: Int = processors, _ body: @escaping @Sendable (Crew) -> Void
  ) {
    let crew = Crew(count)
    if workers > 1, count > 1, crew.bell.descriptor >= 0 {
      for _ in 1..<min(workers, count) { crew.hire(body) }
    }
    body(crew)
    crew.wait()
  }

  /// How many processors there are.
  static let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// The next number; nil where all are taken.
  func next() -> Int? {
    let number = taken.add(1, ordering: .relaxed).oldValue
    return number < count ? number : nil
  }

  private func hire(_ body: @escaping @Sendable (Crew) -> Void) {
    working.withLock { $0 += 1 }
    let isHired = QuietThread.run { [self] in
      body(self)
      working.withLock { $0 -= 1 }
      bell.ring()
    }
    if !isHired { working.withLock { $0 -= 1 } }
  }

  private func wait() {
    while working.withLock({ $0 > 0 }) {
      var ring = pollfd(fd: bell.descriptor, events: Int16(POLLIN), revents: 0)
      _ = poll(&ring, 1, -1)
      bell.silence()
    }
  }
}
