extension RecordWriter {
  /// Adds a record of JSON with so many columns, whose bytes lie at `base`; `scratch` is room that is
  /// used anew each time.
  mutating func add(
    _ record: borrowing JSONRecord, columns: Int, from base: UnsafePointer<UInt8>,
    _ scratch: inout GrowingBytes
  ) {
    var delimiters = 0
    for column in 0..<columns {
      if column > 0 { delimiters += 1 }
      guard let cell = record.cell(column) else { continue }
      delimit(delimiters)
      delimiters = 0
      let bytes = CellBytes(base, cell.start, cell.end)
      switch cell.kind {
      case .plain: append(plain: bytes.buffer)
      case .text, .array: append(bytes.buffer)
      case .escapedText:
        beginQuoted(room: bytes.count)
        JSONText.decode(bytes) { appendInQuotes($0) }
        endQuoted()
      case .exponent:
        // Digits that do not fit stay as they are.
        guard let number = PlainDecimal(bytes, limit: 18, rounds: false) else {
          append(plain: bytes.buffer)
          continue
        }
        scratch.cut(to: 0)
        number.write(to: &scratch)
        append(plain: scratch.buffer)
      }
    }
    delimit(delimiters)
    endRecord()
  }
}
