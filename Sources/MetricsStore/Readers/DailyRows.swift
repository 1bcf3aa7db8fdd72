import Metrics

/// Adds up rows of which each has a date: wide ones with a column per measure, and tidy ones that
/// name their measure.
struct DailyRows: SharedRowSink, ~Copyable {
  /// What has been added up so far.
  private(set) var content: DailyContent

  private let plan: SourcePlan
  private let fields: [Int]
  private let layout: DailyLayout
  private let formats: RowFormats
  private let measureFields: [Int]
  private let tidy: (metric: Int, value: Int)?
  private var filter: RowFilter?
  private var dates: RowDates
  private let numbers: [NumberReading]
  /// For each measure whether its texts are personal.
  private let marks: [Bool]
  /// What cells of dimensions and, behind them, of measures' names mean.
  private let memo: CellMemo
  private let nameColumn: Int
  /// Whether rows can be taken without looking at a condition or at how cells are written.
  private let isQuick: Bool
  /// The names of the measures, by their positions.
  private let names: TextCodes
  private let isNumber: [Bool]
  /// The numbers of the row at hand, and which measures it has.
  private let amounts: RowBuffer<Amount>
  private let isPresent: RowBuffer<Bool>
  /// For each step of the layout the number that is added: of a weighted mean, value times weight.
  private let products: RowBuffer<Amount>

  /// Rows of a plan whose columns stand in the given fields, -1 where the file lacks one, and are
  /// written in these formats.
  init(_ plan: SourcePlan, fields: [Int], formats: RowFormats) {
    self.formats = formats
    self.plan = plan
    self.fields = fields
    layout = DailyLayout(plan)
    content = DailyContent(plan, layout, fields: fields)
    dates = RowDates(formats.day ?? .constant(0))
    measureFields = plan.measures.map { measure in
      if case .column(let column) = measure.origin { fields[column] } else { -1 }
    }
    tidy = plan.tidy.map { (fields[$0.metric], fields[$0.value]) }
    filter = plan.source.condition.map {
      RowFilter($0, fields: plan.conditionColumns.mapValues { fields[$0] })
    }
    numbers = formats.numbers.map { NumberReading($0) }
    marks = plan.measures.map { measure in
      if case .column(let column) = measure.origin { formats.isPersonal[column] } else { false }
    }
    isNumber = plan.measures.map(\.isNumber)
    nameColumn = plan.dimensions.count
    isQuick =
      plan.tidy != nil && plan.source.condition == nil && formats.isDated
      && formats.numbers.allSatisfy { NumberReading($0).isPlain }
    names = TextCodes(plan.measures.map(\.name))
    memo = CellMemo(columns: plan.dimensions.count + 1)
    amounts = RowBuffer(repeating: Amount(digits: 0, places: 0), count: plan.measures.count)
    isPresent = RowBuffer(repeating: false, count: plan.measures.count)
    products = RowBuffer(repeating: Amount(digits: 0, places: 0), count: layout.steps.count)
  }

  func fresh() -> DailyRows { DailyRows(plan, fields: fields, formats: formats) }

  mutating func begin(chunk: Int) {}

  mutating func take<Row: RowCells & ~Copyable>(_ row: inout Row) -> RowOutcome {
    if isQuick, Row.isPadded, takeQuickly(&row) { return .taken }
    return takeSlowly(&row)
  }

  /// Takes a row that names its measure, if its cells are as most are: a date like 2026-11-05, texts
  /// that have been seen, and a short number that is only added up; else does nothing.
  @inline(__always)
  private mutating func takeQuickly<Row: RowCells & ~Copyable>(_ row: inout Row) -> Bool {
    guard let tidy else { return false }
    let day = dates.quickDay(&row)
    guard day > DateReading.none else { return false }
    let measure = Int(memo.meaning(of: CellKey(row.raw(tidy.metric)), in: nameColumn))
    guard measure >= 0, measure < layout.plainUnits.count else { return false }
    let unit = layout.plainUnits[measure]
    guard unit >= 0, let number = NumberReading.short(row.raw(tidy.value)) else { return false }
    guard let segment = content.segments.knownCode(&row, memo) else { return false }
    let figure = content.table.figures(
      segment: segment, panel: layout.panel[measure], day: day)
    content.table.add(number, to: figure.value, unit)
    figure.pointee.weight &+= 1
    return true
  }

  @inline(never)
  private mutating func takeSlowly<Row: RowCells & ~Copyable>(_ row: inout Row) -> RowOutcome {
    if filter != nil, filter?.accepts(&row) == false { return .excluded }
    switch dates.read(&row) {
    case .day(let day):
      guard day.magnitude < DailyTable.dayLimit.magnitude else {
        return .rejected(field: 0, .notADate)
      }
      return tidy == nil ? takeWide(&row, on: day) : takeNamed(&row, on: day)
    case .none(let field, let fault): return .rejected(field: field, fault)
    }
  }

