import Metrics
import Testing

@testable import MetricsStore

private func date(_ text: String, _ order: DateOrder? = nil) -> DateCell {
  cell(text) { DateCell($0, DateFormat(order: order)) }
}

private func number(_ iso: String) -> Int32 { Day(iso: iso)?.number ?? .min }

@Suite struct DateCells {
  @Test(arguments: [
    "2025-07-01", "2025/07/01", "2025/7/1", "20250701", "2025.7.1", "2025-7-1", "2025.07.01",
    "2025-07-01 23:59", "2025-07-01T00:00:00Z", "2025/7/1 9:03", "2025-07-01T23:59:59",
    "20250701 10:00", "2025-07-01  07:00:00.123+09:00", "2025070123", "202507012359",
    "20250701235959", "2025/7/1(火)", "2025/7/1（火）", "2025/7/1 (Tue)", "2025年7月1日", "2025年07月01日",
    "2025年7月1日(火)", "2025年7月1日 火曜日", "2025 年 7 月 1 日", "２０２５年７月１日", "２０２５－０７－０１", "２０２５／７／１",
    "令和7年7月1日", "令和７年７月１日", "R7.7.1", "R7/7/1", "r07-07-01", "㋿7年7月1日", "1 Jul 2025",
    "1 July 2025", "01-Jul-25", "01-Jul-2025", "1-Jul-2025", "July 1, 2025", "Jul 1, 2025",
    "Jul 1 2025", "Jul. 1, 2025", "Tue, Jul 1, 2025", "Tuesday, July 1, 2025", "July 1st, 2025",
    "1st July 2025", "1er juil. 2025", "1 juillet 2025", "1. Juli 2025", "1 de julio de 2025",
    "2025 Jul 1", "2025-Jul-01", "Jul-01-2025", "01/Jul/2025", "JUL 1, 2025", "1jul2025",
    "Jul 1, 2025, 12:00:00 AM", "Jul 1, 2025 3:04 PM", "2025-07-01 10:00:00 UTC",
    "2025-07-01 10:00:00 +0900", "2025-07-01 10:00 JST", "2025-07-01 午後3:00", "2025/07/01 3:00 午後",
    "2025年7月1日 10時", "2025年7月1日 10時5分", "2025年7月1日 10時05分30秒", "2025-07-01 10:00:00,5",
    "2025-07-01 10 PM", "2025-07-01t10:00", "01 Jul, 2025 00:03:00",
  ])
  func everyWayOfWritingADateIsRead(_ text: String) {
    #expect(date(text) == .day(number("2025-07-01")))
  }

  @Test(arguments: [
    ("15 Apr, 2021 00:03:00", "2021-04-15"), ("2024041623", "2024-04-16"),
    ("令和元年5月1日", "2019-05-01"), ("H31.4.30", "2019-04-30"), ("平成元年1月8日", "1989-01-08"),
    ("昭和64年1月7日", "1989-01-07"), ("S64.1.7", "1989-01-07"), ("31.12.2025", "2025-12-31"),
    ("1.7.2025", "2025-07-01"), ("3/27/2025", "2025-03-27"), ("27/3/2025", "2025-03-27"),
    ("27-03-2025", "2025-03-27"), ("5/5/2025", "2025-05-05"), ("12/31/99", "1999-12-31"),
    ("99/12/31", "1999-12-31"), ("8 août 2025", "2025-08-08"), ("8 févr. 2025", "2025-02-08"),
    ("3. März 2025", "2025-03-03"), ("24. Dez. 2025", "2025-12-24"), ("6 ene 2025", "2025-01-06"),
    ("30 septiembre 2025", "2025-09-30"), ("3/27/2025 4:05:06 PM", "2025-03-27"),
    ("1900-01-01", "1900-01-01"), ("2199/12/31", "2199-12-31"),
  ])
  func eachIsTheDateItSays(_ text: String, _ day: String) {
    #expect(date(text) == .day(number(day)))
  }

  @Test(arguments: [
    "2025-07", "2025/7", "2025.7", "202507", "2025年7月", "2025年07月分", "2025年7月度", "令和7年7月", "R7.7",
    "R7/07",
    "Jul 2025", "July 2025", "Jul-25", "Jul '25", "Jul-2025", "7/2025", "07-2025", "07.2025",
    "juillet 2025", "2025 Jul", "２０２５年７月",
  ])
  func aMonthIsItsFirstDayAndKnownAsAMonth(_ text: String) {
    #expect(date(text) == .month(number("2025-07-01")))
  }

