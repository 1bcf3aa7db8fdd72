import Analysis
import Drawing
import Metrics

/// The last week and the month, quarter and year so far, each with its change on the year before.
struct ToDateBoxes {
  private let metric: MetricDefinition
  private let context: ViewContext

  init(_ metric: MetricDefinition, context: ViewContext) {
    self.metric = metric
    self.context = context
  }

  func draw(on canvas: inout Canvas, in area: Area) {
    let table = SixTwelve(metric.name, by: context.evaluator, targets: context.targets)
    let boxes: [(Phrase, Comparison)] = [
      (.lastWeek, table.weekOverYear), (.monthToDate, table.monthToDate),
      (.quarterToDate, table.quarterToDate), (.yearToDate, table.yearToDate),
    ]
    let cells = ReadingCells(context: context, glyphs: canvas.glyphs)
    let columns = min(26, area.columns / boxes.count)
    for (index, (name, comparison)) in boxes.enumerated() {
      let column = area.column + index * columns
      canvas.write(
        context.words(name), column: column, row: area.row, style: Style(.faint),
        limit: columns - 1)
      guard area.rows > 1 else { continue }
      let value = context.numbers.value(comparison.current.value, metric.unit)
      let used = canvas.write(
        value, column: column, row: area.row + 1, style: Style(.strong, bold: true),
        limit: columns - 1)
      let change = Change(comparison, metric: metric)
      canvas.write(
        " " + cells.changeText(change, metric), column: column + used, row: area.row + 1,
        style: Style(cells.role(of: change)), limit: max(0, columns - 1 - used))
    }
  }
}
