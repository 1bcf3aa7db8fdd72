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

  /// The bytes of a cell without white space at its ends, good until the next cell is asked for;
  /// nothing for a cell that the record does not have.
  @inline(__always)
  mutating func cell(_ index: Int) -> CellBytes { rawCell(index).trimmed }

  /// The bytes of a cell with its white space, good until the next cell is asked for.
  @inline(__always)
  mutating func rawCell(_ index: Int) -> CellBytes {
    guard index < cellCount else { return CellBytes(block, 0, 0) }
    let field = cells[index]
    return field.isEscaped
      ? unescaped(field) : CellBytes(block, Int(field.start), Int(field.end))
  }

  /// The text of a cell without white space at its ends.
  mutating func text(_ index: Int) -> String { cell(index).text }

  private mutating func unescaped(_ field: Field) -> CellBytes {
    let quote = dialect.quote
    let escape = dialect.escape
    let end = Int(field.end)
    scratch.removeAll(keepingCapacity: true)
    // A search for a byte in it may look at eight bytes past its end.
    scratch.reserveCapacity(end - Int(field.start) + 8)
    var index = Int(field.start)
    while index < end {
      let byte = block[index]
      if index + 1 < end {
        let after = block[index + 1]
        if field.isQuoted, byte == quote, after == quote {
          index += 1
        } else if byte == escape,
          after == quote || after == escape || (!field.isQuoted && after == dialect.delimiter)
        {
          index += 1
        }
      }
      scratch.append(block[index])
      index += 1
    }
    return scratch.withUnsafeBufferPointer { CellBytes($0) }
  }

  /// The record as it stands, without empty cells at its end, or its only cell.
  var lineText: String {
    guard let last = lastFilledField else { return "" }
    let only = CellBytes(block, Int(fields[last].start), Int(fields[last].end)).trimmed
    if last == 0 { return only.text }
    let end = Int(fields[last].end) + (fields[last].isQuoted ? 1 : 0)
    return CellBytes(block, recordStart, min(end, filled)).trimmed.text
  }

  /// The line and the column, in characters from 1, where a field of the current record begins;
  /// for an index past the last, where the record ends.
  func place(of index: Int) -> (line: Int, column: Int) {
    var place = (line: line, column: 1)
    let target: Int
    if index < fields.count {
      let start = Int(fields[index].start)
      target = start > recordStart && block[start - 1] == dialect.quote ? start - 1 : start
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