  @Test func theOrderDecidesWhatNumbersMean() {
    #expect(date("3/4/2025", .monthDayYear) == .day(number("2025-03-04")))
    #expect(date("3/4/2025", .dayMonthYear) == .day(number("2025-04-03")))
    #expect(date("03-04-25", .yearMonthDay) == .day(number("2003-04-25")))
    #expect(date("25/3/4", .yearMonthDay) == .invalid)
    #expect(date("25/3/04", .yearMonthDay) == .day(number("2025-03-04")))
    #expect(date("3.4.2025", .monthDayYear) == .day(number("2025-03-04")))
    // A date that the column's order does not allow is not turned round.
    #expect(date("27/3/2025", .monthDayYear) == .invalid)
    #expect(date("3/27/2025", .dayMonthYear) == .invalid)
    #expect(date("2025-03-04", .dayMonthYear) == .day(number("2025-03-04")))
  }

  @Test(arguments: ["3/4/2025", "03-04-2025", "3/4/25", "25/12/31", "01.07.25", "5/5/25"])
  func withoutAnOrderSomeDatesStayOpen(_ text: String) {
    guard case .ambiguous = date(text) else {
      Issue.record("\(text) is \(date(text))")
      return
    }
  }

  @Test func anOpenDateKeepsBothReadings() {
    guard case .ambiguous(let open) = date("3/4/2025 10:00") else {
      Issue.record("it is \(date("3/4/2025 10:00"))")
      return
    }
    #expect(open.day(.monthDayYear) == number("2025-03-04"))
    #expect(open.day(.dayMonthYear) == number("2025-04-03"))
    #expect(open.day(.yearMonthDay) == nil)
  }

  @Test func aLeapDayIsADateInLeapYearsOnly() {
    #expect(date("2024-02-29") == .day(number("2024-02-29")))
    #expect(date("2000/2/29") == .day(number("2000-02-29")))
    #expect(date("2026-02-29") == .invalid)
    #expect(date("1900-02-29") == .invalid)
    #expect(date("29 Feb 2025") == .invalid)
  }

  @Test(arguments: ["", "-", "--", "NA", "null", "－", "未定", "#N/A", "TBD"])
  func whatIsMissing(_ text: String) {
    #expect(date(text) == .missing)
  }

  @Test(arguments: [
    "2026", "2026/11-05", "2026-13-01", "20261301", "2026-11-05x", "2026-11-05 later",
    "2026-11-05T", "2026/111/5", "2026/11/", "2026//1", "0202-11-05", "9999-01-01", "Total",
    "2026-11-051", "2026/1/123", "2026-00-01", "2026-01-00", "2026-11-05 99:99", "2026-11-05 10:60",
    "2026110524", "2026110510600", "13/13/2025", "32/1/2025", "Foo 1, 2025", "1 Jan", "Jan", "1",
    "2025年", "2025年13月", "2025年7月32日", "7月1日", "25年7月1日", "令和7年", "令和0年1月", "令和7年度", "R7",
    "S10", "M6.6", "Jul 32, 2025", "Jul 8 10:30", "2025-W27", "Q1 2025", "12:30", "1899-12-31",
    "2200-01-01", "2026-11-05 - 2026-11-06", "2026-11-05 12:00 - 13:00", "45839", "1,234",
    "5:00 PM", "2025-07-01 (Foo)", "2025-07-01 (火", "1/2/3/4", "1-2-", "--1", "2025--7", "2025-7-",
    "99999999999999999999", "2025-07-01 10:00:00 +09:", "7/1", "2025 2025 Jul",
  ])
  func whatIsNeither(_ text: String) {
    #expect(date(text) == .invalid)
  }

  @Test(arguments: [
    ("45839", SerialDate.Epoch.year1900, "2025-07-01"), ("45839.999", .year1900, "2025-07-01"),
    ("1", .year1900, "1900-01-01"), ("59", .year1900, "1900-02-28"),
    ("61", .year1900, "1900-03-01"), ("44377", .year1904, "2025-07-01"),
    ("0", .year1904, "1904-01-01"), ("109574", .year1900, "2199-12-31"),
  ])
  func serialNumbersAreDatesWhereTheCallerSaysSo(
    _ text: String, _ epoch: SerialDate.Epoch, _ day: String
  ) {
    #expect(cell(text) { DateCell($0, DateFormat(serials: epoch)) } == .day(number(day)))
  }

  @Test(arguments: ["0", "60", "-1", "109575", "1e300", "999999999999999999999", "5/0"])
  func someSerialNumbersAreNoDates(_ text: String) {
    #expect(cell(text) { DateCell($0, DateFormat(serials: .year1900)) } == .invalid)
  }
}
