/// A grid of cells that views draw on; a value without a terminal behind it.
///
/// Drawing outside is allowed and leaves no trace. Whatever is written, every row stays exactly as
/// wide as the canvas: no half of a wide character is ever left over.
public struct Canvas: Hashable, Sendable {
  /// The extent; never negative.
  public let size: Size
  /// How text is measured here.
  public let width: TextWidth
  /// The marks and lines that may be drawn here.
  public let glyphs: GlyphSet
  /// Row after row.
  private(set) var cells: [Cell]

  /// An empty grid.
  public init(size: Size, width: TextWidth = .standard, glyphs: GlyphSet = .unicode) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    self.width = width
    self.glyphs = glyphs
    self.cells = Array(repeating: .blank, count: self.size.columns * self.size.rows)
  }

  /// The whole grid as an area.
  public var area: Area { Area(size) }

  /// The cell at a place; a blank one outside.
  public subscript(column: Int, row: Int) -> Cell {
    contains(column: column, row: row) ? cells[row * size.columns + column] : .blank
  }

  /// Fills with spaces.
  public mutating func fill(_ area: Area, style: Style) {
    let area = area.intersection(self.area)
    guard !area.isEmpty else { return }
    let space = Cell(text: " ", columns: 1, style: style)
    for row in area.row..<area.endRow {
      for column in area.column..<area.endColumn {
        put(space, column: column, row: row)
      }
    }
  }

  /// Changes how cells look and leaves their text; such as the selection over a row.
  public mutating func restyle(_ area: Area, _ change: (inout Style) -> Void) {
    let area = area.intersection(self.area)
    guard !area.isEmpty else { return }
    for row in area.row..<area.endRow {
      for column in area.column..<area.endColumn {
        change(&cells[row * size.columns + column].style)
      }
    }
  }

  /// Sets one cell, the second half of a wide one too, and blanks what it would leave halved.
  ///
  /// The caller has seen to it that the character fits before the right edge.
  mutating func put(_ cell: Cell, column: Int, row: Int) {
    let place = row * size.columns + column
    if cells[place].columns == 0, column > 0 { blank(place - 1) }
    let last = place + cell.columns - 1
    if column + cell.columns < size.columns, cells[last + 1].columns == 0 { blank(last + 1) }
    cells[place] = cell
    if cell.columns == 2 { cells[place + 1] = .rightHalf(cell.style) }
  }

  func contains(column: Int, row: Int) -> Bool {
    column >= 0 && column < size.columns && row >= 0 && row < size.rows
  }

  private mutating func blank(_ place: Int) {
    cells[place] = Cell(text: " ", columns: 1, style: cells[place].style)
  }
}

extension Canvas {
  /// Whether a row looks the same on another canvas of the same size.
  public func hasSameRow(_ row: Int, as other: Canvas) -> Bool {
    guard size == other.size, row >= 0, row < size.rows else { return false }
    let range = (row * size.columns)..<((row + 1) * size.columns)
    return cells[range] == other.cells[range]
  }
}
