import Metrics

/// The period that the lines above a header tell: `# Start date: 20250701` with `# End date: …`,
/// `2025年7月1日 - 2025年7月31日`, `"# Date: Jul 1, 2025 - Jul 31, 2025"`, `# 20250701-20250731`.
struct PreamblePeriod {
  /// The days; nil where the lines tell no period, or several.
  let range: DayRange?

  /// More lines than this before a header are none of its own.
  private static let limit = 64

  /// Looks through lines as the file writes them, comment marks included; of several pairs of a start
  /// and an end the last counts, which stands nearest to the header. `order` is that of day and month
  /// where the definitions give one.
  init(_ lines: [String], order: DateOrder? = nil) {
    var start: Day?
    var end: Day?
    var ranges: Set<DayRange> = []
    var days: Set<DayRange> = []
    for line in lines.suffix(PreamblePeriod.limit) {
      let line = PreambleLine(line)
      if let day = line.day(behind: ["startdate:", "開始日:"], order) {
        (start, end) = (day, nil)
      } else if let day = line.day(behind: ["enddate:", "終了日:"], order) {
        end = day
      } else if let range = line.range(order) {
        ranges.insert(range)
      } else if let day = line.day(order) {
        days.insert(DayRange(day, through: day))
      }
    }
    if let start {
      range = end.flatMap { start <= $0 ? DayRange(start, through: $0) : nil }
    } else {
      let found = ranges.isEmpty ? days : ranges
      range = found.count == 1 ? found.first : nil
    }
  }
}

/// A line above a header, without comment marks, quotes, and the separators that spreadsheets add.
private struct PreambleLine {
  private let text: String

  init(_ line: String) {
    let isPadding: (Character) -> Bool = { $0.isWhitespace || "#\"',;\t\u{FEFF}".contains($0) }
    let line = line.prefix(1000).drop(while: isPadding)
    text = line.lastIndex { !isPadding($0) }.map { String(line[...$0]) } ?? ""
  }

  /// The date behind one of the labels, which are folded; nil where there is something else.
  func day(behind labels: [String], _ order: DateOrder?) -> Day? {
    guard let colon = text.firstIndex(where: { ":：".contains($0) }),
      labels.contains(HeaderName.folded(String(text[...colon])))
    else { return nil }
    return PreambleLine.day(String(text[text.index(after: colon)...]), order)
  }

  /// The date that is all of the line.
  func day(_ order: DateOrder?) -> Day? { PreambleLine.day(text, order) }

  /// The period somewhere in the line.
  func range(_ order: DateOrder?) -> DayRange? {
    var text = text
    return text.withUTF8 { bytes in
      DateRangeText(in: CellBytes(bytes), order: order).map {
        DayRange(Day(number: $0.first), through: Day(number: $0.last))
      }
    }
  }

  private static func day(_ text: String, _ order: DateOrder?) -> Day? {
    var text = text
    return text.withUTF8 { bytes in
      switch WrittenDate(CellBytes(bytes).trimmed)?.reading {
      case .day(let number): Day(number: number)
      case .numeric(let date): order.flatMap { date.day($0) }.map { Day(number: $0) }
      case .month, nil: nil
      }
    }
  }
}
