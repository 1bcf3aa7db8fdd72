import Metrics

/// A period as the lines above a table write it: `2025年7月1日 - 2025年7月31日`,
/// `Jul 1, 2025 - Jul 31, 2025`, `2025/07/01-2025/07/31`, or a month.
struct DateRangeText: Hashable, Sendable {
  /// The first day, as `Day.number`.
  let first: Int32
  /// The last day, as `Day.number`.
  let last: Int32

  /// Reads a text that is a period as a whole; nil where it is none, or where the order of day and
  /// month is not known and matters.
  init?(_ text: CellBytes, order: DateOrder? = nil) {
    guard text.count <= DateRangeText.longest else { return nil }
    var cursor = CellCursor(text)
    self.init(&cursor, order: order)
    guard cursor.isAtEnd else { return nil }
  }

  /// Finds a period in a line such as `# Date: Jul 1, 2025 - Jul 31, 2025`; nil where there is none.
  init?(in line: CellBytes, order: DateOrder? = nil) {
    let line = line.part(0, min(line.count, DateRangeText.longest))
    var cursor = CellCursor(line)
    var isBoundary = true
    // A date is tried wherever a word may begin, as far as a line is worth it.
    while !cursor.isAtEnd {
      if isBoundary, cursor.character != 0x20 {
        var ahead = cursor
        if let found = DateRangeText(&ahead, order: order), !DateRangeText.isWord(ahead) {
          self = found
          return
        }
      }
      // Behind these a date goes on.
      isBoundary = ![0x2D, 0x2E, 0x2F].contains(cursor.character) && !DateRangeText.isWord(cursor)
      cursor.advance()
    }
    return nil
  }

  /// In bytes; what stands further behind in a line is no period.
  private static let longest = 512

  private init?(_ cursor: inout CellCursor, order: DateOrder?) {
    guard let start = WrittenDate(&cursor) else { return nil }
    var ahead = cursor
    if DateRangeText.takeDash(&ahead), let end = WrittenDate(&ahead) {
      guard let range = DateRangeText.range(start.reading, end.reading, order) else { return nil }
      (first, last) = range
      cursor = ahead
    } else {
      guard case .month(let day) = start.reading else { return nil }
      (first, last) = (day, DateRangeText.end(ofMonth: day))
    }
  }

  private static func isWord(_ cursor: CellCursor) -> Bool {
    cursor.isLetter || cursor.digit != nil
  }

  /// Goes past what stands between two dates.
  private static func takeDash(_ cursor: inout CellCursor) -> Bool {
    cursor.skipSpaces()
    var isDash = cursor.take("-") || cursor.take("~") || cursor.take("→") || cursor.take("か", "ら")
    if !isDash, let word = NameWord(&cursor) {
      isDash = ["to", "bis", "au", "a", "al", "until", "through"].contains { word == NameWord($0) }
    }
    cursor.skipSpaces()
    return isDash
  }

  /// The days from one date to another; nil where they do not follow each other in just one way.
  private static func range(
    _ start: WrittenDate.Reading, _ end: WrittenDate.Reading, _ order: DateOrder?
  ) -> (Int32, Int32)? {
    var found: (Int32, Int32)?
    for order in order.map({ [$0] }) ?? DateOrder.allCases {
      guard let first = day(start, order, isEnd: false), let last = day(end, order, isEnd: true),
        first <= last
      else { continue }
      if let found, found != (first, last) { return nil }
      found = (first, last)
    }
    return found
  }

  private static func day(
    _ reading: WrittenDate.Reading, _ order: DateOrder, isEnd: Bool
  ) -> Int32? {
    switch reading {
    case .day(let day): day
    case .month(let day): isEnd ? end(ofMonth: day) : day
    case .numeric(let date): date.day(order)
    }
  }

  private static func end(ofMonth first: Int32) -> Int32 {
    let (year, month, _) = Day(number: first).civil
    return first + Int32(Day.length(ofMonth: month, year: year)) - 1
  }
}
