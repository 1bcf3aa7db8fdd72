import Metrics

/// What is to be read from the files of a source: exactly what some metric asks for.
struct SourcePlan: Sendable {
  /// A measure or event that is read.
  struct Measure: Hashable, Sendable {
    /// What a row holds of it.
    enum Origin: Hashable, Sendable {
      /// A cell of the column at this position.
      case column(Int)
      /// A cell of the column of values, where the row names this measure.
      case named
      /// That the event at this position happened.
      case event(Int)
      /// That the row is an event of this name.
      case logged
    }

    let name: String
    let origin: Origin
    /// The position of the event by whose date it counts, or among `loggedEvents` of the one in whose
    /// rows it counts; nil where the source's date counts, and every row.
    var event: Int?
    /// Whether some metric needs it as a number.
    var isNumber = false
    /// Whether some metric counts its different texts.
    var isText = false
  }

  /// An event of records.
  struct Event: Hashable, Sendable {
    /// The position of its date column.
    let date: Int
    /// Which records count.
    let condition: RowCondition?
  }

  /// The source.
  let source: SourceDefinition
  /// What the metrics ask of it.
  let quantities: [Quantity]
  /// Every column that a file must have, each once.
  private(set) var columns: [ColumnName] = []
  /// The measures and events that are read.
  private(set) var measures: [Measure] = []
  /// The events that are read.
  private(set) var events: [Event] = []
  /// Which figures are kept.
  private(set) var aggregates: [Aggregate] = []
  /// The measures whose different texts are kept.
  private(set) var distinct: [Int] = []
  /// The position of the date's column.
  private(set) var date: Int?
  /// For each dimension the position of its column; nil where it is constant.
  private(set) var dimensions: [Int?] = []
  /// In tidy files the columns of measures' names and of values.
  private(set) var tidy: (metric: Int, value: Int)?
  /// In records the column of identifiers.
  private(set) var identifier: Int?
  /// In event logs the columns of persons and of the events' names.
  private(set) var log: (person: Int, event: Int)?
  /// The names of the events of a log that are asked for.
  private(set) var loggedEvents: [String] = []
  /// The events of a log whose different persons are asked for, among the measures.
  private(set) var followed: [Int] = []
  /// Whether a funnel follows its persons or records.
  let isFollowed: Bool
  /// The columns that conditions name, by that name.
  private(set) var conditionColumns: [String: Int] = [:]
  /// The columns of the first and the last day that a row is about, where rows have such.
  private(set) var periodColumns: (first: Int, last: Int)?
  /// The columns that a file may lack.
  private(set) var optional: Set<Int> = []
  /// How the workspace counts weeks and years.
  let calendar: BusinessCalendar

  /// What the metrics of the definitions ask of the source.
  init(_ source: SourceDefinition, asking definitions: Definitions) {
    self.source = source
    calendar = definitions.workspace.calendar
    isFollowed = definitions.funnels.contains { $0.records == source.name }
    quantities = definitions.metrics.reduce(into: []) { asked, metric in
      guard case .measured(let quantity) = metric.origin, quantity.source == source.name,
        !asked.contains(quantity)
      else { return }
      asked.append(quantity)
    }
    date = source.date.map { position(of: $0) }
    if case .tidy(let metric, let value) = source.layout {
      tidy = (position(of: metric), position(of: value))
    }
    if case .records(let id, _, _) = source.layout { identifier = position(of: id) }
    if case .events(let person, let event, _) = source.layout {
      log = (position(of: person), position(of: event))
    }
    if case .columns(let first, let last) = source.period {
      periodColumns = (position(of: first), position(of: last))
      if let date { optional = [date, position(of: first), position(of: last)] }
    } else if source.period != nil, let date {
      optional.insert(date)
    }
    for dimension in source.dimensions {
      if case .column(let name) = dimension.origin {
        let place = position(of: name)
        if !dimension.isRequired { optional.insert(place) }
        dimensions.append(place)
      } else {
        dimensions.append(nil)
      }
    }
    for quantity in quantities { ask(quantity) }
    if let condition = source.condition { addColumns(of: condition) }
  }

  /// What cannot be read as it is asked for.
  var issues: [Issue] {
    guard tidy != nil else { return [] }
    return quantities.filter { $0.weight != nil }.map { quantity in
      Issue(
        .error, code: "weight-in-tidy", at: source.place,
        message: SafeText(
          "the mean of \(quoted(quantity.measure)) has a weight, but each row of this source holds "
            + "one measure only"))
    }
  }

