extension Canvas {
  /// Draws a bar from the left, precise to an eighth of a cell, over empty cells of the same style.
  ///
  /// - Parameter fraction: The share that is filled; below 0 and not a number count as 0, above 1 as
  ///   1. A share above 0 fills at least the smallest part.
  public mutating func drawBar(
    fraction: Double, column: Int, row: Int, columns: Int, style: Style = Style(.bar)
  ) {
    guard columns > 0 else { return }
    let share = fraction > 0 ? min(fraction, 1) : 0
    let eighths = share == 0 ? 0 : max(1, Int((share * Double(columns * 8)).rounded()))
    for index in 0..<columns {
      let part = min(8, eighths - index * 8)
      let glyph = part > 0 ? glyphs.barEighths[part - 1] : " "
      write(glyph, column: column + index, row: row, style: style, limit: 1)
    }
  }

  /// Draws values as columns in one row; the newest are kept where there are more than columns.
  ///
  /// Gaps stay gaps. The lowest value fills an eighth, or with `includingZero` a height in
  /// proportion to its value; equal values are drawn half high.
  public mutating func drawSparkline(
    _ values: [Double?], column: Int, row: Int, columns: Int, style: Style = Style(.bar),
    includingZero: Bool = false
  ) {
    guard columns > 0 else { return }
    let shown = values.suffix(columns)
    let known = shown.compactMap { $0 }.filter(\.isFinite)
    let low = min(known.min() ?? 0, includingZero ? 0 : .infinity)
    let high = max(known.max() ?? 0, includingZero ? 0 : -.infinity)
    for (index, value) in shown.enumerated() {
      guard let value, value.isFinite else {
        write(" ", column: column + index, row: row, style: style, limit: 1)
        continue
      }
      let share = high > low ? (value - low) / (high - low) : 0.5
      let level = min(7, Int(share * 8))
      write(
        glyphs.columnEighths[level], column: column + index, row: row, style: style, limit: 1)
    }
  }
}
