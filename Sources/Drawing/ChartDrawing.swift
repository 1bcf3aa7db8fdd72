extension ChartLayout {
  /// The numbers on the left with their line, and the names below.
  func drawScale(of chart: LineChart, on canvas: inout Canvas) {
    let glyphs = canvas.glyphs
    let axis = plot.column - 1
    for row in plot.row..<plot.endRow {
      canvas.write(glyphs.vertical, column: axis, row: row, style: Style(.border))
    }
    for tick in ticks.values {
      let row = row(tick)
      canvas.write(glyphs.teeLeft, column: axis, row: row, style: Style(.border))
      canvas.writeRight(
        chart.valueLabel(tick), endColumn: axis, row: row, style: Style(.faint),
        limit: axis - area.column)
    }
    if hasAxisRow {
      canvas.write(glyphs.bottomLeft, column: axis, row: plot.endRow, style: Style(.border))
      for column in plot.column..<plot.endColumn {
        canvas.write(glyphs.horizontal, column: column, row: plot.endRow, style: Style(.border))
      }
    }
    drawNames(chart.xLabels, on: &canvas)
  }

  /// As many names as have room, always at equal distances and with the last among them.
  private func drawNames(_ names: [String], on canvas: inout Canvas) {
    guard !names.isEmpty, plot.columns > 0 else { return }
    let row = plot.endRow + (hasAxisRow ? 1 : 0)
    guard row < area.endRow else { return }
    let spans = names.indices.map { index in
      let columns = min(canvas.width.columns(of: names[index]), area.columns)
      let middle = plot.column + place(index, of: names.count, among: plot.columns)
      let start = max(area.column, min(middle - columns / 2, area.endColumn - columns))
      return start..<(start + columns)
    }
    for distance in 1...names.count {
      let kept = names.indices.filter { (names.count - 1 - $0) % distance == 0 }
      let isFree = zip(kept, kept.dropFirst()).allSatisfy {
        spans[$0].upperBound < spans[$1].lowerBound
      }
      guard isFree else { continue }
      for index in kept {
        canvas.write(
          names[index], column: spans[index].lowerBound, row: row, style: Style(.faint),
          limit: spans[index].count)
      }
      return
    }
  }

  /// The level lines; their labels come with the end labels.
  func drawHorizontals(of chart: LineChart, on canvas: inout Canvas) {
    for line in chart.horizontals where line.value.isFinite {
      for column in plot.column..<plot.endColumn {
        canvas.write(
          canvas.glyphs.dashedHorizontal, column: column, row: row(line.value), style: line.style)
      }
    }
  }

  /// Columns from zero up, precise to an eighth, or from zero down in whole cells.
  func drawBars(_ series: LineChart.Series, on canvas: inout Canvas) {
    let slot = max(1, plot.columns / max(1, series.values.count))
    let thickness = slot > 2 ? slot - 1 : 1
    let zero = level(0, among: plot.rows * 8 + 1)
    for (index, value) in series.values.enumerated() {
      guard let value, value.isFinite else { continue }
      let middle = plot.column + place(index, among: plot.columns)
      let start = max(plot.column, middle - thickness / 2)
      let end = level(value, among: plot.rows * 8 + 1)
      for row in 0..<plot.rows {
        let bottom = (row + 1) * 8
        let filled = min(8, min(bottom, max(zero, end)) - max(bottom - 8, min(zero, end)))
        guard filled > 0 else { continue }
        let glyph = canvas.glyphs.columnEighths[value < 0 ? 7 : filled - 1]
        if value < 0, filled < 4 { continue }
        for column in start..<min(start + thickness, plot.endColumn) {
          canvas.write(glyph, column: column, row: plot.row + row, style: series.style)
        }
      }
    }
  }

  /// A curve through neighbouring values; a value between two gaps is a point.
  func drawCurve(_ series: LineChart.Series, on canvas: inout Canvas) {
    var dots = BraillePlot(columns: plot.columns, rows: plot.rows)
    var last: (column: Int, row: Int)?
    for (index, value) in series.values.enumerated() {
      guard let value, value.isFinite else {
        last = nil
        continue
      }
      let point = (
        column: place(index, among: dots.dotColumns), row: level(value, among: dots.dotRows)
      )
      dots.plotLine(from: last ?? point, to: point, dash: series.kind == .dashed ? 2 : 0)
      last = point
    }
    dots.draw(on: &canvas, in: plot, style: series.style)
  }

  /// The last value and the names of the level lines, at the right, each in a row of its own.
  func drawEndLabels(of chart: LineChart, on canvas: inout Canvas) {
    let room = area.endColumn - plot.endColumn - 1
    guard room > 0 else { return }
    var taken: Set<Int> = []
    func freeRow(near wanted: Int) -> Int? {
      (0..<plot.rows).flatMap { [wanted - $0, wanted + $0] }
        .first { $0 >= plot.row && $0 < plot.endRow && !taken.contains($0) }
    }
    if let series = chart.series.first, let label = chart.lastLabel,
      let value = series.values.last(where: { $0?.isFinite ?? false }).flatMap({ $0 })
    {
      var style = series.style
      style.isBold = true
      let row = row(value)
      taken.insert(row)
      canvas.write(label, column: plot.endColumn + 1, row: row, style: style, limit: room)
    }
    for line in chart.horizontals where line.value.isFinite && !line.label.isEmpty {
      guard let row = freeRow(near: row(line.value)) else { continue }
      taken.insert(row)
      canvas.write(
        line.label, column: plot.endColumn + 1, row: row, style: line.style, limit: room)
    }
  }
}