  /// Reads a measure's cell; false where it should be a number and is none.
  @inline(__always)
  private mutating func read<Row: RowCells & ~Copyable>(
    _ measure: Int, from field: Int, _ row: inout Row
  ) -> Bool {
    let cell = row.cell(field)
    guard isNumber[measure] else {
      isPresent[measure] = !NumberCell.isMissing(cell)
      return true
    }
    switch numbers[measure].read(cell, isPadded: Row.isPadded) {
    case .amount(let amount):
      amounts[measure] = amount
      isPresent[measure] = true
    case .missing: isPresent[measure] = false
    case .failure:
      content.oddities.failures += 1
      isPresent[measure] = false
    case .bound:
      content.oddities.bounds += 1
      isPresent[measure] = false
    case .invalid: return false
    }
    return true
  }

  /// Takes a row that names its measure.
  private mutating func takeNamed<Row: RowCells & ~Copyable>(
    _ row: inout Row, on day: Int32
  ) -> RowOutcome {
    guard let tidy else { return .taken }
    let measure = namedMeasure(tidy.metric, &row)
    guard measure < layout.panel.count else {
      content.unusedRows += 1
      return .taken
    }
    guard read(measure, from: tidy.value, &row) else {
      return .rejected(field: tidy.value, .notANumber)
    }
    let segment = content.segments.code(&row, memo)
    guard isPresent[measure] else { return .taken }
    let figures = content.table.figures(
      segment: segment, panel: layout.panel[measure], day: day)
    for index in layout.measureSteps[measure] {
      content.table.add(amounts[measure], weight: nil, by: layout.steps[index], to: figures)
    }
    see(measure, in: tidy.value, segment, day, &row)
    return .taken
  }

  /// The measure that a cell names; the number of measures where no metric asks for it.
  @inline(__always)
  private mutating func namedMeasure<Row: RowCells & ~Copyable>(_ field: Int, _ row: inout Row)
    -> Int
  {
    guard Row.isPadded else { return DailyRows.measure(named: row.cell(field), among: names) }
    let key = CellKey(row.raw(field))
    let known = memo.meaning(of: key, in: nameColumn)
    if known >= 0 { return Int(known) }
    let measure = DailyRows.measure(named: row.cell(field), among: names)
    memo.note(Int32(measure), of: key, in: nameColumn)
    return measure
  }

  @inline(never)
  private static func measure(named name: CellBytes, among names: TextCodes) -> Int {
    names.known(name).map { Int($0) } ?? names.count
  }

  /// Takes a row with a column per measure.
  private mutating func takeWide<Row: RowCells & ~Copyable>(
    _ row: inout Row, on day: Int32
  ) -> RowOutcome {
    for measure in measureFields.indices {
      guard read(measure, from: measureFields[measure], &row) else {
        return .rejected(field: measureFields[measure], .notANumber)
      }
    }
    for index in layout.steps.indices {
      let step = layout.steps[index]
      guard isPresent[step.measure] else { continue }
      products[index] = amounts[step.measure]
      if case .mean(let other?) = step.kind, isPresent[other] {
        guard let product = products[index].multiplied(by: amounts[other]) else {
          return .rejected(field: measureFields[step.measure], .notANumber)
        }
        products[index] = product
      }
    }
    let segment = content.segments.code(&row, memo)
    let figures = content.table.figures(segment: segment, panel: 0, day: day)
    for index in layout.steps.indices {
      let step = layout.steps[index]
      guard isPresent[step.measure] else { continue }
      if case .mean(let other?) = step.kind {
        guard isPresent[other] else { continue }
        content.table.add(products[index], weight: amounts[other], by: step, to: figures)
      } else {
        content.table.add(products[index], weight: nil, by: step, to: figures)
      }
    }
    for measure in plan.distinct where isPresent[measure] {
      see(measure, in: measureFields[measure], segment, day, &row)
    }
    return .taken
  }

  /// Notes the text of a measure whose different ones are counted.
  @inline(__always)
  private mutating func see<Row: RowCells & ~Copyable>(
    _ measure: Int, in field: Int, _ segment: Int32, _ day: Int32, _ row: inout Row
  ) {
    guard !plan.distinct.isEmpty, let index = plan.distinct.firstIndex(of: measure) else { return }
    let cell = row.cell(field)
    let code = content.texts[index].code(cell, isPersonal: marks[measure])
    content.seen[index].see(code, segment: segment, day: day)
  }

  mutating func join(_ other: borrowing DailyRows) { content.join(other.content) }

  /// What has been added up.
  consuming func finished() -> DailyContent { content }
}
