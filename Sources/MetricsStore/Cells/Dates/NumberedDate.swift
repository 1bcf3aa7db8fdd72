/// A date that begins with a number: `2025-07-01`, `2025/7`, `20250701`, `2025年7月1日`, `3/4/2025`,
/// `1.7.25`, `07/2025`.
struct NumberedDate {
  /// What the date is.
  let reading: WrittenDate.Reading
  /// Whether its digits go on with hours.
  private(set) var hasTime = false

  /// Goes past a date; nil where none stands.
  init?(_ cursor: inout CellCursor) {
    guard let first = DatePart(&cursor) else { return nil }
    switch first.digits {
    case 4:
      guard let found = NumberedDate.yearFirst(first.value, &cursor) else { return nil }
      reading = found
    case 1, 2:
      guard let found = NumberedDate.yearLast(first.value, &cursor) else { return nil }
      reading = found
    default:
      guard let found = NumberedDate.compact(first) else { return nil }
      reading = found
      hasTime = first.digits > 8
    }
  }

  /// Year and month, or year, month and day, or these with hours, minutes and seconds.
  private static func compact(_ digits: DatePart) -> WrittenDate.Reading? {
    var value = digits.value
    switch digits.digits {
    case 6: return month(value / 100, value % 100)
    case 8: break
    case 10, 12, 14:
      var rest = digits.digits
      while rest > 8 {
        guard value % 100 < (rest == 10 ? 24 : 60) else { return nil }
        value /= 100
        rest -= 2
      }
    default: return nil
    }
    return day(value / 10_000, value / 100 % 100, value % 100)
  }

  /// What follows a year.
  private static func yearFirst(_ year: Int, _ cursor: inout CellCursor) -> WrittenDate.Reading? {
    var ahead = cursor
    ahead.skipSpaces()
    if ahead.take("年") {
      cursor = ahead
      return JapaneseDate.month(of: year, &cursor)
    }
    let separator = cursor.character
    guard NumericDate.Separator(separator) != nil else { return nil }
    cursor.advance()
    guard let month = shortPart(&cursor) else { return nil }
    ahead = cursor
    guard ahead.character == separator, ahead.following &- 0x30 < 10 else {
      return NumberedDate.month(year, month)
    }
    ahead.advance()
    guard let day = shortPart(&ahead) else { return nil }
    cursor = ahead
    return NumberedDate.day(year, month, day)
  }

  /// What follows a month or a day.
  private static func yearLast(_ first: Int, _ cursor: inout CellCursor) -> WrittenDate.Reading? {
    let character = cursor.character
    guard let separator = NumericDate.Separator(character) else { return nil }
    cursor.advance()
    guard let second = DatePart(&cursor) else { return nil }
    if second.digits == 4 { return month(second.value, first) }
    guard second.digits <= 2, cursor.character == character else { return nil }
    cursor.advance()
    guard let third = DatePart(&cursor), third.digits == 2 || third.digits == 4 else { return nil }
    return .numeric(
      NumericDate(
        separator: separator, first: first, second: second.value, third: third.value,
        isShort: third.digits == 2))
  }

  private static func shortPart(_ cursor: inout CellCursor) -> Int? {
    guard let part = DatePart(&cursor), part.digits <= 2 else { return nil }
    return part.value
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> WrittenDate.Reading? {
    CivilDay.number(year: year, month: month, day: day).map { .day($0) }
  }

  private static func month(_ year: Int, _ month: Int) -> WrittenDate.Reading? {
    CivilDay.number(year: year, month: month, day: 1).map { .month($0) }
  }
}

extension NumericDate.Separator {
  /// The separator that a character is; nil where it is none.
  fileprivate init?(_ character: UInt32) {
    switch Unicode.Scalar(character) {
    case "/": self = .slash
    case "-": self = .dash
    case ".": self = .dot
    default: return nil
    }
  }
}
