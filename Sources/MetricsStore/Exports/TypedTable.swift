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
  private var first: Candidate?
  private var isFirstJudged = false

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
    guard let first else {
      // Whether the first row is a summary shows when the second one is there.
      first = Candidate(line: reader.line, cells: texts(&reader))
      return
    }
    if !isFirstJudged {
      isFirstJudged = true
      judge(first, next: texts(&reader))
    }
    see(Candidate(line: reader.line, cells: texts(&reader)))
  }

  private mutating func see(_ row: Candidate) {
    if let total = TypedTable.total(Array(row.cells.prefix(labelCount))) {
      if total.isCertain {
        totals.insert(row.line)
        return
      }
      if candidates.count < TypedTable.mostCandidates {
        candidates.append(row)
        return
      }
    }
    TypedTable.withCells(row.cells) { cells in
      for column in readings.indices.prefix(cells.count) where readings[column].type.isNumber {
        if let number = WrittenNumber(cells[column], readings[column].numbers) {
          sums[column].add(number)
        }
      }
    }
  }

  private func texts(_ reader: inout RecordReader) -> [String] {
    reader.fields.indices.map { reader.cell($0).text }
  }

  /// Decides about the rows that may be totals, after all rows have been seen.
  mutating func decide() {
    if !isFirstJudged, let first { see(first) }
    for candidate in candidates where isConfirmed(candidate.cells, sums) {
      totals.insert(candidate.line)
    }
  }

  /// Whether words in the first cells of the record make it a total, whatever its numbers say.
  static func isCertainTotal(_ reader: inout RecordReader) -> Bool {
    for column in 0..<min(2, reader.fields.count) {
      if let label = TotalLabel(reader.cell(column)), label.isCertain { return true }
    }
    return false
  }

  private static func total(_ labels: [String]) -> TotalRow? {
    withCells(labels) { TotalRow(labels: $0) }
  }

  /// Whether the first row is a summary, as its lack of a name or its name says.
  private mutating func judge(_ first: Candidate, next: [String]) {
    let naming = readings.indices.prefix(labelCount).filter {
      !readings[$0].type.isDate && !readings[$0].type.isNumber
    }
    let labels = naming.map { $0 < first.cells.count ? first.cells[$0] : "" }
    let nextLabels = naming.map { $0 < next.count ? next[$0] : "" }
    let header = naming.first.map { names[$0] } ?? ""
    let total =
      TypedTable.withCells(labels) { labels in
        TypedTable.withCells(nextLabels) { TotalRow(firstLabels: labels, nextLabels: $0) }
          ?? labels.first.flatMap { TotalRow(firstLabel: $0, header: header) }
      }
    guard let total else { return see(first) }
    if total.isCertain {
      totals.insert(first.line)
    } else {
      candidates.append(first)
    }
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