  /// Whether a file read by the other plan gives the same by this one, wherever they were written.
  func readsLike(_ other: SourcePlan) -> Bool {
    var moved = other.source
    moved.place = source.place
    moved.files = FilePattern(moved.files.globs, place: source.files.place)
    return moved == source && quantities == other.quantities
      && keepsJourneys == other.keepsJourneys && calendar == other.calendar
  }

  /// Whether what each person did is kept, to count persons or to follow them.
  var keepsJourneys: Bool { isFollowed || !followed.isEmpty }

  private mutating func ask(_ quantity: Quantity) {
    guard let measure = position(ofMeasure: quantity.measure) else { return }
    let weight = quantity.weight.flatMap { position(ofMeasure: $0) }
    if let weight { measures[weight].isNumber = true }
    guard let kind = Aggregate.Kind(quantity.rollup, weight: weight) else {
      if measures[measure].origin == .logged {
        if !followed.contains(measure) { followed.append(measure) }
        return
      }
      measures[measure].isText = true
      if !distinct.contains(measure) { distinct.append(measure) }
      return
    }
    if kind != .count { measures[measure].isNumber = true }
    let aggregate = Aggregate(kind: kind, measure: measure)
    if !aggregates.contains(aggregate) { aggregates.append(aggregate) }
  }

  /// The position of the aggregate that a quantity is made of; nil for distinct ones.
  func aggregate(of quantity: Quantity) -> Int? {
    guard let measure = measures.firstIndex(where: { $0.name == quantity.measure }) else {
      return nil
    }
    let weight = quantity.weight.flatMap { name in measures.firstIndex { $0.name == name } }
    guard let kind = Aggregate.Kind(quantity.rollup, weight: weight) else { return nil }
    return aggregates.firstIndex(of: Aggregate(kind: kind, measure: measure))
  }

  /// The position among `distinct` of the measure that a quantity counts.
  func distinctPosition(of quantity: Quantity) -> Int? {
    guard quantity.rollup == .distinct else { return nil }
    return distinct.firstIndex { measures[$0].name == quantity.measure }
  }

  private mutating func position(of column: ColumnName) -> Int {
    if let known = columns.firstIndex(of: column) { return known }
    columns.append(column)
    return columns.count - 1
  }

  private mutating func position(ofMeasure name: String) -> Int? {
    if let known = measures.firstIndex(where: { $0.name == name }) { return known }
    switch source.layout {
    case .wide(let columns):
      guard let column = columns.first(where: { $0.name == name }) else { return nil }
      measures.append(Measure(name: name, origin: .column(position(of: column.column))))
    case .tidy:
      measures.append(Measure(name: name, origin: .named))
    case .events(_, _, let columns):
      if let column = columns.first(where: { $0.name == name }) {
        let event = column.event.map { position(ofLogged: $0) }
        measures.append(
          Measure(name: name, origin: .column(position(of: column.column)), event: event))
      } else {
        measures.append(Measure(name: name, origin: .logged, event: position(ofLogged: name)))
      }
    case .records(_, let events, let columns):
      if let event = events.first(where: { $0.name == name }) {
        let position = self.position(of: event)
        measures.append(Measure(name: name, origin: .event(position), event: position))
      } else if let column = columns.first(where: { $0.name == name }) {
        let event = events.first { $0.name == column.event }.map { self.position(of: $0) }
        measures.append(
          Measure(name: name, origin: .column(position(of: column.column)), event: event))
      } else {
        return nil
      }
    }
    return measures.count - 1
  }

  private mutating func position(ofLogged event: String) -> Int {
    if let known = loggedEvents.firstIndex(of: event) { return known }
    loggedEvents.append(event)
    return loggedEvents.count - 1
  }

  private mutating func position(of event: Metrics.Event) -> Int {
    let planned = Event(date: position(of: event.date), condition: event.condition)
    if let known = events.firstIndex(of: planned) { return known }
    if let condition = event.condition { addColumns(of: condition) }
    events.append(planned)
    return events.count - 1
  }

  private mutating func addColumns(of condition: RowCondition) {
    for name in condition.columns where conditionColumns[name] == nil {
      conditionColumns[name] = position(of: source.column(named: name))
    }
  }

  /// The columns whose cells are numbers or dates.
  var typedColumns: Set<Int> {
    var typed = Set(events.map(\.date))
    if let date { typed.insert(date) }
    if let tidy { typed.insert(tidy.value) }
    if let periodColumns { typed.formUnion([periodColumns.first, periodColumns.last]) }
    for measure in measures where measure.isNumber {
      if case .column(let column) = measure.origin { typed.insert(column) }
    }
    return typed
  }
}
