import Metrics

/// The period that a file's name tells: `board-2025-07.csv`, `report_20250701-20250731.csv`,
/// `2025年7月.csv`, `FY2025Q3.xlsx`.
struct FileNamePeriod {
  /// The days; nil where the name tells no period, or several that are no beginning and end.
  let range: DayRange?

  /// Looks into the last part of a path.
  init(_ path: String, calendar: BusinessCalendar) {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    var reader = NamedPeriods(name, calendar)
    let found = reader.all()
    switch found.count {
    case 1: range = found[0].days
    case 2 where found[0].end == found[1].start || reader.isJoining(found[0].end..<found[1].start):
      let (first, last) = (found[0].days, found[1].days)
      range = first.start <= last.last ? DayRange(first.start, until: last.end) : nil
    default: range = nil
    }
  }
}

/// Reads the periods that stand in a name, from left to right.
private struct NamedPeriods {
  /// A period, and the characters that name it.
  struct Found {
    let days: DayRange
    let start: Int
    let end: Int
  }

  private let characters: [Character]
  private let calendar: BusinessCalendar
  private var index = 0

  init(_ name: String, _ calendar: BusinessCalendar) {
    // Names are short; what is longer is none that a person gave.
    let spaced = name.prefix(255).map { $0.isWhitespace ? "_" : String($0) }.joined()
    characters = Array(HeaderName.folded(spaced))
    self.calendar = calendar
  }

  /// Every period; none where a number could be a date and a time at once.
  mutating func all() -> [Found] {
    var found: [Found] = []
    while index < characters.count {
      let isInside = index > 0 && characters[index - 1].isASCIIDigit
      if characters[index].isASCIIDigit, !isInside, let next = period() {
        found.append(next)
        guard !isMoment(next) else { return [] }
        index = next.end
      } else {
        index += 1
      }
    }
    return found
  }

  /// Whether only a sign or word that joins a beginning and an end stands there.
  func isJoining(_ range: Range<Int>) -> Bool {
    ["-", "_", "--", "__", "_-_", "~", "to", "_to_", "-to-", "から", "_~_"].contains(
      String(characters[range]))
  }

  /// Whether a time of day stands behind a date, so that it says when the file was made.
  private func isMoment(_ found: Found) -> Bool {
    guard found.days.count == 1, found.end < characters.count,
      "-_t".contains(characters[found.end])
    else { return false }
    let digits = digits(found.end + 1)
    switch digits.count {
    case 4: return true
    case 6: return month(digits.value / 100, digits.value % 100, 0) == nil
    default: return false
    }
  }

  /// The period whose name starts with the digits here.
  private func period() -> Found? {
    let first = digits(index)
    let end = index + first.count
    switch first.count {
    case 8: return day(first.value, count: 8).map { found($0...$0, end) }
    case 6: return month(first.value / 100, first.value % 100, end)
    case 4: return inYear(first.value, end)
    default: return nil
    }
  }

  private func inYear(_ year: Int, _ end: Int) -> Found? {
    guard (1900...2199).contains(year) else { return nil }
    if at(end, "年度") { return labelled("FY\(year)", end + 2) }
    if at(end, "年") { return inJapaneseYear(year, end + 1) }
    let isFiscal = index >= 2 && characters[(index - 2)..<index].elementsEqual("fy")
    let separator = end < characters.count && "-_.".contains(characters[end]) ? 1 : 0
    let next = end + separator
    for (letter, digitCount) in [("q", 1), ("w", 2)] where at(next, letter) {
      let number = digits(next + 1)
      guard number.count == digitCount else { return nil }
      let label = letter == "q" ? "\(year)-Q\(number.value)" : "\(year)-W\(padded(number.value))"
      return labelled(label, next + 1 + number.count)
    }
    let monthDigits = digits(next)
    guard separator == 1, monthDigits.count == 2 else {
      return isFiscal ? labelled("FY\(year)", end) : nil
    }
    let afterMonth = next + 2
    // The months of a fiscal year are counted in more than one way.
    guard !isFiscal else { return nil }
    guard afterMonth < characters.count, characters[afterMonth] == characters[end] else {
      return month(year, monthDigits.value, afterMonth)
    }
    let dayDigits = digits(afterMonth + 1)
    guard (1...2).contains(dayDigits.count) else {
      return month(year, monthDigits.value, afterMonth)
    }
    return Day(year: year, month: monthDigits.value, day: dayDigits.value)
      .map { found($0...$0, afterMonth + 1 + dayDigits.count) }
  }

  /// `2025年7月1日`, `2025年7月` or `2025年`, behind the year's mark.
  private func inJapaneseYear(_ year: Int, _ start: Int) -> Found? {
    let monthDigits = digits(start)
    let afterMonth = start + monthDigits.count
    guard (1...2).contains(monthDigits.count), at(afterMonth, "月") else {
      guard let first = Day(year: year, month: 1, day: 1),
        let last = Day(year: year, month: 12, day: 31)
      else { return nil }
      return found(first...last, start)
    }
    let dayDigits = digits(afterMonth + 1)
    let afterDay = afterMonth + 1 + dayDigits.count
    guard (1...2).contains(dayDigits.count), at(afterDay, "日") else {
      return month(year, monthDigits.value, afterMonth + 1)
    }
    return Day(year: year, month: monthDigits.value, day: dayDigits.value)
      .map { found($0...$0, afterDay + 1) }
  }

  private func month(_ year: Int, _ month: Int, _ end: Int) -> Found? {
    guard (1900...2199).contains(year), (1...12).contains(month),
      let first = Day(year: year, month: month, day: 1)
    else { return nil }
    return found(first...(first + Day.length(ofMonth: month, year: year) - 1), end)
  }

  /// The day that eight digits write.
  private func day(_ value: Int, count: Int) -> Day? {
    guard count == 8, (1900...2199).contains(value / 10_000) else { return nil }
    return Day(year: value / 10_000, month: value / 100 % 100, day: value % 100)
  }

  private func labelled(_ label: String, _ end: Int) -> Found? {
    calendar.period(labelled: label).map { Found(days: $0.range, start: start, end: end) }
  }

  private func found(_ days: ClosedRange<Day>, _ end: Int) -> Found {
    Found(days: DayRange(days.lowerBound, through: days.upperBound), start: start, end: end)
  }

  /// Where the period's name begins, with the mark of a fiscal year before it.
  private var start: Int {
    index >= 2 && characters[(index - 2)..<index].elementsEqual("fy") ? index - 2 : index
  }

  private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private func at(_ index: Int, _ text: String) -> Bool {
    index <= characters.count && characters[index...].starts(with: text)
  }

  /// The digits from an index on; more than ten are no number here.
  private func digits(_ index: Int) -> (value: Int, count: Int) {
    guard index < characters.count else { return (0, 0) }
    let digits = characters[index...].prefix { $0.isASCIIDigit }
    guard digits.count <= 10 else { return (0, digits.count) }
    return (Int(String(digits)) ?? 0, digits.count)
  }
}
