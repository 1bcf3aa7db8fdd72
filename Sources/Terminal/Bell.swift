import CTerminal
import Glibc

/// Wakes a waiting ``Terminal`` from any thread.
///
/// Rings that come before the first is heard count as one.
public final class Bell: Sendable {
  let file: Int32

  /// A silent bell; without file descriptors left it stays silent, and waiting goes by the deadline.
  public init() {
    file = terminal_bell_open()
  }

  deinit {
    if file >= 0 { close(file) }
  }

  /// Has the current or the next wait return; safe from any thread and never blocking.
  public func ring() {
    var one: UInt64 = 1
    _ = write(file, &one, 8)
  }

  /// Silences it again.
  func hear() {
    var count: UInt64 = 0
    _ = read(file, &count, 8)
  }
}
