import Metrics

/// Says what a row of a source is, and which of its keys contradict one another.
struct SourceLayoutReader {
  let date: Cursor?
  let record: Cursor?
  let events: Cursor?
  let measures: Cursor?
  let metric: Cursor?
  let value: Cursor?
  let owner: SourcePlace
  let log: IssueLog

  private let columns = ColumnReader()

  init(
    date: Cursor?, record: Cursor?, events: Cursor?, measures: Cursor?, metric: Cursor?,
    value: Cursor?, owner: SourcePlace, log: IssueLog
  ) {
    self.date = date
    self.record = record
    self.events = events
    self.measures = measures
    self.metric = metric
    self.value = value
    self.owner = owner
    self.log = log
  }

  /// The layout, or nil with what is missing or contradictory noted.
  func layout() -> SourceDefinition.Layout? {
    if metric != nil || value != nil { return tidy() }
    if record != nil { return records() }
    return wide()
  }

  private func conflict(_ key: String, _ cursor: Cursor?, with other: String, _ reason: String) {
    guard let cursor else { return }
    log.add(.conflict(key, with: other, because: reason), at: cursor.keyPlace)
  }

  private func missing(_ key: String) {
    log.add(.missingKey(key), at: owner)
  }

  private func tidy() -> SourceDefinition.Layout? {
    let reason = "the files name their measures themselves"
    conflict("measures", measures, with: "metric and value", reason)
    conflict("record", record, with: "metric and value", reason)
    conflict("events", events, with: "metric and value", reason)
    if date == nil { missing("date") }
    if metric == nil { missing("metric") }
    if value == nil { missing("value") }
    guard let metric = metric.flatMap(columns.column), let value = value.flatMap(columns.column),
      date != nil, measures == nil, record == nil, events == nil
    else { return nil }
    return .tidy(metric: metric, value: value)
  }

  private func wide() -> SourceDefinition.Layout? {
    conflict("events", events, with: "no record", "only records have events; name their column")
    if date == nil, events == nil { missing("date") }
    if measures == nil, events == nil { missing("measures") }
    let read = measures.map(columns.measures) ?? []
    for measure in read {
      conflict("at", measure.at, with: "no record", "only records have events")
    }
    guard date != nil, events == nil, !read.isEmpty else { return nil }
    return .wide(measures: read.map { MeasureColumn(name: $0.name, column: $0.column) })
  }

  private func records() -> SourceDefinition.Layout? {
    if events == nil, measures == nil { missing("events") }
    let events = self.events.map(columns.events) ?? []
    let read = measures.map(columns.measures) ?? []
    let names = events.map(\.event.name)
    let kept = read.compactMap { measure -> MeasureColumn? in
      if let event = events.first(where: { $0.event.name == measure.name }) {
        log.add(
          .definedTwice(.measure, measure.name, first: event.key.place), at: measure.key.place)
        return nil
      }
      let event = measure.at.flatMap { $0.reference(.event, among: names) }
      if measure.at == nil, date == nil {
        log.add(.missingKey("at"), at: measure.key.place)
        return nil
      }
      return MeasureColumn(name: measure.name, column: measure.column, event: event)
    }
    guard let id = record.flatMap(columns.column), !(events.isEmpty && kept.isEmpty) else {
      return nil
    }
    return .records(id: id, events: events.map(\.event), measures: kept)
  }
}
