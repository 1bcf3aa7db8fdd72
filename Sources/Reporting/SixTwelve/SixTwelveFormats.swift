import Analysis
import Metrics

// The 6-week and 12-month tables for machines.
extension SixTwelveReport {
  /// As JSON: per metric and segment the weeks, the months and the box with its reasons.
  public var json: String {
    JSONValue.object(["as_of": .text(asOf.description), "metrics": .array(tables.map(\.json))])
      .document
  }

  /// As CSV: a row per week, month and figure of the box, which the column `part` tells apart.
  public var csv: String {
    let header =
      ["metric", "part", "period", "from", "to"] + dimensions.map { "segment_\($0)" } + [
        "value", "previous_year", "target", "reason",
      ]
    return CSVTable(header: header, rows: tables.flatMap { $0.cells(dimensions) }).text
  }
}

extension SixTwelveReport.Table {
  var json: JSONValue {
    let missing = box.compactMap { entry in
      entry.figure.reason.map { JSONValue.Member(entry.name, .text($0.code)) }
    }
    let figures = box.map { JSONValue.Member($0.name, .number($0.figure.value)) }
    return .object([
      "metric": .text(metric.name),
      "segment": segment.json,
      "weeks": .array(self.figures.weeks.map(json)),
      "months": .array(self.figures.months.map(json)),
      "box": .object(figures + [JSONValue.Member("reasons", .object(missing))]),
    ])
  }

  private func json(_ point: Trend.Point) -> JSONValue {
    .object([
      "period": .text(calendar.label(point.window.period)),
      "from": .text(point.window.range.start.description),
      "to": .text(point.window.range.last.description),
      "value": .number(point.value.value),
      "previous_year": .number(point.previousYear.value),
      "target": .number(point.target),
      "reason": .text((point.value.reason ?? point.previousYear.reason)?.code),
    ])
  }

  func cells(_ dimensions: [String]) -> [[CSVTable.Cell]] {
    func row(
      _ part: String, _ period: String, _ days: DayRange, _ numbers: [Double?],
      _ reason: Unavailable?
    ) -> [CSVTable.Cell] {
      [.text(metric.name), .text(part), .text(period)]
        + [.text(days.start.description), .text(days.last.description)]
        + dimensions.map { .init(segment.text($0)) } + numbers.map { .init($0) }
        + [.init(reason?.code)]
    }
    func rows(_ part: String, _ points: [Trend.Point]) -> [[CSVTable.Cell]] {
      points.map {
        row(
          part, calendar.label($0.window.period), $0.window.range,
          [$0.value.value, $0.previousYear.value, $0.target],
          $0.value.reason ?? $0.previousYear.reason)
      }
    }
    return rows("week", figures.weeks) + rows("month", figures.months)
      + box.map {
        row("box", $0.name, $0.figure.days, [$0.figure.value, nil, nil], $0.figure.reason)
      }
  }
}
