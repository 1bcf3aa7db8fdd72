import Analysis
import Drawing
import Metrics

/// The names and figures on both sides of the drawn funnel.
struct FunnelFigures {
  let report: FunnelReport
  let context: ViewContext
  let glyphs: GlyphSet

  /// A column of figures, already in words.
  struct Column {
    let head: String
    let cells: [(text: String, style: Style)]
    /// Columns of a high rank are the first to go.
    let rank: Int
  }

  /// Where names, shape and figures stand.
  struct Layout {
    let names: Area
    let shape: Area
    let labels: [String]
    let columns: [Column]
    /// The column after each figure.
    let ends: [Int]

    func drawHeads(on canvas: inout Canvas, row: Int) {
      for (column, end) in zip(columns, ends) {
        canvas.writeRight(column.head, endColumn: end, row: row, style: Style(.faint))
      }
    }

    func draw(stage: Int, row: Int, isSelected: Bool, on canvas: inout Canvas) {
      canvas.write(
        labels[stage], column: names.column, row: row, style: Style(.strong, bold: true),
        limit: names.columns)
      for (column, end) in zip(columns, ends) {
        let cell = column.cells[stage]
        canvas.writeRight(cell.text, endColumn: end, row: row, style: cell.style)
      }
      guard isSelected else { return }
      for area in [names, Area(column: shape.endColumn, row: 0, columns: 999, rows: 1)] {
        let end = min(area.endColumn, ends.last ?? area.endColumn)
        let start = area.column == names.column ? names.column - 1 : area.column
        canvas.restyle(Area(column: start, row: row, columns: end - start, rows: 1)) {
          $0.isSelected = true
        }
      }
    }
  }

  /// Shares out the room: the names and the figures get what they need, the shape the rest.
  func layout(in area: Area, width: TextWidth) -> Layout {
    let labels = report.stages.map { $0.metric.label.text(in: context.language) }
    let phases = context.snapshot.definitions.workspace.phases
      .map { $0.label.text(in: context.language) }
    let widest = (labels + phases).map { width.columns(of: $0) }.max() ?? 0
    let nameColumns = min(22, max(8, widest))
    var columns = figures()
    func needed(_ column: Column) -> Int {
      ([column.head] + column.cells.map(\.text)).map { width.columns(of: $0) }.max() ?? 0
    }
    func taken() -> Int { columns.reduce(1) { $0 + needed($1) + 2 } }
    while area.columns - nameColumns - 4 - taken() < 24, columns.count > 1,
      let worst = columns.indices.max(by: { columns[$0].rank < columns[$1].rank })
    {
      columns.remove(at: worst)
    }
    let shapeColumns = min(96, area.columns - nameColumns - 4 - taken())
    let names = Area(
      column: area.column + 1, row: area.row, columns: nameColumns, rows: area.rows)
    let shape = Area(
      column: names.endColumn + 2, row: area.row, columns: shapeColumns, rows: area.rows)
    var end = shape.endColumn
    let ends = columns.map { column -> Int in
      end += needed(column) + 2
      return end
    }
    return Layout(names: names, shape: shape, labels: labels, columns: columns, ends: ends)
  }

  private func figures() -> [Column] {
    let stages = report.stages
    let words = FunnelWords(report: report, context: context)
    let count = Column(
      head: context.words(.count),
      cells: stages.map { stage in
        let isChanged = context.changed.contains(stage.metric.name)
        return (
          context.numbers.value(stage.count.value, stage.metric.unit),
          Style(isChanged ? .live : .strong, bold: true, underlined: isChanged)
        )
      }, rank: 0)
    let change = Column(
      head: context.lens.comparison.changeHead(context.lens.grain, in: context.language),
      cells: stages.map { changeCell($0) }, rank: 2)
    let fromFirst = Column(
      head: context.words(.fromFirst),
      cells: stages.map { stage in
        (stage.rateFromFirst.map { context.numbers.share($0) } ?? "", Style(.faint))
      }, rank: 5)
    let reference = Column(
      head: context.words(.reference),
      cells: stages.map { stage in
        (stage.reference.map { context.numbers.share($0.rate) } ?? "", Style(.target))
      }, rank: 3)
    let source = Column(
      head: Phrase("Source", "出所").text(in: context.language),
      cells: stages.map { stage in
        (stage.reference.map { words.words(for: $0) } ?? "", Style(.faint))
      }, rank: 6)
    let worth = Column(
      head: Phrase("Worth", "影響額").text(in: context.language),
      cells: stages.indices.map { index in
        let isBottleneck = report.bottleneck == index
        let isBehind = (stages[index].cost ?? 0) > 0
        return (
          words.signedWorth(stages[index].cost),
          Style(isBottleneck ? .attention : isBehind ? .text : .faint, bold: isBottleneck)
        )
      }, rank: 1)
    return [count, change, fromFirst, reference, source, worth]
  }

  private func changeCell(_ stage: FunnelStage) -> (text: String, style: Style) {
    let metric = stage.metric
    guard
      let reading = MetricReading(
        metric.name, in: context.period, by: context.evaluator, targets: context.targets)
    else { return ("", .plain) }
    let cells = ReadingCells(context: context, glyphs: glyphs)
    let change = reading.change(context.lens.comparison)
    return (cells.changeText(change, metric), Style(cells.role(of: change)))
  }
}
