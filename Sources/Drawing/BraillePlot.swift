/// Dots on a grid of two columns and four rows a cell.
public struct BraillePlot: Hashable, Sendable {
  /// Cells from left to right.
  public let columns: Int
  /// Cells from top to bottom.
  public let rows: Int
  /// The dots of each cell as the low byte of its braille character.
  private var cells: [UInt8]

  /// A plot without dots.
  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
    self.cells = Array(repeating: 0, count: self.columns * self.rows)
  }

  /// Dots from left to right.
  public var dotColumns: Int { columns * 2 }
  /// Dots from top to bottom.
  public var dotRows: Int { rows * 4 }

  /// Sets a dot, counted from the top left; outside nothing happens.
  public mutating func plot(column: Int, row: Int) {
    guard column >= 0, column < dotColumns, row >= 0, row < dotRows else { return }
    let bits: [UInt8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
    cells[row / 4 * columns + column / 2] |= bits[row % 4 * 2 + column % 2]
  }

  /// Sets the dots of a straight line, both ends included.
  ///
  /// - Parameter dash: Dots drawn before as many are left out; 0 draws all.
  public mutating func plotLine(
    from start: (column: Int, row: Int), to end: (column: Int, row: Int), dash: Int = 0
  ) {
    let (across, down) = (end.column - start.column, end.row - start.row)
    let steps = max(abs(across), abs(down))
    for step in 0...max(steps, 0) {
      let share = steps == 0 ? 0 : Double(step) / Double(steps)
      let column = start.column + Int((share * Double(across)).rounded())
      let row = start.row + Int((share * Double(down)).rounded())
      if dash > 0, (column / dash) % 2 == 1 { continue }
      plot(column: column, row: row)
    }
  }

  /// Draws the cells that have dots at the top left of an area and leaves the others as they are.
  ///
  /// Dots join those that are already in a cell, which takes the new style. Without braille every
  /// cell with a dot shows the plot point of the canvas's glyphs.
  public func draw(on canvas: inout Canvas, in area: Area, style: Style) {
    for row in 0..<min(rows, area.rows) {
      for column in 0..<min(columns, area.columns) {
        let dots = cells[row * columns + column]
        guard dots != 0 else { continue }
        let place = (column: area.column + column, row: area.row + row)
        let text: String
        if canvas.glyphs.hasBraille {
          let before = canvas[place.column, place.row].text.unicodeScalars.first?.value ?? 0
          let all =
            (0x2800...0x28FF).contains(before) ? before | UInt32(dots) : 0x2800 + UInt32(dots)
          text = Unicode.Scalar(all).map { String($0) } ?? ""
        } else {
          text = canvas.glyphs.plotPoint
        }
        canvas.write(text, column: place.column, row: place.row, style: style, limit: 1)
      }
    }
  }
}
