import Metrics

extension SourceLayoutReader {
  /// A source of which each row is an event of a person.
  func eventLog() -> SourceDefinition.Layout? {
    let keys = "person and event"
    conflict("record", record, with: keys, "each row is an event")
    conflict("events", events, with: keys, "the files name their events themselves")
    conflict("metric", metric, with: keys, "each row is an event")
    conflict("value", value, with: keys, "each row is an event")
    if preset?.record != nil {
      conflict("person", person ?? event, with: "preset", "its rows are records")
    }
    if !hasDate { missing("date") }
    if person == nil { missing("person") }
    if event == nil { missing("event") }
    let read = measures.map(columns.measures) ?? []
    let own = read.compactMap { measure -> MeasureColumn? in
      guard let at = measure.at else { return column(measure, event: nil) }
      return at.eventName().map { column(measure, event: $0) }
    }
    guard let person = person.flatMap(columns.column), let event = event.flatMap(columns.column),
      hasDate, record == nil, events == nil, metric == nil, value == nil, preset?.record == nil,
      own.count == read.count
    else { return nil }
    // Of a preset only the date, the dimensions and the personal columns count here: its measures
    // would hide the events of their names.
    return .events(person: person, event: event, measures: own)
  }
}

extension Cursor {
  /// The name of an event as the files write it.
  fileprivate func eventName() -> String? {
    guard let text = text("the name of an event") else { return nil }
    if !text.isEmpty, SafeText(text).string == text { return text }
    report(.notAName(text))
    return nil
  }
}
