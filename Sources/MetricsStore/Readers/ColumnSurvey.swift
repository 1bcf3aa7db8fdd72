import Metrics

/// How the columns of a table are written, told from the rows in a sample of its file.
struct ColumnSurvey {
  /// What each field is; nil for those that no one asks about.
  private(set) var readings: [ColumnReading?]
  /// The line of a first row that sums up the others without saying so; nil where none does.
  private(set) var totalLine: Int?

  private var profiles: [ColumnProfile?]
  private var sums: [ColumnSum]
  /// The cells of the first row, and whether its labels and those of the next one are missing.
  private var first: (line: Int, cells: [String])?
  private var isNextNamed = false

  /// Goes through the rows of a sample from a table on; `fields` are asked about, `labels` name rows.
  init(
    _ sample: [UInt8], isWhole: Bool, _ dialect: Dialect, _ table: TableSearch.Found,
    names: [String], fields: Set<Int>, labels: [Int]
  ) {
    profiles = names.indices.map { fields.contains($0) ? ColumnProfile(name: names[$0]) : nil }
    readings = []
    sums = names.map { _ in ColumnSum() }
    var reader = RecordReader(dialect: dialect, tolerance: .init(), bytes: sample)
    var walk = TableWalk(header: table.header)
    var rows = 0
    walking: while let step = try? walk.advance(&reader) {
      switch step {
      case .table:
        if walk.head.number > table.number, !walk.head.repeatsHeader { break walking }
      case .row:
        guard walk.head.number >= table.number else { continue }
        // The last record of a sample may be cut.
        if !isWhole, reader.isExhausted, reader.next == reader.filled { break walking }
        rows += 1
        see(&reader, row: rows, labels)
      case .end, .tooLong: break walking
      }
    }
    readings = profiles.map { $0?.reading }
    if isWhole, rows > 1 { findTotal(names) }
  }

  private mutating func see(_ reader: inout RecordReader, row: Int, _ labels: [Int]) {
    let count = reader.fields.count
    let isNamed = labels.contains { $0 < count && !NumberCell.isMissing(reader.cell($0)) }
    if row == 1, !isNamed, !labels.isEmpty {
      first = (reader.line, (0..<count).map { reader.text($0) })
      return
    }
    if row == 2 { isNextNamed = isNamed }
    for label in labels where label < count && TotalLabel.isPossible(reader.cell(label)) {
      if TotalLabel(reader.cell(label))?.isCertain == true { return }
    }
    for field in profiles.indices where field < count && profiles[field] != nil {
      let cell = reader.cell(field)
      profiles[field]?.see(cell)
      if first != nil, let number = WrittenNumber(cell, NumberFormat()) { sums[field].add(number) }
    }
  }

  /// Whether the first row, which nothing names, is the sum of the others.
  private mutating func findTotal(_ names: [String]) {
    guard let first, isNextNamed else { return }
    let checks = profiles.indices.filter {
      $0 < first.cells.count && readings[$0]?.type.isNumber == true
    }
    .map { field in
      var text = first.cells[field]
      return text.withUTF8 {
        TotalCheck(
          column: field, CellBytes($0), readings[field]?.numbers ?? NumberFormat(), sums[field],
          ColumnRole(header: names[field]))
      }
    }
    if checks.isConfirmed { totalLine = first.line }
  }
}
