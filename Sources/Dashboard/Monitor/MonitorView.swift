import Analysis
import Drawing
import Metrics

/// All KPIs over the trailing periods, by phase.
struct MonitorView {
  let context: ViewContext
  let selected: Int

  func draw(on canvas: inout Canvas, in area: Area) {
    let count = min(13, max(3, (area.columns - 62) / 10 + 3))
    let report = MonitorReport(
      endingWith: context.period, count: max(12, count), by: context.evaluator,
      targets: context.targets)
    let rows = report.groups.flatMap(\.rows)
    guard !rows.isEmpty else {
      canvas.writeCentered(context.words(.noMetrics), in: area, row: area.rows / 2)
      return
    }
    let hasCard = area.rows >= 44 || (area.rows >= 30 && report.rowCount + 14 <= area.rows)
    let tableRows = hasCard ? min(report.rowCount + 1, area.rows - 13) : area.rows - 1
    let content = area.top(tableRows).dropping(left: 1, right: 1)
    table(report, periods: count, canvas.glyphs).draw(on: &canvas, in: content)
    guard rows.indices.contains(selected) else { return }
    let reading = rows[selected].reading
    if hasCard {
      let below = area.dropping(top: tableRows + 1).dropping(left: 1, right: 1)
      canvas.write(
        context.label(reading.metric.name), column: below.column, row: below.row,
        style: Style(.title, bold: true), limit: below.columns)
      let chart = below.dropping(top: 1).left(below.columns * 3 / 5)
      MetricChart(metric: reading.metric, context: context, count: 26)
        .draw(on: &canvas, in: chart.top(min(chart.rows, 18)))
      MetricFacts(reading: reading, context: context)
        .draw(on: &canvas, in: below.dropping(top: 1, left: chart.columns + 3))
    } else {
      let facts = MetricFacts(reading: reading, context: context)
      facts.draw(
        on: &canvas,
        in: Area(column: 1, row: area.endRow - 1, columns: area.columns - 2, rows: 1))
    }
  }

  private func table(_ report: MonitorReport, periods count: Int, _ glyphs: GlyphSet) -> Table {
    let shown = report.periods.suffix(count)
    let last = shown.count - 1
    let previousHead = context.lens.grain.changeHead(in: context.language)
    var columns = [Table.Column(context.words(.metric), .left)]
    for (index, period) in shown.enumerated() {
      let isPartial = !context.evaluator.window(period).isWhole
      let mark = index == last && isPartial ? "*" : ""
      // The oldest go first, and the newest three stay, so that a narrow screen keeps what is new.
      let age = last - index
      columns.append(
        Table.Column(
          context.periods.column(period) + mark, rank: age < 2 ? age : age == 2 ? 3 : 10 + age))
    }
    columns += [
      Table.Column(previousHead),
      Table.Column(context.words(.yearOverYear), rank: 4),
      Table.Column(context.words(.target), rank: 6),
      Table.Column(context.words(.attainment), rank: 2),
      Table.Column(context.words(.trend), .left, rank: 5, minimum: 12),
    ]
    let rows = report.groups.flatMap { group -> [Table.Row] in
      let title = group.phase?.label.text(in: context.language) ?? context.words(.otherMetrics)
      return [.heading(title)] + group.rows.map { .cells(cells($0, count: count, glyphs)) }
    }
    return Table(columns, rows, selected: selected)
  }

  private func cells(_ row: MonitorReport.Row, count: Int, _ glyphs: GlyphSet) -> [Table.Cell] {
    let cells = ReadingCells(context: context, glyphs: glyphs)
    let reading = row.reading
    let values = row.values.suffix(count)
    let periodCells = values.enumerated().map { index, value in
      index == values.count - 1
        ? cells.value(reading) : cells.value(value, reading.metric, role: .text)
    }
    return [.text(context.label(reading.metric.name), .plain)] + periodCells + [
      cells.change(reading.change(.previous), reading.metric),
      cells.change(reading.change(.year), reading.metric),
      cells.target(reading),
      cells.attainment(reading),
      .sparkline(row.values.map(\.value), Style(.bar)),
    ]
  }
}

extension MonitorReport {
  /// Rows of metrics and of headings.
  var rowCount: Int { groups.reduce(0) { $0 + $1.rows.count + 1 } }
}
