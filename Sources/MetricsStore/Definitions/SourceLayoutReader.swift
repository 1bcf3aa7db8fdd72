import Metrics

/// Says what a row of a source is, and which of its keys contradict one another.
struct SourceLayoutReader {
  /// The preset that supplies what the keys do not say; nil where there is none.
  let preset: Preset?
  /// Whether its rows have a date column, and whether they have at least a period.
  let hasDate: Bool
  let hasPeriod: Bool
  let record: Cursor?
  let events: Cursor?
  let measures: Cursor?
  let metric: Cursor?
  let value: Cursor?
  let person: Cursor?
  let event: Cursor?
  let owner: SourcePlace
  let log: IssueLog

  var columns: ColumnReader { ColumnReader() }

  /// The layout, or nil with what is missing or contradictory noted.
  func layout() -> SourceDefinition.Layout? {
    if person != nil || event != nil { return eventLog() }
    if metric != nil || value != nil { return tidy() }
    if record != nil || preset?.record != nil { return records() }
    return wide()
  }

  func conflict(_ key: String, _ cursor: Cursor?, with other: String, _ reason: String) {
    guard let cursor else { return }
    log.add(.conflict(key, with: other, because: reason), at: cursor.keyPlace)
  }

  func missing(_ key: String) {
    log.add(.missingKey(key), at: owner)
  }

  private func tidy() -> SourceDefinition.Layout? {
    let reason = "the files name their measures themselves"
    conflict("measures", measures, with: "metric and value", reason)
    conflict("record", record, with: "metric and value", reason)
    conflict("events", events, with: "metric and value", reason)
    if preset != nil { conflict("metric", metric ?? value, with: "preset", reason) }
    if !hasDate, !hasPeriod { missing("date") }
    if metric == nil { missing("metric") }
    if value == nil { missing("value") }
    guard let metric = metric.flatMap(columns.column), let value = value.flatMap(columns.column),
      hasDate || hasPeriod, preset == nil, measures == nil, record == nil, events == nil
    else { return nil }
    return .tidy(metric: metric, value: value)
  }

  private func wide() -> SourceDefinition.Layout? {
    conflict("events", events, with: "no record", "only records have events; name their column")
    let supplied = preset?.measures ?? []
    if !hasDate, !hasPeriod, events == nil { missing("date") }
    if measures == nil, events == nil, supplied.isEmpty { missing("measures") }
    let read = measures.map(columns.measures) ?? []
    for measure in read {
      conflict("at", measure.at, with: "no record", "only records have events")
    }
    let all = merged(read.map { column($0, event: nil) }, supplied, by: \.name)
    guard hasDate || hasPeriod, events == nil, !all.isEmpty else { return nil }
    return .wide(measures: all)
  }

  private func records() -> SourceDefinition.Layout? {
    let supplied = preset?.events ?? []
    if events == nil, measures == nil, supplied.isEmpty, preset == nil { missing("events") }
    let events = self.events.map(columns.events) ?? []
    let read = measures.map(columns.measures) ?? []
    let allEvents = merged(events.map(\.event), supplied, by: \.name)
    let names = allEvents.map(\.name)
    let kept = read.compactMap { measure -> MeasureColumn? in
      if let event = events.first(where: { $0.event.name == measure.name }) {
        log.add(
          .definedTwice(.measure, measure.name, first: event.key.place), at: measure.key.place)
        return nil
      }
      if supplied.contains(where: { $0.name == measure.name }) {
        log.add(
          .conflict(measure.name, with: "preset", because: "the preset has an event of that name"),
          at: measure.key.place)
        return nil
      }
      let event = measure.at.flatMap { $0.reference(.event, among: names) }
      if measure.at == nil, !hasDate {
        log.add(.missingKey("at"), at: measure.key.place)
        return nil
      }
      return column(measure, event: event)
    }
    let further = (preset?.measures ?? []).filter { measure in
      !names.contains(measure.name) && measure.event.map { names.contains($0) } ?? hasDate
    }
    let measures = merged(kept, further, by: \.name)
    guard let id = record.flatMap(columns.column) ?? preset?.record,
      !(allEvents.isEmpty && measures.isEmpty)
    else { return nil }
    return .records(id: id, events: allEvents, measures: measures)
  }

  /// The column of a measure; what it does not say of its scale and nature the preset's measure of
  /// the same name says.
  func column(_ measure: ColumnReader.Measure, event: String?) -> MeasureColumn {
    let known = preset?.measures.first { $0.name == measure.name }
    return MeasureColumn(
      name: measure.name, column: measure.column, event: event,
      scale: measure.scale ?? known?.scale, nature: known?.nature ?? .amount)
  }

  /// What the source says, and of what the preset supplies the rest.
  func merged<Part>(
    _ own: [Part], _ supplied: [Part], by name: KeyPath<Part, String>
  ) -> [Part] {
    let names = Set(own.map { $0[keyPath: name] })
    return own + supplied.filter { !names.contains($0[keyPath: name]) }
  }
}

extension Preset {
  /// The column that tells records apart; nil where its rows are none.
  var record: ColumnName? {
    if case .records(let id, _) = layout { id } else { nil }
  }

  /// What happens to its records.
  fileprivate var events: [Event] {
    if case .records(_, let events) = layout { events } else { [] }
  }
}
