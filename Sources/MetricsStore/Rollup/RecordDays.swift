import Metrics

/// Turns records into daily figures: each event on its own date, each measure on its event's.
struct RecordDays: ~Copyable {
  /// The figures by common segment and day.
  private var content: DailyContent

  private let plan: SourcePlan
  private let layout: DailyLayout
  /// The dates of all that happened.
  private(set) var happened = DayBits()

  /// For the records of a plan.
  init(_ plan: SourcePlan) {
    self.plan = plan
    layout = DailyLayout(plan)
    content = DailyContent(plan, layout, fields: [])
  }

  /// What has been added up.
  consuming func finished() -> DailyContent { content }

  /// Adds a record; `textCodes` gives for each distinct measure the common codes of its texts.
  mutating func add(_ row: Int, of file: RecordContent, segment: Int32, textCodes: [[Int32]]) {
    for measure in plan.measures.indices {
      guard let day = day(of: measure, row, file) else { continue }
      happened.insert(day)
      guard let value = value(of: measure, row, file) else { continue }
      let figures = content.table.figures(
        segment: segment, panel: layout.panel[measure], day: day)
      for step in layout.steps[layout.measureSteps[measure]] {
        guard case .mean(let other?) = step.kind else {
          content.table.add(Amount(value), weight: nil, by: step, to: figures)
          continue
        }
        let weight = Amount(self.value(of: other, row, file) ?? .zero)
        guard let product = Amount(value).multiplied(by: weight) else { continue }
        content.table.add(product, weight: weight, by: step, to: figures)
      }
    }
    for index in plan.distinct.indices {
      let code = file.textCodes[row * plan.distinct.count + index]
      guard code >= 0, let day = day(of: plan.distinct[index], row, file) else { continue }
      content.seen[index].see(textCodes[index][Int(code)], segment: segment, day: day)
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
  private func value(of measure: Int, _ row: Int, _ file: RecordContent) -> ExactDecimal? {
    if case .event(let event) = plan.measures[measure].origin {
      return file.eventDays[row * plan.events.count + event] == RecordContent.never ? nil : .one
    }
    let value = file.values[row * plan.measures.count + measure]
    return value == RecordContent.nothing ? nil : value
  }
}
