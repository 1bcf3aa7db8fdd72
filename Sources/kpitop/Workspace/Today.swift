import Glibc
import Metrics

extension Day {
  /// The present date in a time zone by its IANA name, UTC where the system does not know it.
  ///
  /// It sets the zone of the process, so it is for the start of a command, before anything else runs.
  init(todayIn timeZone: String) {
    setenv("TZ", timeZone, 1)
    tzset()
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    self =
      Day(
        year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
      ?? Day(number: Int32(clamping: now / 86_400))
  }
}
