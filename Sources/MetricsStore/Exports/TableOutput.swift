/// Tables as bytes in one of the forms.
struct TableOutput: ~Copyable {
  private let form: ExportFile.Form
  private let isOfAll: Bool
  private var bytes: OutputBytes
  private var tables = 0
  private var rows = 0
  /// The columns' names, before which objects put a comma where they are not the first.
  private var keys: [String] = []
  private var number = 1

  /// Nothing written yet.
  init(
    _ form: ExportFile.Form, isOfAll: Bool, _ sink: @escaping (UnsafeRawBufferPointer) -> Bool
  ) {
    self.form = form
    self.isOfAll = isOfAll
    bytes = OutputBytes(sink)
  }

  /// Whether nobody takes any more.
  var isClosed: Bool { bytes.isClosed }

  /// Begins the whole.
  mutating func begin() {
    if form == .json { bytes.append("[") }
  }

  /// Ends the whole and gives it on.
  mutating func end() {
    if form == .json { bytes.append(rows + tables > 0 ? "\n]\n" : "]\n") }
    bytes.flush()
  }

  /// Begins a table.
  mutating func beginTable(_ head: TableHead, number: Int, name: String?, isTyped: Bool) {
    self.number = number
    switch form {
    case .csv:
      if tables > 0 { bytes.append(UInt8(ascii: "\n")) }
      let isPlain = head.headerRows.count == 1 && head.headerRows[0].count == head.names.count
      let names = isPlain && !isTyped ? head.headerRows[0] : head.names
      for (column, name) in names.enumerated() {
        if column > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes.appendCell(name)
      }
      if !names.isEmpty { bytes.append(UInt8(ascii: "\n")) }
    case .json, .ndjson:
      keys = ColumnNames(head.names, width: head.width).names.map { JSONSpelling.quoted($0) + ": " }
      if form == .json, isOfAll {
        bytes.append(tables > 0 ? ",\n" : "\n")
        let name = name.map { JSONSpelling.quoted($0) } ?? "null"
        bytes.append("{\"table\": \(number), \"name\": \(name), \"rows\": [")
        rows = 0
      }
    }
    tables += 1
  }

  /// Ends a table.
  mutating func endTable() {
    if form == .json, isOfAll { bytes.append(rows > 0 ? "\n]}" : "]}") }
  }

  /// Adds a row as it stands.
  @inline(__always)
  mutating func write(_ reader: inout RecordReader) {
    guard form == .csv else { return writeObject(&reader, nil) }
    for index in reader.fields.indices {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.appendCell(reader.rawCell(index))
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Adds a row with its cells spelled as others of their columns.
  mutating func write(_ reader: inout RecordReader, _ table: TypedTable) {
    guard form == .csv else { return writeObject(&reader, table) }
    for index in reader.fields.indices {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      if index < table.readings.count {
        bytes.appendCell(table.readings[index].typed(reader.cell(index)))
      } else {
        bytes.appendCell(reader.rawCell(index))
      }
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func writeObject(_ reader: inout RecordReader, _ table: TypedTable?) {
    switch form {
    case .json: bytes.append(rows > 0 ? ",\n  {" : "\n  {")
    case .ndjson, .csv: bytes.append("{")
    }
    rows += 1
    if form == .ndjson, isOfAll { bytes.append("\"_table\": \(number), ") }
    while keys.count < reader.fields.count {
      keys.append(JSONSpelling.quoted("column\(keys.count + 1)") + ": ")
    }
    for index in keys.indices where index < max(reader.fields.count, 1) {
      if index > 0 { bytes.append(", ") }
      bytes.append(keys[index])
      if let table, index < table.readings.count {
        writeTyped(reader.cell(index), table.readings[index])
      } else {
        bytes.appendJSON(reader.rawCell(index))
      }
    }
    bytes.append(form == .ndjson ? "}\n" : "}")
  }

  /// Adds a cell as the value that it is.
  private mutating func writeTyped(_ cell: CellBytes, _ reading: ColumnReading) {
    if NumberCell.isMissing(cell) { return bytes.append("null") }
    let text = reading.typed(cell)
    if reading.type.isNumber, case .value = NumberCell(cell, reading.numbers) {
      return bytes.append(text)
    }
    if reading.type == .boolean, text == "true" || text == "false" { return bytes.append(text) }
    if text.isEmpty { return bytes.append("null") }
    bytes.append(JSONSpelling.quoted(text))
  }
}
