import Glibc

/// Wakes a thread that waits in `poll`: a pipe with one end for each side.
final class Bell: Sendable {
  /// What becomes readable when it rings; negative, and never readable, where the system had none.
  let descriptor: Int32
  private let rope: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      }
    }
    descriptor = ends[0]
    rope = ends[1]
  }

  deinit {
    for end in [descriptor, rope] where end >= 0 { close(end) }
  }

  /// Wakes whoever waits.
  func ring() {
    var one: UInt8 = 1
    _ = write(rope, &one, 1)
  }

  /// Makes it silent again.
  func silence() {
    withUnsafeTemporaryAllocation(byteCount: 64, alignment: 1) { block in
      while read(descriptor, block.baseAddress, block.count) > 0 {}
    }
  }
}
