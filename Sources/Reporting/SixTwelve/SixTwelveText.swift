import Analysis
import Metrics

// The 6-week and 12-month tables for people.
extension SixTwelveReport {
  /// Two aligned tables per metric and segment, with rounded numbers.
  public func text(with pen: Pen) -> String {
    tables.map { table in
      let names = table.segment.names.map {
        "\($0.dimension)=\(table.segment.text($0.dimension) ?? "–")"
      }
      let title = pen.spelled(([table.metric.name] + names).joined(separator: "  "))
      return pen.colored(title, .heading) + "\n" + table.periods(with: pen).text(with: pen) + "\n"
        + table.boxTable(with: pen).text(with: pen)
    }.joined(separator: "\n")
  }
}

extension SixTwelveReport.Table {
  fileprivate func periods(with pen: Pen) -> TextTable {
    let number = ReadableNumber(metric.unit)
    let rows = (figures.weeks + figures.months).map { point -> [TextTable.Cell] in
      [
        .init(calendar.label(point.window.period)),
        .init(number: point.value.value.map(number.value)),
        .init(number: point.previousYear.value.map(number.value)),
        .init(point.target.map(number.value) ?? ""),
        .init(point.value.reason?.words(with: pen) ?? "", .faint),
      ]
    }
    return TextTable(
      [
        .text(pen.words("PERIOD", "期間")), .number(pen.words("VALUE", "実績")),
        .number(pen.words("YEAR BEFORE", "前年")),
        .number(pen.words("TARGET", "目標"), isOptional: true),
        .text(pen.words("NOTE", "備考"), isOptional: true),
      ], rows: rows)
  }

  fileprivate func boxTable(with pen: Pen) -> TextTable {
    let number = ReadableNumber(metric.unit)
    let rows = box.map { entry -> [TextTable.Cell] in
      let figure = entry.figure
      let text = figure.isChange ? ReadableNumber.ratio : number.value
      return [
        .init(entry.name), .init(number: figure.value.map(text), tone(figure)),
        .init(figure.reason?.words(with: pen) ?? "", .faint),
      ]
    }
    return TextTable(
      [
        .text(pen.words("BOX", "要約")), .number(pen.words("VALUE", "実績")),
        .text(pen.words("NOTE", "備考"), isOptional: true),
      ], rows: rows)
  }

  /// Whether a change is good or bad for the metric.
  private func tone(_ figure: BoxFigure) -> Tone {
    guard figure.isChange, let value = figure.value, value != 0 else { return .plain }
    switch metric.better {
    case .higher: return value > 0 ? .good : .bad
    case .lower: return value < 0 ? .good : .bad
    case .neutral: return .plain
    }
  }
}
