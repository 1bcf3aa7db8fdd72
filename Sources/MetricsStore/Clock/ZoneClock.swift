import Glibc
public import Metrics

/// Tells the present date in a time zone, from the system's zone files and without touching the
/// zone of the process, so that any thread may ask.
public struct ZoneClock: Sendable {
  private let rules: ZoneRules

  /// A clock for an IANA zone; UTC where the system does not know it.
  public init(_ zone: String) {
    rules = ZoneRules(zone)
  }

  /// The present date there.
  public var today: Day {
    day(atSecond: Int(time(nil)))
  }

  /// The date there at a moment, in seconds since 1970-01-01 UTC.
  func day(atSecond second: Int) -> Day {
    let local = second + rules.offset(atSecond: second)
    let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    return Day(number: Int32(clamping: days))
  }
}
