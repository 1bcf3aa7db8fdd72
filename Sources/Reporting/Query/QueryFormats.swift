import Analysis
import Metrics

// The answer to a query in the three formats.
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

  /// As an aligned table for people, with rounded numbers.
  public func text(measuredBy measure: TextMeasure) -> String {
    let columns: [TextTable.Column] =
      [.text("METRIC"), .text("PERIOD")] + dimensions.map { .text($0.uppercased()) } + [
        .number("VALUE"), .number("PREVIOUS"), .number("CHANGE"), .number("CHANGE%"),
        .number("YEAR%"), .number("TARGET"), .number("ATTAINED"), .text("STATUS"), .text("NOTE"),
      ]
    return TextTable(
      columns, rows: rows.map { $0.texts(dimensions) },
      optional: ["TARGET", "ATTAINED", "STATUS", "NOTE"]
    ).text(measuredBy: measure)
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

  func texts(_ dimensions: [String]) -> [String] {
    let number = ReadableNumber(reading.metric.unit)
    let attainment = reading.attainment
    let none = "–"
    return [reading.metric.name, period] + dimensions.map { segment.text($0) ?? none } + [
      reading.value.value.map(number.value) ?? none,
      reading.previous.reference.value.map(number.value) ?? none,
      reading.previous.change.map(number.change) ?? none,
      reading.previous.ratio.map(ReadableNumber.ratio) ?? none,
      reading.previousYear.ratio.map(ReadableNumber.ratio) ?? none,
      attainment.map { number.value($0.target) } ?? "",
      attainment?.ratio.map(ReadableNumber.share) ?? "",
      attainment?.status.map(QueryReport.words) ?? "",
      remark,
    ]
  }

  /// What a reader must know beside the numbers: the days to date, missing days, why there is none.
  private var remark: String {
    var remarks: [String] = []
    if !reading.isComplete, let days { remarks.append("to \(days.last)") }
    let count = reading.window.range.count
    if !reading.value.coverage.isFull { remarks.append("\(coveredDays)/\(count) days") }
    if let reason { remarks.append(reason.words) }
    return remarks.joined(separator: ", ")
  }
}

extension QueryReport {
  fileprivate static func words(_ status: Status) -> String {
    switch status {
    case .onTrack: "on track"
    case .atRisk: "at risk"
    case .offTrack: "off track"
    }
  }
}
