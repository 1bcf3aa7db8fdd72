import Metrics

/// Turns records into daily figures: each event on its own date, each measure on its event's.
struct RecordDays {
  /// The figures by common segment and day.
  private(set) var table: DailyTable

  private let plan: SourcePlan
  /// The dates of all that happened.
  private(set) var happened = DayBits()

  /// For the records of a plan.
  init(_ plan: SourcePlan) {
    self.plan = plan
    table = DailyTable(aggregates: plan.aggregates.count, distinct: plan.distinct.count)
  }

  /// Adds a record; `textCodes` gives for each distinct measure the common codes of its texts.
  mutating func add(_ row: Int, of file: RecordContent, segment: Int32, textCodes: [[Int32]]) {
    for index in plan.aggregates.indices {
      let aggregate = plan.aggregates[index]
      guard let day = day(of: aggregate.measure, row, file),
        let figure = value(of: aggregate.measure, row, file)
      else { continue }
      var weight = 1.0
      if case .mean(let other?) = aggregate.kind {
        weight = value(of: other, row, file) ?? 0
      }
      let cell = table.cell(segment: segment, day: day)
      table.add(figure, weight: weight, to: index, aggregate.kind, at: cell)
    }
    for index in plan.distinct.indices {
      let code = file.textCodes[row * plan.distinct.count + index]
      guard code >= 0, let day = day(of: plan.distinct[index], row, file) else { continue }
      let cell = table.cell(segment: segment, day: day)
      table.see(textCodes[index][Int(code)], by: index, at: cell)
    }
    for measure in plan.measures.indices {
      if let day = day(of: measure, row, file) { happened.insert(day) }
    }
  }

  /// The day by which a measure or event of a record counts; nil where it has none.
  private func day(of measure: Int, _ row: Int, _ file: RecordContent) -> Int32? {
    let day =
      plan.measures[measure].event.map { file.eventDays[row * plan.events.count + $0] }
      ?? file.day[row]
    return day == RecordContent.never ? nil : day
  }

  /// The value of a measure, or 1 where an event happened; nil where there is none.
  private func value(of measure: Int, _ row: Int, _ file: RecordContent) -> Double? {
    if case .event(let event) = plan.measures[measure].origin {
      return file.eventDays[row * plan.events.count + event] == RecordContent.never ? nil : 1
    }
    let value = file.values[row * plan.measures.count + measure]
    return value.isNaN ? nil : value
  }
}
