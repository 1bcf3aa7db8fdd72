import Metrics
import Testing

@testable import MetricsStore

/// Offsets at 1,000 moments from 1938 to 2096, compared with Python's zoneinfo by a checksum that
/// was computed there: acc = (acc * 31 + offset) mod (2^61 - 1), every 5,000,011 seconds from
/// -1,000,000,000 to 4,000,000,000.
@Test(
  arguments: [
    ("Asia/Tokyo", 1_204_910_425_313_086_456),
    ("Europe/Berlin", 314_968_757_857_191_496),
    ("America/New_York", 1_899_033_313_237_539_129),
    ("Australia/Lord_Howe", 1_027_948_439_707_971_090),
    ("America/Sao_Paulo", 2_035_818_095_394_999_982),
    ("Africa/Casablanca", 895_902_326_866_521_606),
    ("Asia/Kathmandu", 1_805_139_713_848_806_095),
    ("UTC", 0),
  ])
func aZoneHasTheOffsetsThatPythonFinds(zone: String, checksum: Int) {
  let rules = ZoneRules(zone)
  var sum = Int128(0)
  for second in stride(from: -1_000_000_000, to: 4_000_000_000, by: 5_000_011) {
    let modulus = (Int128(1) << 61) - 1
    sum = (sum * 31 + Int128(rules.offset(atSecond: second))) % modulus
    if sum < 0 { sum += modulus }
  }
  #expect(sum == Int128(checksum))
}

@Test func theFiscalYearBeginsInTokyoWhileItIsStillMarchInLondon() {
  // 2026-03-31 15:30 UTC.
  let moment = 1_774_971_000
  #expect(ZoneClock("Asia/Tokyo").day(atSecond: moment) == Day(iso: "2026-04-01"))
  #expect(ZoneClock("Europe/London").day(atSecond: moment) == Day(iso: "2026-03-31"))
}

@Test(arguments: ["", "No/Such", "../../etc/passwd", "/etc/passwd"])
func anUnknownZoneIsUTC(zone: String) {
  #expect(ZoneRules(zone).offset(atSecond: 0) == 0)
}

@Test func damagedZoneFilesAreUTCRatherThanACrash() {
  var bytes = Array("TZif2".utf8) + [UInt8](repeating: 0xFF, count: 60)
  #expect(ZoneRules(bytes: bytes).offset(atSecond: 0) == 0)
  bytes = Array("TZif2".utf8)
  #expect(ZoneRules(bytes: bytes).offset(atSecond: 0) == 0)
}
