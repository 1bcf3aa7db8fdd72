import Drawing

/// The drawn funnel: bars that narrow from stage to stage, with sloped edges between them.
struct FunnelShape {
  /// One stage, as parts of the full width.
  struct Stage {
    let share: Double
    /// The width in the comparison; nil where there is none.
    let ghost: Double?
    /// What stands between the stage before and this one.
    let passage: String
    let isBottleneck: Bool
  }

  let stages: [Stage]
  let barRows: Int
  let gapRows: Int

  /// How many rows it takes.
  var rows: Int { stages.count * barRows + max(0, stages.count - 1) * gapRows }

  /// The heights that fit the room best; nil where not even the smallest fits.
  init?(_ stages: [Stage], fitting available: Int) {
    let heights = [(5, 4), (4, 4), (4, 3), (3, 3), (3, 2), (2, 3), (2, 2), (2, 1), (1, 2), (1, 1)]
    let count = stages.count
    guard
      let best = heights.first(where: { count * $0.0 + (count - 1) * $0.1 <= available })
    else { return nil }
    self.stages = stages
    (barRows, gapRows) = best
  }

  /// The row, from the top, on which a stage's bar begins.
  func row(of stage: Int) -> Int { stage * (barRows + gapRows) }

  func draw(on canvas: inout Canvas, in area: Area) {
    for (index, stage) in stages.enumerated() {
      let top = area.row + row(of: index)
      if index > 0 { drawPassage(from: stages[index - 1], to: stage, above: top, area, &canvas) }
      for row in top..<(top + barRows) {
        let edges = wholeEdges(of: stage.share, area)
        draw(edges, style: Style(.bar, solid: true), row: row, area, &canvas)
        drawGhost(stage, row: row, area, &canvas)
      }
    }
  }

  private func drawPassage(
    from upper: Stage, to lower: Stage, above top: Int, _ area: Area, _ canvas: inout Canvas
  ) {
    let style = Style(lower.isBottleneck ? .attention : .barAlternate, solid: true)
    for step in 0..<gapRows {
      let part = (Double(step) + 0.5) / Double(gapRows)
      let share = upper.share + (lower.share - upper.share) * part
      draw(edges(of: share, area), style: style, row: top - gapRows + step, area, &canvas)
    }
    write(lower, in: area, row: top - gapRows + gapRows / 2, style: style, on: &canvas)
  }

  /// Writes over the shape: as a cut-out where there is shape, as plain words beside it.
  private func write(
    _ lower: Stage, in area: Area, row: Int, style: Style, on canvas: inout Canvas
  ) {
    guard lower.share > 0 else { return }
    let text = lower.passage
    let columns = canvas.width.columns(of: text)
    let start = area.column + (area.columns - columns) / 2
    var column = start
    for character in text {
      let isInside = canvas[column, row].style.role == style.role && canvas[column, row].text != " "
      var ink = Style(isInside || style.role == .attention ? style.role : .strong)
      ink.isReversed = isInside
      ink.isBold = true
      column += canvas.write(String(character), column: column, row: row, style: ink)
    }
  }

  private func draw(
    _ edges: (left: Int, right: Int), style: Style, row: Int, _ area: Area,
    _ canvas: inout Canvas
  ) {
    let (left, right) = edges
    guard left < right else { return }
    let glyphs = canvas.glyphs
    let full = glyphs.barEighths[7]
    let hasHalves = glyphs.name == "unicode"
    for column in (left / 2)..<((right + 1) / 2) {
      let isLeftHalfEmpty = column * 2 < left
      let isRightHalfEmpty = column * 2 + 1 >= right
      let glyph =
        !hasHalves
        ? full
        : isLeftHalfEmpty ? glyphs.rightHalf : isRightHalfEmpty ? glyphs.barEighths[3] : full
      var ink = style
      ink.isSolid = glyph == full
      canvas.write(glyph, column: area.column + column, row: row, style: ink)
    }
  }

  /// The first half cell of the shape and the one after its last, symmetric about the middle.
  private func edges(of share: Double, _ area: Area) -> (left: Int, right: Int) {
    guard share > 0 else { return (area.columns, area.columns) }
    let half = max(1, Int((share * Double(area.columns)).rounded()))
    return (area.columns - half, area.columns + half)
  }

  /// The same widened to whole cells, so that a bar has clean sides.
  private func wholeEdges(of share: Double, _ area: Area) -> (left: Int, right: Int) {
    let (left, right) = edges(of: share, area)
    return left == right ? (left, right) : (left - left % 2, right + right % 2)
  }

  private func drawGhost(_ stage: Stage, row: Int, _ area: Area, _ canvas: inout Canvas) {
    guard let ghost = stage.ghost, ghost > 0 else { return }
    let (left, right) = edges(of: ghost, area)
    for column in [left / 2, (right - 1) / 2] {
      let place = area.column + column
      let isInside = canvas[place, row].text != " "
      // Where both edges fall into one cell there is nothing to show.
      if isInside, abs(ghost - stage.share) * Double(area.columns) < 2 { continue }
      var style = Style(isInside ? .bar : .comparison)
      style.isReversed = isInside
      canvas.write(canvas.glyphs.dashedVertical, column: place, row: row, style: style)
    }
  }
}
