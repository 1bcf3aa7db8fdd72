/// Repeats the labels of merged areas in the rows that they cover.
///
/// A number is never repeated, since a sum would count it again. A label goes down its first column;
/// in the first rows of a sheet it goes to the right as well where other areas stand beside it, as in
/// a header of several rows, but not where it stands alone, as a title does.
struct MergedFill: ~Copyable {
  private struct Label {
    let area: MergedAreas.Area
    /// Where its text is in `texts`.
    let start: Int
    let end: Int
  }

  /// In how many rows headers are looked for.
  private static let headerRows = 10
  /// More areas cannot lie beside one another.
  private static let limit = CellReference.columnLimit

  private let areas: [MergedAreas.Area]
  /// The first area that has not begun yet.
  private var next = 0
  /// The labels whose areas have begun and not ended.
  private var labels: [Label] = []
  private var texts = GrowingBytes()

  /// Repeats the labels of these areas.
  init(_ areas: MergedAreas) { self.areas = areas.areas }

  /// Whether nothing is to be done in any further row.
  @inline(__always)
  var isDone: Bool { next == areas.count && labels.isEmpty }

  /// Fills a row, given its number from 1. Rows come in order; those without cells need not come.
  mutating func fill(_ row: inout SheetRow, number: Int, shared: SharedStrings?) {
    labels.removeAll { $0.area.bottom < number }
    if labels.isEmpty { texts.cut(to: 0) }
    row.settle()
    while next < areas.count, areas[next].top <= number {
      begin(areas[next], in: row, number: number, shared: shared)
      next += 1
    }
    let isHeader = number <= MergedFill.headerRows && labels.count > 1
    var isFilled = false
    for label in labels {
      let area = label.area
      for column in area.left...(isHeader ? area.right : area.left)
      where number > area.top || column > area.left {
        let text = UnsafeBufferPointer(
          start: texts.base + label.start, count: label.end - label.start)
        row.fill(column, with: text)
        isFilled = true
      }
    }
    if isFilled { row.settle() }
  }

  private mutating func begin(
    _ area: MergedAreas.Area, in row: borrowing SheetRow, number: Int, shared: SharedStrings?
  ) {
    guard area.top == number, labels.count < MergedFill.limit,
      let cell = row.cell(at: area.left), cell.isLabel
    else { return }
    let start = texts.count
    texts.append(row.text(cell, shared))
    labels.append(Label(area: area, start: start, end: texts.count))
  }
}
