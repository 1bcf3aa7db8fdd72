import Glibc
import Metrics
import Testing

@testable import MetricsStore

@Suite struct ZoneClocks {

  /// 2026-03-31 15:30 UTC.
  private let evening = 1_774_971_000

  @Test func theNewFiscalYearBeginsInTokyoBeforeItDoesInUTC() throws {
    let rule = try #require(ZoneRule("JST-9"))
    #expect(rule.offset(at: evening) == 9 * 3600)
    #expect(ZoneClock("UTC").date(at: evening) == day("2026-03-31"))
    let tokyo = ZoneClock("Asia/Tokyo")
    if tokyo.isKnown { #expect(tokyo.date(at: evening) == day("2026-04-01")) }
  }

  @Test func summerTimeOfTheNorthLiesInsideTheYear() throws {
    let rule = try #require(ZoneRule("CET-1CEST,M3.5.0,M10.5.0/3"))
    // 2026-03-29 01:00 UTC and 2026-10-25 01:00 UTC are the changes.
    #expect(rule.offset(at: 1_774_745_999) == 3600)
    #expect(rule.offset(at: 1_774_746_000) == 7200)
    #expect(rule.offset(at: 1_792_889_999) == 7200)
    #expect(rule.offset(at: 1_792_890_000) == 3600)
  }

  @Test func summerTimeOfTheSouthLiesAroundTheYear() throws {
    let rule = try #require(ZoneRule("AEST-10AEDT,M10.1.0,M4.1.0/3"))
    #expect(rule.offset(at: evening) == 11 * 3600)
    #expect(rule.offset(at: evening + 30 * 86_400) == 10 * 3600)
  }

  @Test func otherWaysToWriteARuleAreRead() throws {
    #expect(try #require(ZoneRule("<+0530>-5:30")).offset(at: 0) == 19_800)
    #expect(try #require(ZoneRule("EST5EDT,J60/0,J300/0")).offset(at: evening) == -4 * 3600)
    #expect(try #require(ZoneRule("EST5EDT,59/0,300/0")).offset(at: evening) == -4 * 3600)
    #expect(ZoneRule("nothing of the kind") == nil)
    #expect(ZoneRule("CET-1CEST,M13.1.0,M10.5.0") == nil)
  }

  @Test(arguments: [
    "Asia/Tokyo", "Europe/Berlin", "America/New_York", "Australia/Sydney", "Asia/Kolkata",
    "America/Sao_Paulo", "Pacific/Kiritimati", "Africa/Casablanca", "Europe/Dublin",
  ])
  func datesAreThoseOfTheCLibrary(_ zone: String) async {
    guard ZoneClock(zone).isKnown else { return }
    let clock = ZoneClock(zone)
    let expected = await CLibraryDates.shared.dates(zone, from: 946_684_800, step: 3600 * 13 + 7)
    let found = expected.indices.map { clock.date(at: 946_684_800 + $0 * (3600 * 13 + 7)) }
    #expect(zip(expected, found).first { $0 != $1 } == nil)
  }

  @Test(arguments: ["", "/etc/passwd", "../../etc/passwd", "No/Where", "tzdata.zi"])
  func anUnknownZoneIsUTC(_ zone: String) {
    let clock = ZoneClock(zone)
    #expect(!clock.isKnown)
    #expect(clock.date(at: evening) == day("2026-03-31"))
  }
}

/// Asks the C library, which knows one zone at a time only.
private actor CLibraryDates {
  static let shared = CLibraryDates()

  func dates(_ zone: String, from start: Int, step: Int) -> [Day] {
    setenv("TZ", zone, 1)
    tzset()
    return (0..<20_000).map { index in
      var moment = start + index * step
      var parts = tm()
      localtime_r(&moment, &parts)
      return Day(
        year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
        ?? Day(number: 0)
    }
  }
}
