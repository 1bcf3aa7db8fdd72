import Analysis
import Metrics

// The answer to a query for machines.
extension QueryReport {
  /// As JSON: numbers unrounded, what is not available null with its reason beside it.
  public var json: String {
    JSONValue.object(["as_of": .text(asOf.description), "rows": .array(rows.map(\.json))])
      .document
  }

  /// As CSV with the columns of the JSON, and a column `segment_…` per dimension used.
  public var csv: String {
    let header =
      ["metric", "grain", "period", "from", "to"] + dimensions.map { "segment_\($0)" } + [
        "value", "covered_days", "days", "complete", "previous", "change", "change_ratio",
        "previous_year", "year_change_ratio", "target", "attainment", "status", "reason",
      ]
    return CSVTable(header: header, rows: rows.map { $0.cells(dimensions) }).text
  }
}

extension QueryReport.Row {
  var json: JSONValue {
    let attainment = reading.attainment
    return .object([
      "metric": .text(reading.metric.name),
      "grain": .text(reading.window.period.grain.rawValue),
      "period": .text(period),
      "from": .text(days?.start.description),
      "to": .text(days?.last.description),
      "segment": segment.json,
      "value": .number(reading.value.value),
      "covered_days": .number(coveredDays),
      "days": .number(reading.window.range.count),
      "complete": .bool(reading.isComplete),
      "previous": .number(reading.previous.reference.value),
      "change": .number(reading.previous.change),
      "change_ratio": .number(reading.previous.ratio),
      "previous_year": .number(reading.previousYear.reference.value),
      "year_change_ratio": .number(reading.previousYear.ratio),
      "target": .number(attainment?.target),
      "attainment": .number(attainment?.ratio),
      "status": .text(attainment?.status?.rawValue),
      "reason": .text(reason?.code),
    ])
  }

  func cells(_ dimensions: [String]) -> [CSVTable.Cell] {
    let attainment = reading.attainment
    let place: [CSVTable.Cell] = [
      .text(reading.metric.name), .text(reading.window.period.grain.rawValue), .text(period),
      .init(days?.start.description), .init(days?.last.description),
    ]
    let numbers: [CSVTable.Cell] = [
      .init(reading.value.value), .init(coveredDays), .init(reading.window.range.count),
      .init(reading.isComplete), .init(reading.previous.reference.value),
      .init(reading.previous.change), .init(reading.previous.ratio),
      .init(reading.previousYear.reference.value), .init(reading.previousYear.ratio),
      .init(attainment?.target), .init(attainment?.ratio), .init(attainment?.status?.rawValue),
      .init(reason?.code),
    ]
    return place + dimensions.map { .init(segment.text($0)) } + numbers
  }
}
