import Analysis
import Drawing
import Metrics

/// Everything about one number: its trend, its parts, its meaning.
struct DetailView {
  let metric: String
  let dimension: String?
  let context: ViewContext
  let selected: Int

  func draw(on canvas: inout Canvas, in area: Area) {
    guard
      let reading = MetricReading(
        metric, in: context.period, by: context.evaluator, targets: context.targets)
    else {
      canvas.writeCentered(
        Unavailable.unknownMetric(metric).words(in: context.language), in: area,
        row: area.rows / 2)
      return
    }
    let inner = area.dropping(left: 1, right: 1)
    canvas.write(
      title, column: inner.column, row: inner.row, style: Style(.title, bold: true),
      limit: inner.columns)
    let used = MetricHeadline(reading: reading, context: context)
      .draw(on: &canvas, in: inner.dropping(top: 1))
    let below = inner.dropping(top: used + 1)
    let boxes = below.rows >= 14 ? 3 : 0
    if boxes > 0 {
      ToDateBoxes(reading.metric, context: context).draw(on: &canvas, in: below.top(2))
    }
    let rest = below.dropping(top: boxes)
    if area.columns >= 110 {
      drawBeside(reading, rest, &canvas)
    } else {
      drawStacked(reading, rest, &canvas)
    }
  }

  private var title: String {
    let label = context.label(metric)
    let segment = context.lens.segment
    guard !segment.isEverything else { return label }
    let parts = segment.dimensions.flatMap { (segment.values[$0] ?? []).sorted().map(\.string) }
    return "\(label) · \(parts.joined(separator: ", "))"
  }

  private func drawBeside(_ reading: MetricReading, _ area: Area, _ canvas: inout Canvas) {
    let left = area.left(area.columns * 11 / 20)
    let right = area.dropping(left: left.columns + 3)
    let facts = MetricFacts(reading: reading, context: context)
    let factRows = min(facts.rows(columns: left.columns, width: canvas.width), left.rows / 3)
    MetricChart(metric: reading.metric, context: context, count: left.columns >= 80 ? 26 : 13)
      .draw(on: &canvas, in: left.dropping(bottom: factRows + 1))
    facts.draw(on: &canvas, in: left.bottom(factRows))
    drawBreakdown(right, &canvas)
  }

  private func drawStacked(_ reading: MetricReading, _ area: Area, _ canvas: inout Canvas) {
    let facts = MetricFacts(reading: reading, context: context)
    let factRows = min(facts.rows(columns: area.columns, width: canvas.width), area.rows / 6)
    let chartRows = max(6, (area.rows - factRows) * 3 / 5)
    MetricChart(metric: reading.metric, context: context, count: 13)
      .draw(on: &canvas, in: area.top(chartRows))
    drawBreakdown(
      area.dropping(top: chartRows, bottom: factRows), &canvas)
    facts.draw(on: &canvas, in: area.bottom(factRows))
  }

  private func drawBreakdown(_ area: Area, _ canvas: inout Canvas) {
    guard let dimension, area.rows >= 3 else { return }
    let breakdown = Breakdown(metric, by: dimension, in: context.period, of: context.evaluator)
    guard !breakdown.rows.isEmpty else { return }
    BreakdownTable(breakdown: breakdown, context: context, selected: selected)
      .draw(on: &canvas, in: area)
  }
}
