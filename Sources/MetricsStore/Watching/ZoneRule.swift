import Metrics

/// How a zone's clocks go from year to year, as POSIX writes it: `CET-1CEST,M3.5.0,M10.5.0/3`.
struct ZoneRule: Sendable {
  private let standard: Int
  private var summer: (offset: Int, start: Change, end: Change)?

  /// A moment of the year at which clocks change.
  private struct Change {
    enum Date {
      /// The week (5 for the last) of a month, and the weekday from 0 for Sunday.
      case weekday(month: Int, week: Int, weekday: Int)
      /// A day of the year from 1, where February 29 is never counted.
      case yearDay(Int)
      /// A day of the year from 0.
      case index(Int)
    }

    let date: Date
    /// Seconds after midnight by the clocks before the change.
    let time: Int
  }

  /// The rule that a text writes; nil where it is none.
  init?(_ text: String) {
    var rest = text.utf8[...]
    guard ZoneRule.takeName(&rest), let west = ZoneRule.takeTime(&rest) else { return nil }
    standard = -west
    guard !rest.isEmpty else { return }
    guard ZoneRule.takeName(&rest) else { return nil }
    var offset = standard + 3600
    if rest.first != UInt8(ascii: ","), let west = ZoneRule.takeTime(&rest) { offset = -west }
    guard let start = ZoneRule.takeChange(&rest), let end = ZoneRule.takeChange(&rest),
      rest.isEmpty
    else { return nil }
    summer = (offset, start, end)
  }

  /// How many seconds the zone is ahead of UTC at a moment, in seconds since 1970.
  func offset(at moment: Int) -> Int {
    guard let summer else { return standard }
    let local = moment + standard
    let year = Day(number: Int32(clamping: (local - ((local % 86_400) + 86_400) % 86_400) / 86_400))
      .civil.year
    let start = ZoneRule.moment(summer.start, year) - standard
    let end = ZoneRule.moment(summer.end, year) - summer.offset
    let isSummer = start < end ? moment >= start && moment < end : !(moment >= end && moment < start)
    return isSummer ? summer.offset : standard
  }

  /// When a change comes in a year, in seconds since 1970 of the local clocks.
  private static func moment(_ change: Change, _ year: Int) -> Int {
    let newYear = Day(year: year, month: 1, day: 1) ?? Day(number: 0)
    let day: Day
    switch change.date {
    case .index(let index): day = newYear + index
    case .yearDay(let number):
      let isLeap = Day.length(ofMonth: 2, year: year) == 29
      day = newYear + number - (isLeap && number >= 60 ? 0 : 1)
    case .weekday(let month, let week, let weekday):
      let first = Day(year: year, month: month, day: 1) ?? newYear
      let ahead = (weekday - first.weekday.rawValue % 7 + 7) % 7
      let length = Day.length(ofMonth: month, year: year)
      let inMonth = ahead + (week - 1) * 7
      day = first + (inMonth >= length ? inMonth - 7 : inMonth)
    }
    return Int(day.number) * 86_400 + change.time
  }

  private static func takeName(_ rest: inout Substring.UTF8View) -> Bool {
    if rest.first == UInt8(ascii: "<") {
      guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
      rest = rest[rest.index(after: end)...]
      return true
    }
    let name = rest.prefix { (0x41...0x5A).contains($0 & 0xDF) }
    rest = rest[name.endIndex...]
    return name.count >= 3
  }

  /// Hours, with minutes and seconds where they stand, in seconds.
  private static func takeTime(_ rest: inout Substring.UTF8View) -> Int? {
    var sign = 1
    if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      sign = first == UInt8(ascii: "-") ? -1 : 1
      rest.removeFirst()
    }
    guard let hours = takeNumber(&rest) else { return nil }
    var seconds = hours * 3600
    for unit in [60, 1] where rest.first == UInt8(ascii: ":") {
      rest.removeFirst()
      guard let part = takeNumber(&rest) else { return nil }
      seconds += part * unit
    }
    return sign * seconds
  }

  private static func takeNumber(_ rest: inout Substring.UTF8View) -> Int? {
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    guard (1...3).contains(digits.count) else { return nil }
    rest = rest[digits.endIndex...]
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static func takeChange(_ rest: inout Substring.UTF8View) -> Change? {
    guard rest.popFirst() == UInt8(ascii: ",") else { return nil }
    let date: Change.Date
    switch rest.first {
    case UInt8(ascii: "M"):
      rest.removeFirst()
      guard let month = takeNumber(&rest), rest.popFirst() == UInt8(ascii: "."),
        let week = takeNumber(&rest), rest.popFirst() == UInt8(ascii: "."),
        let weekday = takeNumber(&rest), (1...12).contains(month), (1...5).contains(week),
        weekday < 7
      else { return nil }
      date = .weekday(month: month, week: week, weekday: weekday)
    case UInt8(ascii: "J"):
      rest.removeFirst()
      guard let number = takeNumber(&rest), (1...365).contains(number) else { return nil }
      date = .yearDay(number)
    default:
      guard let index = takeNumber(&rest) else { return nil }
      date = .index(index)
    }
    guard rest.first == UInt8(ascii: "/") else { return Change(date: date, time: 7200) }
    rest.removeFirst()
    return takeTime(&rest).map { Change(date: date, time: $0) }
  }
}
