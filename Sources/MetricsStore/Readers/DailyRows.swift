import Metrics

/// What the rows of one dated file add up to.
struct DailyContent: Sendable {
  /// The figures by segment and day.
  var table: DailyTable
  /// The segments and their values.
  var segments: RowSegments
  /// The texts of each distinct measure.
  var texts: [TextCodes]
  /// The days on which each measure has a value.
  var covered: [DayBits]
  /// How many rows name a measure that no metric asks for.
  var unusedRows = 0

  /// From the first day with a value to the last.
  var span: DayRange? {
    covered.compactMap(\.span).reduce(nil) { $0?.joined($1) ?? $1 }
  }
}

/// Adds up rows of which each has a date: wide ones with a column per measure, and tidy ones that
/// name their measure.
struct DailyRows: RowSink {
  /// What has been added up so far.
  private(set) var content: DailyContent

  private let date: Int
  private let measures: [SourcePlan.Measure]
  private let measureFields: [Int]
  private let aggregates: [Aggregate]
  private let distinct: [Int]
  private let tidy: (metric: Int, value: Int)?
  private var filter: RowFilter?
  private var names = TextCodes()
  /// The measure of each name in `names`; -1 where no metric asks for it.
  private var namedMeasures: [Int] = []
  private var values: [Double]
  private var isPresent: [Bool]

  /// Rows of a plan whose columns stand in the given fields.
  init(_ plan: SourcePlan, fields: [Int]) {
    content = DailyContent(
      table: DailyTable(aggregates: plan.aggregates.count, distinct: plan.distinct.count),
      segments: RowSegments(fields: plan.dimensions.map { $0.map { fields[$0] } }),
      texts: Array(repeating: TextCodes(), count: plan.distinct.count),
      covered: Array(repeating: DayBits(), count: plan.measures.count))
    date = plan.date.map { fields[$0] } ?? 0
    measures = plan.measures
    measureFields = plan.measures.map { measure in
      if case .column(let column) = measure.origin { fields[column] } else { -1 }
    }
    aggregates = plan.aggregates
    distinct = plan.distinct
    tidy = plan.tidy.map { (fields[$0.metric], fields[$0.value]) }
    filter = plan.source.condition.map {
      RowFilter($0, fields: plan.conditionColumns.mapValues { fields[$0] })
    }
    values = Array(repeating: 0, count: plan.measures.count)
    isPresent = Array(repeating: false, count: plan.measures.count)
  }

  mutating func take(_ reader: inout RecordReader) -> RowOutcome {
    if filter != nil, filter?.accepts(&reader) == false { return .excluded }
    let day: Int32
    switch DateCell(reader.cell(date)) {
    case .day(let number), .month(let number): day = number
    case .missing: return .rejected(field: date, .noDate)
    case .ambiguous, .invalid: return .rejected(field: date, .notADate)
    }
    if let tidy {
      let measure = namedMeasure(reader.cell(tidy.metric))
      guard measure >= 0 else {
        content.unusedRows += 1
        return .taken
      }
      guard read(measure, from: tidy.value, &reader) else {
        return .rejected(field: tidy.value, .notANumber)
      }
      add(only: measure, field: tidy.value, on: day, &reader)
      return .taken
    }
    for measure in measures.indices {
      guard read(measure, from: measureFields[measure], &reader) else {
        return .rejected(field: measureFields[measure], .notANumber)
      }
    }
    add(only: nil, field: nil, on: day, &reader)
    return .taken
  }

  private mutating func namedMeasure(_ name: CellBytes) -> Int {
    let code = Int(names.code(name))
    if code == namedMeasures.count {
      let text = names.text(code)
      namedMeasures.append(measures.firstIndex { $0.name == text } ?? -1)
    }
    return namedMeasures[code]
  }

  /// Reads a measure's cell; false where it should be a number and is none.
  @inline(__always)
  private mutating func read(
    _ measure: Int, from field: Int, _ reader: inout RecordReader
  ) -> Bool {
    let cell = reader.cell(field)
    guard measures[measure].isNumber else {
      isPresent[measure] = !NumberCell.isMissing(cell)
      return true
    }
    switch NumberCell(cell) {
    case .value(let value):
      values[measure] = value.double
      isPresent[measure] = true
    case .missing, .failure: isPresent[measure] = false
    case .bound, .invalid: return false
    }
    return true
  }

  /// Adds the values just read to the cell of their segment and day.
  private mutating func add(
    only named: Int?, field: Int?, on day: Int32, _ reader: inout RecordReader
  ) {
    let segment = content.segments.code(&reader)
    let cell = content.table.cell(segment: segment, day: day)
    for index in aggregates.indices {
      let aggregate = aggregates[index]
      guard named == nil || named == aggregate.measure, isPresent[aggregate.measure] else {
        continue
      }
      var weight = 1.0
      if case .mean(let other?) = aggregate.kind {
        guard named == nil, isPresent[other] else { continue }
        weight = values[other]
      }
      content.table.add(
        values[aggregate.measure], weight: weight, to: index, aggregate.kind, at: cell)
    }
    for index in distinct.indices {
      let measure = distinct[index]
      guard named == nil || named == measure, isPresent[measure] else { continue }
      let code = content.texts[index].code(reader.cell(field ?? measureFields[measure]))
      content.table.see(code, by: index, at: cell)
    }
    for measure in measures.indices where isPresent[measure] {
      if named == nil || named == measure { content.covered[measure].insert(day) }
    }
  }
}
