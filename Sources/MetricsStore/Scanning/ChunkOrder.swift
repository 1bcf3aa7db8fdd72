import Glibc

/// Hands out the chunks of a part of a file in order, and tells each one how it begins as soon as that
/// is known: when all chunks before it have been looked at.
///
/// Threads that wait sleep; each has told what it found before it waits for those before it.
final class ChunkOrder: @unchecked Sendable {
  /// What looking at a chunk alone gave.
  struct Finding {
    /// Whether it has an odd number of quotes.
    var isOdd = false
    /// Whether quotes stand in it where none can, if it begins outside of quotes or inside.
    var isDamagedOutside = false
    var isDamagedInside = false
    /// How many lines end in it.
    var breaks = 0
  }

  /// How a chunk begins.
  struct Beginning {
    /// Whether it begins inside quotes.
    var isInside = false
    /// The line of its first byte.
    var line: Int
    /// Whether no chunk before it is damaged.
    var isSound = true
  }

  /// The offsets of a chunk.
  struct Chunk {
    let number: Int
    let range: Range<Int>
  }

  private let range: Range<Int>
  private let size: Int
  private let count: Int
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let condition: UnsafeMutablePointer<pthread_cond_t>
  private var nextClaim = 0
  /// How many chunks from the first on have been looked at, and how the next one begins.
  private var resolved = 0
  private var next: Beginning
  /// What was found in chunks behind those.
  private var findings: [Int: Finding] = [:]
  /// How chunks begin whose threads have not been told yet.
  private var beginnings: [Int: Beginning] = [:]
  private var helpers = 0

  /// The chunks of a range, whose first byte begins a record on a line.
  init(_ range: Range<Int>, size: Int, line: Int) {
    self.range = range
    self.size = size
    count = (range.count + size - 1) / size
    next = Beginning(line: line)
    mutex = .allocate(capacity: 1)
    condition = .allocate(capacity: 1)
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    pthread_cond_destroy(condition)
    mutex.deallocate()
    condition.deallocate()
  }

  private func locked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }

  /// The next chunk that no one has; nil where none is left or one is damaged.
  func claim() -> Chunk? {
    locked {
      guard nextClaim < count, next.isSound else { return nil }
      let start = range.lowerBound + nextClaim * size
      nextClaim += 1
      return Chunk(number: nextClaim - 1, range: start..<min(start + size, range.upperBound))
    }
  }

  /// Tells what was found in a chunk, and waits until it is known how it begins.
  func publish(_ finding: Finding, of chunk: Int) -> Beginning {
    locked {
      findings[chunk] = finding
      resolve()
      while true {
        if let own = beginnings.removeValue(forKey: chunk) { return own }
        pthread_cond_wait(condition, mutex)
      }
    }
  }

  /// Tells that a chunk cannot be read: no one goes on behind it.
  func abandon(_ chunk: Int) {
    locked {
      if chunk >= resolved {
        findings[chunk] = Finding(isDamagedOutside: true, isDamagedInside: true)
      }
      next.isSound = false
      resolve()
    }
  }

  /// Tells every chunk how it begins of which that is known now.
  private func resolve() {
    let before = resolved
    while let finding = findings.removeValue(forKey: resolved) {
      beginnings[resolved] = next
      advance(over: finding)
    }
    if resolved > before { pthread_cond_broadcast(condition) }
  }

  private func advance(over finding: Finding) {
    let isDamaged = next.isInside ? finding.isDamagedInside : finding.isDamagedOutside
    next.isSound = next.isSound && !isDamaged
    next.isInside = next.isInside != finding.isOdd
    next.line += finding.breaks
    resolved += 1
  }

  /// Has the body run on a thread of its own, if the system has one to give.
  func help(_ body: @escaping @Sendable () -> Void) {
    locked { helpers += 1 }
    let isHelped = QuietThread.run { [self] in
      body()
      leave()
    }
    if !isHelped { leave() }
  }

  private func leave() {
    locked {
      helpers -= 1
      pthread_cond_broadcast(condition)
    }
  }

  /// Waits for all helping threads to end.
  func waitForHelp() {
    locked { while helpers > 0 { pthread_cond_wait(condition, mutex) } }
  }
}
