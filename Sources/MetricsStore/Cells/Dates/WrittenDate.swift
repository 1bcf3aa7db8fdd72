/// A date as people and their tools write it, with a time that is dropped: no zone moves a date.
///
/// See `NumberedDate`, `NamedDate` and `JapaneseDate` for the ways of writing.
struct WrittenDate {
  /// What the date is.
  enum Reading: Hashable, Sendable {
    /// A date, as `Day.number`.
    case day(Int32)
    /// A month, as the `Day.number` of its first day.
    case month(Int32)
    /// Three numbers whose order decides; in at least one they are a date.
    case numeric(NumericDate)
  }

  /// What the date is.
  let reading: Reading
  /// Whether a time follows it.
  private(set) var hasTime = false

  /// Reads a whole cell; nil where it is no date, or more than one.
  init?(_ cell: CellBytes) {
    guard cell.count <= WrittenDate.longest else { return nil }
    var cursor = CellCursor(cell)
    self.init(&cursor)
    guard cursor.isAtEnd else { return nil }
  }

  /// In bytes; a longer cell is prose.
  static let longest = 96

  /// Goes past a date, its weekday and its time; nil where none stands.
  init?(_ cursor: inout CellCursor) {
    cursor.skipSpaces()
    WrittenDate.skipWeekday(&cursor)
    var isCompactTime = false
    guard let reading = WrittenDate.reading(&cursor, &isCompactTime) else { return nil }
    if case .numeric(let date) = reading, !date.isDate { return nil }
    self.reading = reading
    hasTime = isCompactTime
    WrittenDate.skipWeekdayBehind(&cursor)
    if case .month = reading { return }
    if let time = WrittenTime(cursor) {
      hasTime = true
      cursor = time.end
    }
    var ahead = cursor
    ahead.skipSpaces()
    if ahead.isAtEnd { cursor = ahead }
  }

  private static func reading(_ cursor: inout CellCursor, _ isCompactTime: inout Bool) -> Reading? {
    var ahead = cursor
    if let era = JapaneseEra(&ahead) {
      guard let found = JapaneseDate(era, &ahead) else { return nil }
      cursor = ahead
      return found.reading
    }
    ahead = cursor
    if let named = NamedDate(&ahead) {
      cursor = ahead
      return named.reading
    }
    ahead = cursor
    guard let numbered = NumberedDate(&ahead) else { return nil }
    cursor = ahead
    isCompactTime = numbered.hasTime
    return numbered.reading
  }

  /// Goes past `Mon, ` and `Monday ` in front of a date.
  private static func skipWeekday(_ cursor: inout CellCursor) {
    var ahead = cursor
    guard let word = NameWord(&ahead), CalendarName.isWeekday(word) else { return }
    _ = ahead.take(".")
    _ = ahead.take(",")
    guard ahead.character == 0x20 else { return }
    ahead.skipSpaces()
    cursor = ahead
  }

  /// Goes past `(火)`, `(Tue)`, `(月・祝)`, ` 火曜日` and ` Tue` behind a date.
  private static func skipWeekdayBehind(_ cursor: inout CellCursor) {
    var ahead = cursor
    ahead.skipSpaces()
    let isOpen = ahead.take("(")
    if let word = NameWord(&ahead) {
      guard CalendarName.isWeekday(word) else { return }
    } else {
      guard CalendarName.isWeekday(ahead.character) else { return }
      ahead.advance()
      if ahead.take("曜") { _ = ahead.take("日") }
      if ahead.take("・"), !ahead.take("祝") { return }
    }
    guard !isOpen || ahead.take(")") else { return }
    cursor = ahead
  }
}
