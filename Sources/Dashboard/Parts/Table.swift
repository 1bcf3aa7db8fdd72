import Drawing

/// Rows and columns of words, bars and small charts, fitted to the room there is.
///
/// Every column is as wide as its widest cell. Where that is too much, columns are left out by rank,
/// the highest first, and then the first column is cut.
struct Table {
  /// What a cell shows.
  enum Cell {
    case text(String, Style)
    case sparkline([Double?], Style)
    case bar(Double, Style)

    static let empty = Cell.text("", .plain)
  }

  /// A column with its head.
  struct Column {
    let title: String
    let alignment: Alignment
    /// Columns of the highest rank are the first to go, all of them together; 0 always stays.
    let rank: Int
    /// At least so many columns; what bars and sparklines get.
    let minimum: Int

    init(_ title: String, _ alignment: Alignment = .right, rank: Int = 0, minimum: Int = 0) {
      self.title = title
      self.alignment = alignment
      self.rank = rank
      self.minimum = minimum
    }
  }

  /// A line of the table.
  enum Row {
    case heading(String)
    case cells([Cell])
  }

  private let columns: [Column]
  private let rows: [Row]
  /// The row under the cursor, counted over rows of cells.
  private let selected: Int?

  init(_ columns: [Column], _ rows: [Row], selected: Int? = nil) {
    self.columns = columns
    self.rows = rows
    self.selected = selected
  }

  private static let gap = 2

  func draw(on canvas: inout Canvas, in area: Area) {
    guard area.rows >= 2, area.columns >= 8 else { return }
    let (shown, widths) = fit(area.columns, canvas.width)
    let heads = shown.map { Cell.text(columns[$0].title, Style(.faint)) }
    drawRow(heads, shown, widths, at: area.row, area, on: &canvas)
    let body = area.dropping(top: 1)
    let first = firstRow(for: body.rows)
    var cellRow = rows[..<first].count { if case .cells = $0 { true } else { false } }
    for (offset, row) in rows[first...].prefix(body.rows).enumerated() {
      let line = body.row + offset
      switch row {
      case .heading(let text):
        canvas.write(
          text, column: area.column, row: line, style: Style(.title, bold: true),
          limit: area.columns)
      case .cells(let cells):
        drawRow(shown.map { cells[$0] }, shown, widths, at: line, area, on: &canvas)
        if cellRow == selected {
          let used = widths.reduce(0, +) + Table.gap * (widths.count - 1)
          canvas.restyle(
            Area(column: area.column, row: line, columns: min(used, area.columns), rows: 1)
          ) { $0.isSelected = true }
        }
        cellRow += 1
      }
    }
    drawMore(first: first, body, on: &canvas)
  }

  /// Says at the right edge that there is more above or below.
  private func drawMore(first: Int, _ body: Area, on canvas: inout Canvas) {
    let column = body.endColumn - 1
    if first > 0 {
      canvas.write(canvas.glyphs.up, column: column, row: body.row, style: Style(.accent))
    }
    if first + body.rows < rows.count {
      canvas.write(
        canvas.glyphs.down, column: column, row: body.endRow - 1, style: Style(.accent))
    }
  }

  /// The first row to show so that the selected one is seen, with the heading above it.
  private func firstRow(for visible: Int) -> Int {
    guard rows.count > visible, let selected else { return 0 }
    var seen = -1
    let index =
      rows.firstIndex { row in
        if case .cells = row { seen += 1 }
        return seen == selected
      } ?? 0
    return min(max(0, index - visible / 2), rows.count - visible)
  }

  /// Which columns fit, and how wide each is.
  private func fit(_ available: Int, _ width: TextWidth) -> (shown: [Int], widths: [Int]) {
    var natural = columns.map { max($0.minimum, width.columns(of: $0.title)) }
    for case .cells(let cells) in rows {
      for (index, cell) in cells.enumerated() {
        if case .text(let text, _) = cell {
          natural[index] = max(natural[index], width.columns(of: text))
        }
      }
    }
    var shown = Array(columns.indices)
    func total() -> Int { shown.reduce(-Table.gap) { $0 + natural[$1] + Table.gap } }
    while total() > available, let worst = shown.map({ columns[$0].rank }).max(), worst > 0 {
      shown.removeAll { columns[$0].rank == worst }
    }
    if let first = shown.first, total() > available {
      natural[first] = max(8, natural[first] - (total() - available))
    }
    return (shown, shown.map { natural[$0] })
  }

  private func drawRow(
    _ cells: [Cell], _ shown: [Int], _ widths: [Int], at row: Int, _ area: Area,
    on canvas: inout Canvas
  ) {
    var column = area.column
    for (cell, (index, columns)) in zip(cells, zip(shown, widths)) {
      let room = min(columns, area.endColumn - column)
      guard room > 0 else { return }
      switch cell {
      case .text(let text, let style):
        if self.columns[index].alignment == .right {
          canvas.writeRight(text, endColumn: column + room, row: row, style: style, limit: room)
        } else {
          canvas.write(text, column: column, row: row, style: style, limit: room)
        }
      case .sparkline(let values, let style):
        canvas.drawSparkline(values, column: column, row: row, columns: room, style: style)
      case .bar(let fraction, let style):
        canvas.drawBar(fraction: fraction, column: column, row: row, columns: room, style: style)
      }
      column += columns + Table.gap
    }
  }
}
