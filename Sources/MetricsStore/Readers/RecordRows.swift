import Metrics

/// The records of one file, as compact columns.
struct RecordContent: Sendable {
  /// Stands for a date that a record does not have.
  static let never = Int32.min

  /// The identifiers, by code.
  var identifiers = TextCodes()
  /// The identifier, line and segment of each record.
  var identifier: [Int32] = []
  var line: [Int32] = []
  var segment: [Int32] = []
  /// The source's date of each record, or `never`.
  var day: [Int32] = []
  /// The date of each event of each record, or `never`: record by record.
  var eventDays: [Int32] = []
  /// The value of each measure of each record, NaN where it has none: record by record.
  var values: [Double] = []
  /// The text code of each distinct measure of each record, -1 where it has none.
  var textCodes: [Int32] = []
  /// The segments and their values.
  var segments: RowSegments
  /// The texts of each distinct measure.
  var texts: [TextCodes]

  /// How many records there are.
  var count: Int { identifier.count }

  /// From the first date of a record or event to the last.
  var span: DayRange? {
    let dates = [day, eventDays].joined().lazy.filter { $0 != RecordContent.never }
    guard let first = dates.min(), let last = dates.max() else { return nil }
    return DayRange(Day(number: first), through: Day(number: last))
  }
}

/// Keeps what is asked for of rows of which each is a record.
struct RecordRows: RowSink {
  /// The records so far.
  private(set) var content: RecordContent

  private let plan: SourcePlan
  private let fields: [Int]
  private let identifier: Int
  private let date: Int?
  private var filter: RowFilter?
  private var eventFilters: [RowFilter?]
  private var eventDays: [Int32]
  private var values: [Double]

  /// Rows of a plan whose columns stand in the given fields.
  init(_ plan: SourcePlan, fields: [Int]) {
    self.plan = plan
    self.fields = fields
    identifier = plan.identifier.map { fields[$0] } ?? 0
    date = plan.date.map { fields[$0] }
    content = RecordContent(
      segments: RowSegments(fields: plan.dimensions.map { $0.map { fields[$0] } }),
      texts: Array(repeating: TextCodes(), count: plan.distinct.count))
    let conditionFields = plan.conditionColumns.mapValues { fields[$0] }
    filter = plan.source.condition.map { RowFilter($0, fields: conditionFields) }
    eventFilters = plan.events.map { event in
      event.condition.map { RowFilter($0, fields: conditionFields) }
    }
    eventDays = Array(repeating: RecordContent.never, count: plan.events.count)
    values = Array(repeating: .nan, count: plan.measures.count)
  }

  mutating func take(_ reader: inout RecordReader) -> RowOutcome {
    if filter != nil, filter?.accepts(&reader) == false { return .excluded }
    guard !reader.cell(identifier).isEmpty else {
      return .rejected(field: identifier, .noIdentifier)
    }
    var day = RecordContent.never
    if let date {
      switch DateCell(reader.cell(date)) {
      case .day(let number), .month(let number): day = number
      case .missing: break
      case .ambiguous, .invalid: return .rejected(field: date, .notADate)
      }
    }
    for event in plan.events.indices {
      let field = fields[plan.events[event].date]
      switch DateCell(reader.cell(field)) {
      case .missing: eventDays[event] = RecordContent.never
      case .ambiguous, .invalid: return .rejected(field: field, .notADate)
      case .day(let number), .month(let number):
        let happened = eventFilters[event] == nil || eventFilters[event]?.accepts(&reader) == true
        eventDays[event] = happened ? number : RecordContent.never
      }
    }
    for measure in plan.measures.indices {
      guard case .column(let column) = plan.measures[measure].origin else { continue }
      let cell = reader.cell(fields[column])
      guard plan.measures[measure].isNumber else {
        values[measure] = NumberCell.isMissing(cell) ? .nan : 1
        continue
      }
      switch NumberCell(cell) {
      case .value(let value): values[measure] = value.double
      case .missing, .failure: values[measure] = .nan
      case .bound, .invalid: return .rejected(field: fields[column], .notANumber)
      }
    }
    keep(day, &reader)
    return .taken
  }

  private mutating func keep(_ day: Int32, _ reader: inout RecordReader) {
    content.identifier.append(content.identifiers.code(reader.cell(identifier)))
    content.line.append(Int32(clamping: reader.line))
    content.segment.append(content.segments.code(&reader))
    content.day.append(day)
    content.eventDays.append(contentsOf: eventDays)
    content.values.append(contentsOf: values)
    for index in plan.distinct.indices {
      let measure = plan.distinct[index]
      if case .column(let column) = plan.measures[measure].origin, !values[measure].isNaN {
        content.textCodes.append(content.texts[index].code(reader.cell(fields[column])))
      } else {
        content.textCodes.append(-1)
      }
    }
  }
}
