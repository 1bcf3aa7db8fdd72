/// A rectangle of cells on a canvas; its extent is never negative.
public struct Area: Hashable, Sendable {
  /// The leftmost column, counted from 0.
  public var column: Int
  /// The topmost row, counted from 0.
  public var row: Int
  /// Cells from left to right, at least 0.
  public var columns: Int { didSet { columns = max(0, columns) } }
  /// Cells from top to bottom, at least 0.
  public var rows: Int { didSet { rows = max(0, rows) } }

  /// A rectangle by its top left cell and its extent; a negative extent becomes 0.
  public init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// The whole of a canvas of this size.
  public init(_ size: Size) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  /// Whether not one cell lies inside.
  public var isEmpty: Bool { columns == 0 || rows == 0 }

  /// The column after the last one.
  public var endColumn: Int { column + columns }

  /// The row after the last one.
  public var endRow: Int { row + rows }

  /// The extent without the position.
  public var size: Size { Size(columns: columns, rows: rows) }

  /// Whether the cell lies inside.
  public func contains(column: Int, row: Int) -> Bool {
    column >= self.column && column < endColumn && row >= self.row && row < endRow
  }

  /// The rectangle that leaves a margin on all four sides.
  public func inset(columns: Int = 0, rows: Int = 0) -> Area {
    dropping(top: rows, bottom: rows, left: columns, right: columns)
  }

  /// The first rows, at most as many as there are.
  public func top(_ rows: Int) -> Area {
    Area(column: column, row: row, columns: columns, rows: min(max(0, rows), self.rows))
  }

  /// The last rows, at most as many as there are.
  public func bottom(_ rows: Int) -> Area {
    let kept = min(max(0, rows), self.rows)
    return Area(column: column, row: endRow - kept, columns: columns, rows: kept)
  }

  /// The first columns, at most as many as there are.
  public func left(_ columns: Int) -> Area {
    Area(column: column, row: row, columns: min(max(0, columns), self.columns), rows: rows)
  }

  /// The last columns, at most as many as there are.
  public func right(_ columns: Int) -> Area {
    let kept = min(max(0, columns), self.columns)
    return Area(column: endColumn - kept, row: row, columns: kept, rows: rows)
  }

  /// What remains when the edges are cut off; nothing is left of an area smaller than its edges.
  public func dropping(top: Int = 0, bottom: Int = 0, left: Int = 0, right: Int = 0) -> Area {
    Area(
      column: column + min(left, columns), row: row + min(top, rows),
      columns: columns - left - right, rows: rows - top - bottom)
  }

  /// The cells that lie in both.
  public func intersection(_ other: Area) -> Area {
    let column = max(self.column, other.column)
    let row = max(self.row, other.row)
    return Area(
      column: column, row: row, columns: min(endColumn, other.endColumn) - column,
      rows: min(endRow, other.endRow) - row)
  }
}
