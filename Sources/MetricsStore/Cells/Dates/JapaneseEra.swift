/// The years of Japan's eras, as Christian years.
struct JapaneseEra {
  /// The Christian year before the era's first.
  let yearBefore: Int

  /// Goes past an era's name: 令和, 平成, 昭和, one sign for it, or R, H or S in front of a digit; nil
  /// where none stands.
  init?(_ cursor: inout CellCursor) {
    if cursor.take("令", "和") || cursor.take("㋿") {
      yearBefore = 2018
    } else if cursor.take("平", "成") || cursor.take("㍻") {
      yearBefore = 1988
    } else if cursor.take("昭", "和") || cursor.take("㍼") {
      yearBefore = 1925
    } else {
      guard cursor.isLetter, cursor.following &- 0x30 < 10 else { return nil }
      switch Unicode.Scalar(cursor.character | 0x20) {
      case "r": yearBefore = 2018
      case "h": yearBefore = 1988
      case "s": yearBefore = 1925
      default: return nil
      }
      cursor.advance()
    }
  }

  /// Goes past the year within the era, 元 or a number, and gives the Christian year; nil where none
  /// stands. Years count on past the era's end, as plans made before it do.
  func year(_ cursor: inout CellCursor) -> Int? {
    cursor.skipSpaces()
    if cursor.take("元") { return yearBefore + 1 }
    guard let number = DatePart(&cursor), number.digits <= 2, number.value > 0 else { return nil }
    return yearBefore + number.value
  }
}
