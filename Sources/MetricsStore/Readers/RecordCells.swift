// The cells of the current record.
extension RecordReader {
  /// Whether the record is a line with nothing on it, or only spaces and separators.
  var isBlank: Bool { lastFilledField == nil }

  /// Whether the first field is empty, as in every blank line.
  @inline(__always)
  var startsEmpty: Bool { fields[0].start == fields[0].end || block[Int(fields[0].start)] <= 0x20 }

  /// The last field that holds more than white space; nil where none does.
  var lastFilledField: Int? {
    fields.lastIndex { field in
      !CellBytes(block, Int(field.start), Int(field.end)).trimmed.isEmpty
    }
  }

  /// The bytes of a cell without white space at its ends, good until the next cell is asked for.
  @inline(__always)
  mutating func cell(_ index: Int) -> CellBytes {
    let field = fields[index]
    if field.isEscaped { return unescaped(field).trimmed }
    return CellBytes(block, Int(field.start), Int(field.end)).trimmed
  }

  /// The text of a cell as it stands.
  mutating func text(_ index: Int) -> String { cell(index).text }

  private mutating func unescaped(_ field: Field) -> CellBytes {
    let count = Int(field.end - field.start)
    scratch.removeAll(keepingCapacity: true)
    scratch.reserveCapacity(count)
    var index = Int(field.start)
    while index < Int(field.end) {
      scratch.append(block[index])
      index += block[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    return scratch.withUnsafeBufferPointer { CellBytes($0) }
  }

  /// The line and the column, in characters from 1, where a field of the current record begins;
  /// for an index past the last, where the record ends.
  func place(of index: Int) -> (line: Int, column: Int) {
    var place = (line: line, column: 1)
    let target: Int
    if index < fields.count {
      let start = Int(fields[index].start)
      target = start > recordStart && block[start - 1] == UInt8(ascii: "\"") ? start - 1 : start
    } else {
      target = Int(fields.last?.end ?? Int32(recordStart))
    }
    for offset in recordStart..<max(recordStart, target) {
      let byte = block[offset]
      let isBreak =
        byte == UInt8(ascii: "\n")
        || (byte == UInt8(ascii: "\r") && block[offset + 1] != UInt8(ascii: "\n"))
      if isBreak {
        place = (place.line + 1, 1)
      } else if byte & 0xC0 != 0x80, byte != UInt8(ascii: "\r") {
        place.column += 1
      }
    }
    return place
  }
}
