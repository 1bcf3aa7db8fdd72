/// Sets rows apart that sum up others, and gives all others to a sink.
struct TotalsApart<Sink: SharedRowSink & ~Copyable>: SharedRowSink, ~Copyable {
  /// What gets the other rows.
  var sink: Sink
  /// The first totals, in the order in which they were met.
  private(set) var totals: [StatedTotal] = []

  /// So many totals are kept to compare them.
  private static var limit: Int { 64 }

  private let marks: TotalMarks
  /// Whether nothing can tell a total, as in logs.
  private let isUnmarked: Bool

  /// Nothing read yet.
  init(_ sink: consuming Sink, _ marks: TotalMarks) {
    self.sink = sink
    self.marks = marks
    isUnmarked = marks.labels.isEmpty && marks.filled.isEmpty && marks.line == nil
  }

  func fresh() -> TotalsApart { TotalsApart(sink.fresh(), marks) }

  mutating func begin(chunk: Int) { sink.begin(chunk: chunk) }

  @inline(__always)
  mutating func take<Row: RowCells & ~Copyable>(_ row: inout Row) -> RowOutcome {
    isUnmarked ? sink.take(&row) : takeMarked(&row)
  }

  private mutating func takeMarked<Row: RowCells & ~Copyable>(_ row: inout Row) -> RowOutcome {
    for field in marks.labels where TotalLabel.isPossible(row.cell(field)) {
      if let kind = label(&row) { return setApart(&row, kind) }
      break
    }
    for field in marks.filled where row.cell(field).isEmpty { return setApart(&row, .total) }
    if let line = marks.line, row.line == line { return setApart(&row, .total) }
    return sink.take(&row)
  }

  /// What the row's figures are by what its labels say; nil where it is a row like others.
  @inline(never)
  private func label<Row: RowCells & ~Copyable>(_ row: inout Row) -> TotalLabel.Kind? {
    var isPart = false
    for field in marks.labels {
      let cell = row.cell(field)
      if let label = TotalLabel(cell) {
        guard label.isCertain else { return nil }
        return isPart && label.kind == .total ? .subtotal : label.kind
      }
      if !NumberCell.isMissing(cell) { isPart = true }
    }
    return nil
  }

  @inline(never)
  private mutating func setApart<Row: RowCells & ~Copyable>(
    _ row: inout Row, _ kind: TotalLabel.Kind
  ) -> RowOutcome {
    if totals.count < TotalsApart.limit {
      var label = ""
      for field in marks.labels where label.isEmpty { label = row.text(field) }
      var figures: [String] = []
      for field in marks.figures { figures.append(row.text(field)) }
      totals.append(StatedTotal(line: row.line, label: label, kind: kind, figures: figures))
    }
    return .total
  }

  mutating func join(_ other: borrowing TotalsApart) {
    sink.join(other.sink)
    totals += other.totals
    totals.sort { $0.line < $1.line }
    totals.removeLast(max(0, totals.count - TotalsApart.limit))
  }

  /// The sink, when all rows have been read.
  consuming func finished() -> Sink { sink }
}
