import Analysis
import Drawing
import Metrics

/// The funnel cut by a dimension: a row per segment, a column per stage, side by side.
struct FunnelSegmentsView {
  let funnel: FunnelDefinition
  let whole: FunnelReport
  let dimension: String
  let context: ViewContext
  /// The segment under the cursor.
  let selected: Int

  func draw(on canvas: inout Canvas, in area: Area) {
    let title = Phrase(
      "\(funnel.label.text(in: .english)) by \(dimension)",
      "\(funnel.label.text(in: .japanese)): \(dimension) 別"
    ).text(in: context.language)
    canvas.write(
      title, column: area.column + 1, row: area.row, style: Style(.title, bold: true),
      limit: area.columns - 2)
    let note = Phrase(
      "count, and rate from the stage before; coloured where it differs from the whole by a fifth",
      "件数と前段からの転換率。全体より2割以上違うものに色"
    ).text(in: context.language)
    canvas.write(
      note, column: area.column + 1, row: area.row + 1, style: Style(.faint),
      limit: area.columns - 2)
    let reports = segments()
    var columns = [Table.Column(dimension, .left)]
    for (index, stage) in whole.stages.enumerated() {
      let label = stage.metric.label.text(in: context.language)
      // A stage is headed over its rate, so that where counts have no room the rates still have names.
      if index > 0 { columns.append(Table.Column("", rank: 1)) }
      columns.append(Table.Column(label))
    }
    let all = (Phrase("everything", "全体").text(in: context.language), whole)
    let rows = ([all] + reports).enumerated().map { index, entry in
      Table.Row.cells(cells(entry.0, entry.1, isWhole: index == 0))
    }
    Table(columns, rows, selected: selected + 1).draw(
      on: &canvas, in: area.dropping(top: 3, left: 1, right: 1))
  }

  /// The values of a dimension that any stage of a funnel knows, in order.
  static func values(
    of dimension: String, in funnel: FunnelDefinition, _ evaluator: Evaluator
  ) -> [SafeText] {
    Set(funnel.stages.flatMap { Breakdown.values(of: dimension, for: $0, evaluator) }).sorted()
  }

  private func segments() -> [(String, FunnelReport)] {
    FunnelSegmentsView.values(of: dimension, in: funnel, context.evaluator).map { value in
      let segment = context.lens.segment.narrowed(dimension, to: value)
      let evaluator = Evaluator(
        context.snapshot, asOf: context.evaluator.asOf, segment: segment)
      let report = FunnelReport(
        funnel, in: context.period, comparedTo: context.lens.comparison, by: evaluator,
        targets: TargetBook(evaluator))
      return (value.string, report)
    }
  }

  private func cells(_ name: String, _ report: FunnelReport, isWhole: Bool) -> [Table.Cell] {
    var cells: [Table.Cell] = [.text(name, Style(isWhole ? .title : .text, bold: isWhole))]
    for (index, stage) in report.stages.enumerated() {
      let count = context.numbers.value(stage.count.value, stage.metric.unit)
      cells.append(.text(count, Style(index == 0 ? .strong : .faint, bold: isWhole)))
      guard index > 0 else { continue }
      cells.append(
        .text(
          context.numbers.share(stage.rateFromPrevious),
          Style(role(stage.rateFromPrevious, of: whole.stages[index].rateFromPrevious))))
    }
    return cells
  }

  private func role(_ rate: Double?, of whole: Double?) -> Role {
    guard let rate, let whole, whole > 0 else { return .faint }
    return rate < whole * 0.8 ? .bad : rate > whole * 1.2 ? .good : .text
  }
}
