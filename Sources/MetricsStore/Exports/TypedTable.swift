/// How the cells of a table are spelled alike, and which rows are totals of others.
struct TypedTable {
  /// How to read each column.
  let readings: [ColumnReading]
  /// The lines of rows that are totals.
  private(set) var totals: Set<Int> = []
  /// The lines of rows that may be totals, which their numbers decide.
  private(set) var candidates: [Candidate] = []

  /// A row that may be a total.
  struct Candidate {
    /// Its line.
    let line: Int
    /// Its cells.
    let cells: [String]
  }

  /// The columns that name things, and any before them.
  private let labelCount: Int
  private let names: [String]
  private let roles: [ColumnRole]
  private var sums: [ColumnSum]
  private var first: [String]?
  private var isSecond = false

  /// How many rows may turn out to be totals by their numbers.
  private static let mostCandidates = 1000

  /// A table whose columns have been profiled.
  init(_ profiles: [ColumnProfile]) {
    readings = profiles.map(\.reading)
    names = profiles.map(\.name)
    roles = names.map { ColumnRole(header: $0) }
    sums = profiles.map { _ in ColumnSum() }
    let firstNumber = readings.firstIndex { $0.type.isNumber } ?? readings.count
    let texts = readings[..<firstNumber].lastIndex { !$0.type.isDate && !$0.type.isNumber }
    labelCount = max(1, (texts ?? 0) + 1)
  }

  /// Looks at the next row: whether it is a total, and what it adds.
  mutating func see(_ reader: inout RecordReader) {
    if isSecond, let first { judgeFirst(first, &reader) }
    isSecond = first == nil
    if first == nil { first = texts(&reader) }
    let labels = (0..<min(labelCount, reader.fields.count)).map { reader.cell($0).text }
    if let total = TypedTable.total(labels) {
      if total.isCertain {
        totals.insert(reader.line)
        return
      }
      if candidates.count < TypedTable.mostCandidates {
        candidates.append(Candidate(line: reader.line, cells: texts(&reader)))
        return
      }
    }
    for column in readings.indices where readings[column].type.isNumber {
      if let number = WrittenNumber(reader.cell(column), readings[column].numbers) {
        sums[column].add(number)
      }
    }
  }

  /// Decides about the rows that may be totals, after all rows have been seen.
  mutating func decide() {
    for candidate in candidates where isConfirmed(candidate.cells, sums) {
      totals.insert(candidate.line)
    }
  }

  private static func total(_ labels: [String]) -> TotalRow? {
    withCells(labels) { TotalRow(labels: $0) }
  }

  /// Whether the first row is a summary, as its lack of a name or its name says.
  private mutating func judgeFirst(_ cells: [String], _ reader: inout RecordReader) {
    let next = (0..<min(labelCount, reader.fields.count)).map { reader.cell($0).text }
    let labels = Array(cells.prefix(labelCount))
    let line = firstLine
    let total =
      TypedTable.withCells(labels) { labels in
        TypedTable.withCells(next) { TotalRow(firstLabels: labels, nextLabels: $0) }
          ?? labels.first.flatMap { TotalRow(firstLabel: $0, header: names.first ?? "") }
      }
    guard let total, let line, !totals.contains(line) else { return }
    if total.isCertain {
      totals.insert(line)
    } else {
      candidates.append(Candidate(line: line, cells: cells))
    }
  }

  private var firstLine: Int?

  private mutating func texts(_ reader: inout RecordReader) -> [String] {
    if firstLine == nil { firstLine = reader.line }
    return reader.fields.indices.map { reader.cell($0).text }
  }

  private func isConfirmed(_ cells: [String], _ sums: [ColumnSum]) -> Bool {
    TypedTable.withCells(cells) { cells in
      readings.indices.prefix(cells.count).filter { readings[$0].type.isNumber }
        .map {
          TotalCheck(column: $0, cells[$0], readings[$0].numbers, sums[$0], roles[$0])
        }.isConfirmed
    }
  }

  /// Gives texts as cells, good while the body runs.
  private static func withCells<Result>(
    _ texts: [String], _ body: ([CellBytes]) -> Result
  ) -> Result {
    let all = texts.flatMap { Array($0.utf8) }
    return all.withUnsafeBufferPointer { bytes in
      var cells: [CellBytes] = []
      var start = 0
      let whole = CellBytes(bytes)
      for text in texts {
        cells.append(whole.part(start, start + text.utf8.count))
        start += text.utf8.count
      }
      return body(cells)
    }
  }
}
