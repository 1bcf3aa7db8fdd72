import Glibc

/// The machine's clocks, in milliseconds.
enum Clock {
  /// Since some moment in the past; it only goes forward.
  static var now: Int { milliseconds(CLOCK_MONOTONIC) }

  /// Since 1970, as files are dated.
  static var wallTime: Int { milliseconds(CLOCK_REALTIME) }

  private static func milliseconds(_ clock: clockid_t) -> Int {
    var time = timespec()
    clock_gettime(clock, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
