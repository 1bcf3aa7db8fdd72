import Metrics

/// What the rows of one dated file add up to.
struct DailyContent: ~Copyable, Sendable {
  /// The figures by segment and day.
  var table: DailyTable
  /// The segments and their values.
  var segments: RowSegments
  /// The texts of each distinct measure.
  var texts: [TextCodes]
  /// Where and when each distinct measure saw them.
  var seen: [SeenTexts]
  /// How many rows name a measure that no metric asks for.
  var unusedRows = 0
  /// Cells of measures that count as missing, though something stands in them.
  var oddities = CellOddities()

  /// Nothing yet, for a plan whose dimensions' columns stand in fields by their positions.
  init(_ plan: SourcePlan, _ layout: DailyLayout, fields: [Int]) {
    table = DailyTable(layout.kinds, panels: layout.panels)
    segments = RowSegments(
      fields: plan.dimensions.map {
        $0.flatMap { fields.indices.contains($0) && fields[$0] >= 0 ? fields[$0] : nil }
      })
    texts = Array(repeating: TextCodes(), count: plan.distinct.count)
    seen = Array(repeating: SeenTexts(), count: plan.distinct.count)
  }

  /// From the first day with a value to the last; nil where there is none.
  var span: DayRange? { table.span }

  /// Takes in what other rows of the same file add up to; returns the code here of each of their
  /// segments.
  @discardableResult
  mutating func join(_ other: borrowing DailyContent) -> [Int32] {
    let codes = segments.join(other.segments)
    table.join(other.table, segments: codes)
    for index in seen.indices {
      let texts = other.texts[index].codes(in: &texts[index])
      seen[index].join(other.seen[index], segments: codes, texts: texts)
    }
    unusedRows += other.unusedRows
    oddities.join(other.oddities)
    return codes
  }
}
