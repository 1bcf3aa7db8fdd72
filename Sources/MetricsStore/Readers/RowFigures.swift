import Metrics

/// The measures of the row that is being read, before they are added to a table.
struct RowFigures: Sendable {
  private let layout: DailyLayout
  private let measures: [SourcePlan.Measure]
  private let distinct: [Int]
  private let numbers: [NumberReading]
  private var amounts: [Amount]
  private var isPresent: [Bool]
  /// For each step of the layout the product of a weighted mean.
  private var products: [Amount]
  private let hasWeights: Bool
  /// For each measure whether its texts are personal.
  private let marks: [Bool]

  /// For rows of a plan that are written in these formats.
  init(_ plan: SourcePlan, _ layout: DailyLayout, _ formats: RowFormats) {
    numbers = formats.numbers.map { NumberReading($0) }
    self.layout = layout
    measures = plan.measures
    distinct = plan.distinct
    marks = plan.measures.map { measure in
      if case .column(let column) = measure.origin { formats.isPersonal[column] } else { false }
    }
    amounts = plan.measures.map { _ in Amount(digits: 1, places: 0) }
    isPresent = plan.measures.map { $0.origin == .logged }
    products = layout.steps.map { _ in Amount(digits: 0, places: 0) }
    hasWeights = layout.kinds.contains { if case .mean(.some) = $0 { true } else { false } }
  }

  /// Reads a measure of the row from a field; false where it should be a number and is none. An event
  /// has no field, and is 1.
  @inline(__always)
  mutating func read<Row: RowCells & ~Copyable>(
    _ measure: Int, from field: Int, _ row: inout Row, _ oddities: inout CellOddities
  ) -> Bool {
    guard field >= 0 else { return true }
    let cell = row.cell(field)
    guard measures[measure].isNumber else {
      isPresent[measure] = !NumberCell.isMissing(cell)
      return true
    }
    switch numbers[measure].read(cell, isPadded: Row.isPadded) {
    case .amount(let amount):
      amounts[measure] = amount
      isPresent[measure] = true
    case .missing: isPresent[measure] = false
    case .failure:
      oddities.failures += 1
      isPresent[measure] = false
    case .bound:
      oddities.bounds += 1
      isPresent[measure] = false
    case .invalid: return false
    }
    return true
  }

  /// Of the row's measures the first whose product with its weight is too large to be kept; nil where
  /// none is.
  @inline(__always)
  mutating func overflow(of row: [Int]) -> Int? { hasWeights ? multiply(row) : nil }

  private mutating func multiply(_ row: [Int]) -> Int? {
    for measure in row where isPresent[measure] {
      for index in layout.measureSteps[measure] {
        guard case .mean(let weight?) = layout.steps[index].kind, has(weight, row) else { continue }
        guard let product = amounts[measure].multiplied(by: amounts[weight]) else { return measure }
        products[index] = product
      }
    }
    return nil
  }

  /// Whether a row of these measures has one.
  private func has(_ measure: Int, _ row: [Int]) -> Bool {
    isPresent[measure] && row.contains(measure)
  }

  /// Adds the row's measures to the figures of its segment and day.
  @inline(__always)
  func add<Row: RowCells & ~Copyable>(
    _ row: [Int], to content: inout DailyContent, segment: Int32, day: Int32, fields: [Int],
    _ cells: inout Row
  ) {
    for measure in row where isPresent[measure] {
      let figures = content.table.figures(segment: segment, panel: layout.panel[measure], day: day)
      for index in layout.measureSteps[measure] {
        let step = layout.steps[index]
        if case .mean(let weight?) = step.kind {
          guard has(weight, row) else { continue }
          content.table.add(products[index], weight: amounts[weight], by: step, to: figures)
        } else {
          content.table.add(amounts[measure], weight: nil, by: step, to: figures)
        }
      }
    }
    if !distinct.isEmpty {
      see(row, in: &content, segment: segment, day: day, fields: fields, &cells)
    }
  }

  /// Notes the texts of the row's measures whose different ones are counted.
  @inline(never)
  private func see<Row: RowCells & ~Copyable>(
    _ row: [Int], in content: inout DailyContent, segment: Int32, day: Int32, fields: [Int],
    _ cells: inout Row
  ) {
    for measure in row where isPresent[measure] {
      guard let index = distinct.firstIndex(of: measure) else { continue }
      let code = content.texts[index].code(cells.cell(fields[measure]), isPersonal: marks[measure])
      content.seen[index].see(code, segment: segment, day: day)
    }
  }
}
