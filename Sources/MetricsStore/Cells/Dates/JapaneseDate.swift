/// A date with 年, 月 and 日, or one that counts years by Japan's eras: `令和6年4月1日`, `R6.6`.
struct JapaneseDate {
  /// What the date is.
  let reading: WrittenDate.Reading

  /// Goes past what follows an era's name; nil where it is no date.
  init?(_ era: JapaneseEra, _ cursor: inout CellCursor) {
    guard let year = era.year(&cursor) else { return nil }
    cursor.skipSpaces()
    if cursor.take("年") {
      guard let found = JapaneseDate.month(of: year, &cursor) else { return nil }
      reading = found
      return
    }
    let separator = cursor.character
    guard separator == 0x2E || separator == 0x2F || separator == 0x2D else { return nil }
    cursor.advance()
    guard let month = DatePart(&cursor), month.digits <= 2 else { return nil }
    var day: Int?
    if cursor.character == separator, cursor.following &- 0x30 < 10 {
      cursor.advance()
      guard let part = DatePart(&cursor), part.digits <= 2 else { return nil }
      day = part.value
    }
    guard let found = JapaneseDate.reading(year, month.value, day) else { return nil }
    reading = found
  }

  /// Goes past a month and perhaps a day behind 年; nil where none stands.
  static func month(of year: Int, _ cursor: inout CellCursor) -> WrittenDate.Reading? {
    cursor.skipSpaces()
    guard let month = DatePart(&cursor), month.digits <= 2 else { return nil }
    cursor.skipSpaces()
    guard cursor.take("月") else { return nil }
    var ahead = cursor
    ahead.skipSpaces()
    guard let day = DatePart(&ahead) else {
      // 7月分, 7月度: what happened in it.
      if !cursor.take("分") { _ = cursor.take("度") }
      return reading(year, month.value, nil)
    }
    ahead.skipSpaces()
    guard day.digits <= 2, ahead.take("日") else { return nil }
    cursor = ahead
    return reading(year, month.value, day.value)
  }

  private static func reading(_ year: Int, _ month: Int, _ day: Int?) -> WrittenDate.Reading? {
    guard let number = CivilDay.number(year: year, month: month, day: day ?? 1) else { return nil }
    return day == nil ? .month(number) : .day(number)
  }
}
