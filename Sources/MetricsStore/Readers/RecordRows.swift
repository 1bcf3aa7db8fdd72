import Metrics

/// The records of one file, as compact columns.
struct RecordContent: Sendable {
  /// Stands for a date that a record does not have.
  static let never = Int32.min
  /// Stands for a value that a record does not have; no number is so small.
  static let nothing = ExactDecimal(units: .min)

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
  /// The value of each measure of each record, or `nothing`: record by record.
  var values: [ExactDecimal] = []
  /// The text code of each distinct measure of each record, -1 where it has none.
  var textCodes: [Int32] = []
  /// The segments and their values.
  var segments: RowSegments
  /// The texts of each distinct measure.
  var texts: [TextCodes]
  /// Cells of measures that count as missing, though something stands in them.
  var oddities = CellOddities()

  /// Which records came from which chunks of the file, in the order of the chunks.
  var parts: [Part] = []

  /// The records of a chunk: from this one on, up to the next part's.
  struct Part {
    let chunk: Int
    let start: Int
  }

  /// How many records there are.
  var count: Int { identifier.count }

  /// The dates of a record's events, or `never`, of so many events.
  func eventDays(of row: Int, count: Int) -> ArraySlice<Int32> {
    eventDays[row * count..<(row + 1) * count]
  }

  /// From the first date of a record or event to the last.
  var span: DayRange? {
    let dates = [day, eventDays].joined().lazy.filter { $0 != RecordContent.never }
    guard let first = dates.min(), let last = dates.max() else { return nil }
    return DayRange(Day(number: first), through: Day(number: last))
  }
}

/// Keeps what is asked for of rows of which each is a record.
struct RecordRows: SharedRowSink, ~Copyable {
  /// The records so far.
  private(set) var content: RecordContent

  private let plan: SourcePlan
  private let fields: [Int]
  private let identifier: Int
  /// Where the source's date of a record stands; nil where events alone have dates.
  private var dates: RowDates?
  private var filter: RowFilter?
  private var eventFilters: [RowFilter?]
  private var eventDays: [Int32]
  private var values: [ExactDecimal]
  private let numbers: [NumberReading]
  private let formats: RowFormats
  /// What cells of dimensions mean.
  private let memo: CellMemo

  /// Rows of a plan whose columns stand in the given fields, -1 where the file lacks one, and are
  /// written in these formats.
  init(_ plan: SourcePlan, fields: [Int], formats: RowFormats) {
    self.plan = plan
    self.formats = formats
    numbers = formats.numbers.map { NumberReading($0) }
    self.fields = fields
    identifier = plan.identifier.map { fields[$0] } ?? 0
    memo = CellMemo(columns: plan.dimensions.count)
    dates = formats.day.map { RowDates($0) }
    content = RecordContent(
      segments: RowSegments(
        fields: plan.dimensions.map { $0.flatMap { fields[$0] < 0 ? nil : fields[$0] } }),
      texts: Array(repeating: TextCodes(), count: plan.distinct.count))
    let conditionFields = plan.conditionColumns.mapValues { fields[$0] }
    filter = plan.source.condition.map { RowFilter($0, fields: conditionFields) }
    eventFilters = plan.events.map { event in
      event.condition.map { RowFilter($0, fields: conditionFields) }
    }
    eventDays = Array(repeating: RecordContent.never, count: plan.events.count)
    values = Array(repeating: RecordContent.nothing, count: plan.measures.count)
  }

  func fresh() -> RecordRows { RecordRows(plan, fields: fields, formats: formats) }

  mutating func begin(chunk: Int) {
    content.parts.append(RecordContent.Part(chunk: chunk, start: content.count))
  }

  mutating func join(_ other: borrowing RecordRows) { content.join(other.content, plan) }

  mutating func take<Row: RowCells & ~Copyable>(_ row: inout Row) -> RowOutcome {
    if filter != nil, filter?.accepts(&row) == false { return .excluded }
    guard !row.cell(identifier).isEmpty else {
      return .rejected(field: identifier, .noIdentifier)
    }
    var day = RecordContent.never
    if let outcome = dates?.read(&row) {
      switch outcome {
      case .day(let number): day = number
      case .none(_, .noDate): break
      case .none(let field, let fault): return .rejected(field: field, fault)
      }
    }
    for event in plan.events.indices {
      let field = fields[plan.events[event].date]
      switch DateCell(row.cell(field), formats.dates[plan.events[event].date]) {
      case .missing: eventDays[event] = RecordContent.never
      case .ambiguous: return .rejected(field: field, .ambiguousDate)
      case .invalid: return .rejected(field: field, .notADate)
      case .day(let number), .month(let number):
        let happened = eventFilters[event] == nil || eventFilters[event]?.accepts(&row) == true
        eventDays[event] = happened ? number : RecordContent.never
      }
    }
    for measure in plan.measures.indices {
      guard case .column(let column) = plan.measures[measure].origin else { continue }
      let cell = row.cell(fields[column])
      guard plan.measures[measure].isNumber else {
        values[measure] = NumberCell.isMissing(cell) ? RecordContent.nothing : .one
        continue
      }
      switch numbers[measure].read(cell, isPadded: Row.isPadded) {
      case .amount(let amount): values[measure] = amount.decimal
      case .missing: values[measure] = RecordContent.nothing
      case .failure:
        content.oddities.failures += 1
        values[measure] = RecordContent.nothing
      case .bound:
        content.oddities.bounds += 1
        values[measure] = RecordContent.nothing
      case .invalid: return .rejected(field: fields[column], .notANumber)
      }
    }
    keep(day, &row)
    return .taken
  }

  private mutating func keep<Row: RowCells & ~Copyable>(_ day: Int32, _ row: inout Row) {
    let isPersonal = plan.identifier.map { formats.isPersonal[$0] } ?? false
    let identifierCell = row.cell(identifier)
    content.identifier.append(
      content.identifiers.code(identifierCell, isPersonal: isPersonal))
    content.line.append(Int32(clamping: row.line))
    content.segment.append(content.segments.code(&row, memo))
    content.day.append(day)
    content.eventDays.append(contentsOf: eventDays)
    content.values.append(contentsOf: values)
    for index in plan.distinct.indices {
      let measure = plan.distinct[index]
      if case .column(let column) = plan.measures[measure].origin,
        values[measure] != RecordContent.nothing
      {
        let cell = row.cell(fields[column])
        content.textCodes.append(
          content.texts[index].code(cell, isPersonal: formats.isPersonal[column]))
      } else {
        content.textCodes.append(-1)
      }
    }
  }
}
