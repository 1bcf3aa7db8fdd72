import Metrics

/// The rule for all times after a zone file's last transition, such as `CET-1CEST,M3.5.0,M10.5.0/3`.
///
/// The form is POSIX's `TZ` with the wider hours of RFC 8536; of its three kinds of dates the zone
/// files of the world use the month-week-weekday one, and any other makes the zone keep its
/// standard time.
struct ZoneFooter: Sendable {
  private let standard: Int
  private var summer: (offset: Int, start: Change, end: Change)?

  /// A moment of every year at which the clocks change.
  private struct Change {
    let month: Int
    let week: Int
    let weekday: Int
    let seconds: Int
  }

  /// A rule; nil where the text is none.
  init?(_ text: String) {
    var rest = text[...]
    guard ZoneFooter.skipName(&rest), let west = ZoneFooter.time(&rest) else { return nil }
    standard = -west
    guard ZoneFooter.skipName(&rest) else { return }
    let offset = ZoneFooter.time(&rest).map { -$0 } ?? standard + 3600
    guard let start = ZoneFooter.change(&rest), let end = ZoneFooter.change(&rest) else { return }
    summer = (offset, start, end)
  }

  /// How many seconds the clocks are ahead of UTC at a moment.
  func offset(atSecond second: Int) -> Int {
    guard let summer else { return standard }
    let year = Day(number: Int32(clamping: second / 86_400)).civil.year
    let start = ZoneFooter.second(of: summer.start, year: year) - standard
    let end = ZoneFooter.second(of: summer.end, year: year) - summer.offset
    let isSummer =
      start < end ? (start..<end).contains(second) : !(end..<start).contains(second)
    return isSummer ? summer.offset : standard
  }

  /// The moment of a change in a year, by the clocks there.
  private static func second(of change: Change, year: Int) -> Int {
    guard let first = Day(year: year, month: change.month, day: 1) else { return 0 }
    let length = Day.length(ofMonth: change.month, year: year)
    let toWeekday = (change.weekday - first.weekday.rawValue % 7 + 7) % 7
    var day = toWeekday + (change.week - 1) * 7
    while day >= length { day -= 7 }
    return (Int(first.number) + day) * 86_400 + change.seconds
  }

  private static func skipName(_ rest: inout Substring) -> Bool {
    let before = rest
    if rest.hasPrefix("<"), let close = rest.firstIndex(of: ">") {
      rest = rest[rest.index(after: close)...]
    } else {
      rest = rest.drop { $0.isLetter }
    }
    return rest.startIndex != before.startIndex
  }

  /// Hours, and perhaps minutes and seconds, with a sign, in seconds.
  private static func time(_ rest: inout Substring) -> Int? {
    let text = rest.prefix { $0.isNumber || $0 == ":" || $0 == "-" || $0 == "+" }
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" || $0 == "+" }.split(separator: ":").map { Int($0) ?? 0 }
    guard !parts.isEmpty, parts.allSatisfy({ $0 < 1000 }) else { return nil }
    rest = rest[text.endIndex...]
    let seconds = zip(parts, [3600, 60, 1]).reduce(0) { $0 + $1.0 * $1.1 }
    return isNegative ? -seconds : seconds
  }

  private static func change(_ rest: inout Substring) -> Change? {
    guard rest.hasPrefix(",M") else { return nil }
    rest = rest.dropFirst(2)
    let text = rest.prefix { $0.isNumber || $0 == "." }
    rest = rest[text.endIndex...]
    let numbers = text.split(separator: ".").compactMap { Int($0) }
    guard numbers.count == 3, (1...12).contains(numbers[0]), (1...5).contains(numbers[1]),
      (0...6).contains(numbers[2])
    else { return nil }
    var seconds = 7200
    if rest.hasPrefix("/") {
      rest = rest.dropFirst()
      guard let given = time(&rest) else { return nil }
      seconds = given
    }
    return Change(month: numbers[0], week: numbers[1], weekday: numbers[2], seconds: seconds)
  }
}
