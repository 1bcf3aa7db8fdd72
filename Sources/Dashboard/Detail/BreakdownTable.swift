import Analysis
import Drawing
import Metrics

/// A metric cut by a dimension, a row for each value.
struct BreakdownTable {
  let breakdown: Breakdown
  let context: ViewContext
  /// The row under the cursor; nil where the table is only to be read.
  let selected: Int?

  func draw(on canvas: inout Canvas, in area: Area) {
    let cells = ReadingCells(context: context, glyphs: canvas.glyphs)
    let largest = breakdown.rows.compactMap(\.reading.value.value).max() ?? 0
    let columns = [
      Table.Column(breakdown.dimension, .left),
      Table.Column("", .left, rank: 3, minimum: 10),
      Table.Column(context.words(.value)),
      Table.Column(context.words(.share), rank: 2),
      Table.Column(
        context.lens.comparison.changeHead(context.lens.grain, in: context.language)),
      Table.Column(context.words(.yearOverYear), rank: 1),
      Table.Column(context.words(.attainment), rank: 4),
    ]
    let rows = breakdown.tellingRows.map { row -> Table.Row in
      let reading = row.reading
      let value = reading.value.value ?? 0
      return .cells([
        .text(row.value.string, .plain),
        .bar(largest > 0 ? value / largest : 0, Style(.bar)),
        cells.value(reading),
        .text(row.share.map { NumberText.fixed($0 * 100, digits: 1) + "%" } ?? "", Style(.faint)),
        cells.change(reading.change(context.lens.comparison), reading.metric),
        cells.change(reading.change(.year), reading.metric),
        cells.attainment(reading),
      ])
    }
    Table(columns, rows, selected: selected).draw(on: &canvas, in: area)
    for (index, note) in notes.enumerated() {
      let row = area.row + rows.count + 2 + index
      guard row < area.endRow else { return }
      canvas.write(
        note, column: area.column, row: row, style: Style(.faint), limit: area.columns)
    }
  }

  /// What a reader of the table has to know, where there is room to say it.
  private var notes: [String] {
    var notes: [Phrase] = []
    let idle = breakdown.rows.count - breakdown.tellingRows.count
    if idle > 0 {
      notes.append(
        Phrase(
          "\(idle) more with nothing now, before, or a year earlier",
          "他\(idle)件は今期・前期・前年ともに値なし"))
    }
    if !breakdown.addsUp {
      notes.append(
        Phrase(
          "The parts do not add up to the whole: each is computed on its own.",
          "各行は個別に計算しており、合計は全体と一致しません。"))
    }
    return notes.map { $0.text(in: context.language) }
  }
}
