import Analysis
import Drawing
import Metrics

/// The funnel as a drawn shape, with its figures beside it and its sentence below.
struct FunnelView {
  let report: FunnelReport
  let context: ViewContext
  /// The stage under the cursor; nil where the cursor is elsewhere.
  let selected: Int?
  let scale: FunnelScale

  private var words: FunnelWords { FunnelWords(report: report, context: context) }

  func draw(on canvas: inout Canvas, in area: Area) {
    drawTitle(on: &canvas, in: area)
    let room = area.columns - 4
    let sentence = TextLines.wrapped(words.sentence, columns: room, width: canvas.width)
      .prefix(area.rows >= 16 ? 2 : 1)
    drawSentence(Array(sentence), on: &canvas, in: area.bottom(sentence.count))
    let body = area.dropping(top: 1, bottom: max(sentence.count, area.rows >= 16 ? 2 : 1))
    let shares = stageShapes()
    guard area.columns >= 60, let shape = FunnelShape(shares, fitting: body.rows - 1) else {
      table(canvas.glyphs).draw(on: &canvas, in: body)
      return
    }
    let figures = FunnelFigures(report: report, context: context, glyphs: canvas.glyphs)
    let layout = figures.layout(in: body, width: canvas.width)
    let free = body.rows - 1 - shape.rows
    let top = body.row + 1 + max(0, min(free / 2, 2))
    let shapeArea = Area(
      column: layout.shape.column, row: top, columns: layout.shape.columns, rows: shape.rows)
    shape.draw(on: &canvas, in: shapeArea)
    layout.drawHeads(on: &canvas, row: body.row)
    for index in report.stages.indices {
      let row = top + shape.row(of: index)
      drawPhase(before: index, row: row - 1, layout, on: &canvas)
      layout.draw(stage: index, row: row, isSelected: index == selected, on: &canvas)
    }
  }

  private func drawTitle(on canvas: inout Canvas, in area: Area) {
    let label = report.funnel.label.text(in: context.language)
    let basis = Phrase("same period", "同期間").text(in: context.language)
    var column = area.column + 1
    column += canvas.write(label, column: column, row: area.row, style: Style(.title, bold: true))
    let note = " · \(basis) · \(scale.words.text(in: context.language))"
    column += canvas.write(note, column: column, row: area.row, style: Style(.faint))
    guard let value = report.funnel.value, let unit = report.unitValue,
      let metric = context.snapshot.definitions.metric(value)
    else { return }
    let worth =
      metric.label.text(in: context.language) + " " + context.numbers.value(unit, metric.unit)
    canvas.writeRight(
      worth, endColumn: area.endColumn - 1, row: area.row, style: Style(.faint),
      limit: area.endColumn - column - 3)
  }

  private func drawSentence(_ lines: [String], on canvas: inout Canvas, in area: Area) {
    let isKnown = report.stages.contains { $0.cost != nil }
    let role: Role = !isKnown ? .faint : report.bottleneck == nil ? .good : .attention
    let mark =
      !isKnown
      ? canvas.glyphs.bullet
      : report.bottleneck == nil ? canvas.glyphs.check : canvas.glyphs.warning
    let style = Style(role, bold: true)
    canvas.write(mark, column: area.column + 1, row: area.row, style: style)
    for (offset, line) in lines.enumerated() {
      canvas.write(
        line, column: area.column + 3, row: area.row + offset, style: style,
        limit: area.columns - 3)
    }
  }

  private func drawPhase(
    before index: Int, row: Int, _ layout: FunnelFigures.Layout, on canvas: inout Canvas
  ) {
    let stages = report.stages
    guard let phase = stages[index].metric.phase,
      index == 0 || stages[index - 1].metric.phase != phase,
      let label = context.snapshot.definitions.workspace.phases.first(where: { $0.name == phase })
    else { return }
    canvas.write(
      label.label.text(in: context.language), column: layout.names.column, row: row,
      style: Style(.faint), limit: layout.names.columns)
  }

  private func stageShapes() -> [FunnelShape.Stage] {
    let counts = report.stages.map { $0.count.value ?? 0 }
    let compared = report.stages.map(\.comparedCount)
    let largest = max(counts.max() ?? 0, compared.compactMap { $0 }.max() ?? 0)
    return report.stages.indices.map { index in
      let previous = index == 0 ? nil : counts[index - 1]
      let share = scale.share(of: counts[index], previous: previous, largest: largest)
      let ghost = compared[index].map { count in
        scale.share(
          of: count, previous: index == 0 ? nil : compared[index - 1] ?? nil, largest: largest)
      }
      let rate = context.numbers.share(report.stages[index].rateFromPrevious)
      return FunnelShape.Stage(
        share: share, ghost: ghost, passage: " \(rate) ",
        isBottleneck: report.bottleneck == index)
    }
  }

  /// What is left of the funnel on a very small screen.
  private func table(_ glyphs: GlyphSet) -> Table {
    let columns = [
      Table.Column(context.words(.stage), .left), Table.Column(context.words(.count)),
      Table.Column(context.words(.rate)), Table.Column(context.words(.reference), rank: 1),
    ]
    let rows = report.stages.enumerated().map { index, stage -> Table.Row in
      let role: Role = report.bottleneck == index ? .attention : .text
      return .cells([
        .text(stage.metric.label.text(in: context.language), Style(role)),
        .text(context.numbers.value(stage.count.value, stage.metric.unit), Style(.strong)),
        .text(context.numbers.share(stage.rateFromPrevious), Style(role)),
        .text(stage.reference.map { context.numbers.share($0.rate) } ?? "", Style(.target)),
      ])
    }
    return Table(columns, rows, selected: selected)
  }
}
