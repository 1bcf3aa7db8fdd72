import Analysis
import Drawing
import Metrics

/// One metric in short, beside a view: its value, changes, target, chart, meaning and owner.
struct MetricCard {
  let metric: String
  let context: ViewContext
  let owner: SafeText?

  init(_ metric: String, context: ViewContext, owner: SafeText? = nil) {
    self.metric = metric
    self.context = context
    self.owner = owner
  }

  func draw(on canvas: inout Canvas, in area: Area) {
    guard
      let reading = MetricReading(
        metric, in: context.period, by: context.evaluator, targets: context.targets),
      area.rows >= 8, area.columns >= 24
    else { return }
    let rule = canvas.glyphs.vertical
    for row in area.row..<area.endRow {
      canvas.write(rule, column: area.column, row: row, style: Style(.border))
    }
    let inner = area.dropping(left: 2)
    canvas.write(
      context.label(metric), column: inner.column, row: inner.row,
      style: Style(.title, bold: true), limit: inner.columns)
    let headline = MetricHeadline(reading: reading, context: context)
    let used = headline.draw(on: &canvas, in: inner.dropping(top: 1))
    let facts = MetricFacts(reading: reading, context: context, owner: owner)
    let factRows = min(facts.rows(columns: inner.columns, width: canvas.width), inner.rows / 3)
    let chart = inner.dropping(top: used + 2, bottom: factRows + 1)
    MetricChart(metric: reading.metric, context: context, count: 13)
      .draw(on: &canvas, in: chart.top(min(chart.rows, 16)))
    let below = inner.dropping(top: min(chart.rows, 16) + used + 3)
    facts.draw(on: &canvas, in: below)
    drawParts(on: &canvas, in: below.dropping(top: factRows + 1))
  }

  /// Where there is room, the metric cut by its first dimension.
  private func drawParts(on canvas: inout Canvas, in area: Area) {
    let filtered = context.lens.segment.dimensions
    let dimension = Breakdown.dimensions(for: metric, context.snapshot)
      .first { !filtered.contains($0) }
    guard let dimension, area.rows >= 5 else { return }
    let breakdown = Breakdown(
      metric, by: dimension, in: context.period, of: context.evaluator)
    BreakdownTable(breakdown: breakdown, context: context, selected: nil)
      .draw(on: &canvas, in: area)
  }
}

/// The value of a metric, its changes and its attainment, in one to three lines.
struct MetricHeadline {
  let reading: MetricReading
  let context: ViewContext

  /// Draws it and returns how many rows it took.
  func draw(on canvas: inout Canvas, in area: Area) -> Int {
    let cells = ReadingCells(context: context, glyphs: canvas.glyphs)
    let metric = reading.metric
    var parts: [(text: String, style: Style)] = [
      (
        context.numbers.full(reading.value.value, metric.unit),
        Style(context.changed.contains(metric.name) ? .live : .strong, bold: true)
      )
    ]
    for kind in [ComparisonKind.previous, .year] {
      let change = reading.change(kind)
      let head = kind.changeHead(context.lens.grain, in: context.language)
      parts.append(
        (
          "\(head) \(cells.changeText(change, metric))", Style(cells.role(of: change))
        ))
    }
    if let attainment = reading.attainment {
      let target = context.numbers.value(attainment.target, metric.unit)
      parts.append(("\(context.words(.target)) \(target)", Style(.target)))
      if case .text(let text, let style) = cells.attainment(reading) { parts.append((text, style)) }
    }
    var (column, row) = (area.column, area.row)
    for (text, style) in parts {
      let columns = canvas.width.columns(of: text)
      if column > area.column, column + columns > area.endColumn {
        (column, row) = (area.column, row + 1)
      }
      guard row < area.endRow else { break }
      column +=
        canvas.write(text, column: column, row: row, style: style, limit: area.endColumn - column)
        + 3
    }
    return row - area.row + 1
  }
}
