import Metrics

extension FileReading {
  private static let targetColumns = ["metric", "grain", "from", "value"].map { ColumnName([$0]) }

  /// Reads a file of targets, whose columns beside metric, grain, from and value are dimensions.
  init(path: String, name: SafeText, targetsFor definitions: Definitions) {
    var log = FileIssues(file: name)
    open(path, nil, &log) { reading, file, log throws(FileFault) in
      let search = TableSearch(
        columns: FileReading.targetColumns, optional: [], format: FileFormat())
      guard var table = try OpenedTable(file, path: path, search, &log) else {
        reading.damage = .noHeader
        return
      }
      reading.note(table.export, table.dialect)
      reading.headerLine = table.head.headerLines?.lowerBound
      let fields = table.match.fields.compactMap { $0 }
      let names = table.match.names
      let dimensions = names.indices.filter { !fields.contains($0) && !names[$0].isEmpty }
      var sink = TargetRows(
        name: name, fields: fields, dimensions: dimensions.map { (names[$0], $0) },
        definitions: definitions)
      var rows = RowReading(shape: table.match.rowWidth)
      let end = try rows.readAll(&table.reader, &table.walk, into: &sink)
      reading.note(rows.tally, end, &log)
      reading.rejected += sink.issues.count
      reading.rows -= sink.issues.count
      reading.issues = sink.issues
      reading.content = .targets(sink.targets)
    }
  }
}

/// Takes each row of a file of targets.
private struct TargetRows: RowSink {
  let name: SafeText
  /// The fields of metric, grain, from and value.
  let fields: [Int]
  let dimensions: [(name: String, field: Int)]
  let definitions: Definitions
  var targets: [Target] = []
  var issues: [Issue] = []

  init(
    name: SafeText, fields: [Int], dimensions: [(name: String, field: Int)],
    definitions: Definitions
  ) {
    self.name = name
    self.fields = fields
    self.dimensions = dimensions
    self.definitions = definitions
  }

  mutating func take(_ row: inout some RowCells & ~Copyable) -> RowOutcome {
    var segment: [String: String] = [:]
    for dimension in dimensions { segment[dimension.name] = row.text(dimension.field) }
    let cells = fields.map { row.text($0) }
    let place = row.place(of: fields[suspect(cells)])
    let row = TargetRow(
      metric: cells[0], grain: cells[1], from: cells[2], value: cells[3], segment: segment,
      place: SourcePlace(file: name, line: place.line, column: place.column),
      definitions: definitions)
    switch row.result {
    case .success(let target): targets.append(target)
    case .failure(let issue): issues.append(issue)
    }
    return .taken
  }

  /// Which of metric, grain, from and value is wrong, if one is; else the dimensions are.
  private func suspect(_ cells: [String]) -> Int {
    if definitions.metric(cells[0]) == nil { return 0 }
    let grain = cells[1].lowercased()
    if !grain.isEmpty, grain != "any", Grain(rawValue: grain) == nil { return 1 }
    var value = cells[3]
    let isNumber = value.withUTF8 {
      if case .value = NumberCell(CellBytes($0)) { true } else { false }
    }
    return isNumber ? 2 : 3
  }
}
