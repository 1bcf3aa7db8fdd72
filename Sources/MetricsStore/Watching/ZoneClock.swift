import Glibc
import Metrics

/// Tells the present date in a time zone, by the system's own table of zones.
///
/// The table is read here, since the C library tells the time of one zone per process only.
struct ZoneClock: Sendable {
  /// Whether the system knows the zone; where it does not, dates are those of UTC.
  let isKnown: Bool
  private let table: ZoneTable

  /// A clock for an IANA zone such as `Asia/Tokyo`.
  init(_ zone: String, folder: String = "/usr/share/zoneinfo") {
    let isPlain =
      !zone.isEmpty && !zone.hasPrefix("/") && !zone.split(separator: "/").contains("..")
    let table = isPlain ? OpenFile.bytes(of: folder + "/" + zone).flatMap { ZoneTable($0) } : nil
    isKnown = table != nil || zone == "UTC"
    self.table = table ?? ZoneTable()
  }

  /// The present date there.
  var today: Day { date(at: Clock.wallTime / 1000) }

  /// The date there at a moment, in seconds since 1970.
  func date(at moment: Int) -> Day {
    let local = moment + table.offset(at: moment)
    return Day(number: Int32(clamping: (local - (((local % 86_400) + 86_400) % 86_400)) / 86_400))
  }
}
