import Analysis
import Drawing
import Metrics

/// A metric over the trailing periods as a chart, with the year before and the target.
struct MetricChart {
  let metric: MetricDefinition
  let context: ViewContext
  /// At most so many periods.
  let count: Int

  func draw(on canvas: inout Canvas, in area: Area) {
    guard area.rows >= 3 else { return }
    let trend = Trend(
      metric.name, endingWith: context.period, count: count, by: context.evaluator,
      targets: context.targets)
    let values = trend.points.map(\.value.value)
    let earlier = trend.points.map(\.previousYear.value)
    let target = trend.points.last { $0.window.isWhole }?.target ?? trend.points.last?.target
    let hasEarlier = earlier.contains { $0 != nil }
    drawLegend(hasEarlier: hasEarlier, on: &canvas, in: area)
    let chart = LineChart(
      series: [LineChart.Series(values, style: Style(.bar))]
        + (hasEarlier
          ? [LineChart.Series(earlier, style: Style(.comparison), kind: .dashed)] : []),
      horizontals: target.map {
        [
          LineChart.Horizontal(
            value: $0, label: context.words(.target), style: Style(.target))
        ]
      } ?? [],
      xLabels: trend.points.map { context.periods.column($0.window.period) },
      valueLabel: { context.numbers.value($0, metric.unit) })
    chart.draw(on: &canvas, in: area.dropping(top: 1))
  }

  private func drawLegend(hasEarlier: Bool, on canvas: inout Canvas, in area: Area) {
    let line = canvas.glyphs.horizontal + canvas.glyphs.horizontal
    let dashes = canvas.glyphs.dashedHorizontal + canvas.glyphs.dashedHorizontal
    var column = area.column
    func add(_ mark: String, _ phrase: Phrase, _ role: Role) {
      column += canvas.write(mark, column: column, row: area.row, style: Style(role))
      column +=
        canvas.write(
          " " + context.words(phrase), column: column, row: area.row, style: Style(.faint),
          limit: max(0, area.endColumn - column)) + 3
    }
    add(line, .thisYear, .bar)
    if hasEarlier { add(dashes, .lastYear, .comparison) }
    let lasts = context.evaluator.window(context.period)
    guard !lasts.isWhole, !lasts.range.isEmpty else { return }
    let note = Phrase("newest: to date", "最新は途中まで").text(in: context.language)
    canvas.writeRight(
      note, endColumn: area.endColumn, row: area.row, style: Style(.faint),
      limit: max(0, area.endColumn - column))
  }
}
