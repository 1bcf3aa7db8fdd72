extension Canvas {
  /// Writes a text and returns how many columns it took.
  ///
  /// It ends at the limit or at the edge, whichever comes first; what does not fit is cut, with the
  /// ellipsis of ``glyphs`` in its last column. What lies left of column 0 is left out. The text may
  /// come from anywhere: nothing in it can move the cursor, hide, or reorder (see ``TextWidth``).
  @discardableResult
  public mutating func write(
    _ text: String, column: Int, row: Int, style: Style = .plain, limit: Int? = nil
  ) -> Int {
    guard row >= 0, row < size.rows, column < size.columns else { return 0 }
    let text = glyphs.spelled(text)
    let room = min(limit ?? .max, size.columns - max(0, column) + max(0, -column))
    if column >= 0, TextWidth.isPlain(text), text.utf8.count <= room {
      return writePlain(text, column: column, row: row, style: style)
    }
    var place = column
    for cell in width.fittedCells(text, columns: room, ellipsis: glyphs.ellipsis) {
      if place >= 0 {
        put(
          Cell(text: cell.text, columns: cell.columns, style: style), column: place, row: row)
      }
      place += cell.columns
    }
    return place - column
  }

  /// Writes a text that ends just before a column, and returns how many columns it took.
  ///
  /// Without a limit it may reach back to column 0.
  @discardableResult
  public mutating func writeRight(
    _ text: String, endColumn: Int, row: Int, style: Style = .plain, limit: Int? = nil
  ) -> Int {
    let end = min(endColumn, size.columns)
    let room = min(limit ?? .max, end)
    guard room > 0 else { return 0 }
    let kept = width.fitted(glyphs.spelled(text), columns: room, ellipsis: glyphs.ellipsis)
    let columns = width.columns(of: kept)
    return write(kept, column: end - columns, row: row, style: style)
  }

  /// Writes a text in the middle of an area's row, counted from the area's top, and returns how many
  /// columns it took; it is cut at the area's edges.
  @discardableResult
  public mutating func writeCentered(
    _ text: String, in area: Area, row: Int = 0, style: Style = .plain
  ) -> Int {
    guard row >= 0, row < area.rows else { return 0 }
    let kept = width.fitted(
      glyphs.spelled(text), columns: area.columns, ellipsis: glyphs.ellipsis)
    let free = area.columns - width.columns(of: kept)
    return write(
      kept, column: area.column + free / 2, row: area.row + row, style: style, limit: area.columns)
  }

  private mutating func writePlain(_ text: String, column: Int, row: Int, style: Style) -> Int {
    var place = column
    for byte in text.utf8 {
      let character = String(Unicode.Scalar(byte))
      put(Cell(text: character, columns: 1, style: style), column: place, row: row)
      place += 1
    }
    return place - column
  }
}
