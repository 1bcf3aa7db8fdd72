/// A date that names its month: `1 Jan 2025`, `01-Jan-25`, `July 8, 2025`, `8 juil. 2025`, `Jul 2025`,
/// `2025 Jul 8`.
struct NamedDate {
  /// What the date is.
  let reading: WrittenDate.Reading

  /// Goes past a date; nil where none stands.
  init?(_ cursor: inout CellCursor) {
    guard let found = NamedDate.reading(&cursor) else { return nil }
    reading = found
  }

  private static func reading(_ cursor: inout CellCursor) -> WrittenDate.Reading? {
    guard let first = DatePart(&cursor) else {
      return month(&cursor).flatMap { afterMonth($0, &cursor) }
    }
    if first.digits <= 2 { skipOrdinal(&cursor) }
    guard Gap(&cursor) != nil, let month = month(&cursor) else { return nil }
    if first.digits == 4 { return afterYear(first.value, month, &cursor) }
    guard first.digits <= 2, Gap(&cursor) != nil, let year = year(&cursor, allowsShort: true)
    else { return nil }
    return day(year, month, first.value)
  }

  /// `2025 Jul` and `2025 Jul 8`.
  private static func afterYear(
    _ year: Int, _ month: Int, _ cursor: inout CellCursor
  ) -> WrittenDate.Reading? {
    var ahead = cursor
    guard let gap = Gap(&ahead), gap != .none, let part = DatePart(&ahead), part.digits <= 2 else {
      return self.month(year, month)
    }
    cursor = ahead
    return day(year, month, part.value)
  }

  /// `Jul 2025`, `Jul-25`, `Jul '25` and `July 8, 2025`.
  private static func afterMonth(
    _ month: Int, _ cursor: inout CellCursor
  ) -> WrittenDate.Reading? {
    guard let gap = Gap(&cursor), gap != .none else { return nil }
    let isQuoted = cursor.take("'")
    guard let part = DatePart(&cursor) else { return nil }
    if part.digits <= 2, !isQuoted {
      var ahead = cursor
      skipOrdinal(&ahead)
      if Gap(&ahead) != nil, let year = year(&ahead, allowsShort: gap == .hyphen) {
        cursor = ahead
        return day(year, month, part.value)
      }
    }
    // What spreadsheets make of a month: Jul-25.
    if part.digits == 2, isQuoted || gap == .hyphen {
      return self.month(NumericDate.year(part.value), month)
    }
    return part.digits == 4 && !isQuoted ? self.month(part.value, month) : nil
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> WrittenDate.Reading? {
    CivilDay.number(year: year, month: month, day: day).map { .day($0) }
  }

  private static func month(_ year: Int, _ month: Int) -> WrittenDate.Reading? {
    CivilDay.number(year: year, month: month, day: 1).map { .month($0) }
  }

  /// What stands between the parts.
  private enum Gap {
    case none, space, hyphen

    /// Goes past spaces, a comma, a point, a slash, a hyphen, and `de` or `del`; nil where a hyphen or
    /// slash comes twice.
    init?(_ cursor: inout CellCursor) {
      self = .none
      while true {
        switch Unicode.Scalar(cursor.character) {
        case " ", ",", ".":
          if self == .none { self = .space }
        case "-", "/":
          guard self != .hyphen else { return nil }
          self = .hyphen
        default:
          var ahead = cursor
          guard self == .space, let word = NameWord(&ahead),
            word.bits == 0x6465 || word.bits == 0x64_656C,
            ahead.character == 0x20
          else { return }
          cursor = ahead
        }
        cursor.advance()
      }
    }
  }

  private static func month(_ cursor: inout CellCursor) -> Int? {
    guard let word = NameWord(&cursor) else { return nil }
    return CalendarName.month(word)
  }

  private static func year(_ cursor: inout CellCursor, allowsShort: Bool) -> Int? {
    let isShort = cursor.take("'")
    guard let part = DatePart(&cursor) else { return nil }
    if part.digits == 2, isShort || allowsShort { return NumericDate.year(part.value) }
    return part.digits == 4 && !isShort ? part.value : nil
  }

  /// Goes past `st`, `nd`, `rd`, `th` and `er` behind a day.
  private static func skipOrdinal(_ cursor: inout CellCursor) {
    var ahead = cursor
    guard let word = NameWord(&ahead) else { return }
    switch word.bits {
    case 0x7374, 0x6E64, 0x7264, 0x7468, 0x6572: cursor = ahead
    default: return
    }
  }
}
