/// What a cell holds, as its attributes say, until its text is known.
struct CellValue {
  /// The kind of what is written in a cell.
  enum Kind {
    case number, sharedText, text, boolean, error, date

    /// The kind that the attribute `t` names; a number where it is none that is known.
    @inline(__always)
    init(_ name: UnsafePointer<CChar>) {
      switch (UInt8(bitPattern: name[0]), name[1]) {
      case (UInt8(ascii: "s"), 0): self = .sharedText
      case (UInt8(ascii: "s"), _), (UInt8(ascii: "i"), _): self = .text
      case (UInt8(ascii: "b"), _): self = .boolean
      case (UInt8(ascii: "e"), _): self = .error
      case (UInt8(ascii: "d"), _): self = .date
      default: self = .number
      }
    }
  }

  var kind = Kind.number
  /// The column from 0.
  var column = 0
  /// The number of its style.
  var style = 0
  var hasFormula = false
  /// Whether a value is written, be it an empty one.
  var hasValue = false
}

extension SheetRow {
  /// Excel counts in so many significant digits.
  private static let significantDigits = 15

  /// Adds a cell with a text that is its value, unless that is none.
  mutating func add(_ value: CellValue, _ text: CellBytes, _ format: CellFormat, from1904: Bool) {
    let start = bytes.count
    var isLabel = false
    switch value.kind {
    case .number: isLabel = writeNumber(text, format, from1904: from1904)
    case .boolean:
      bytes.append(text[0] == UInt8(ascii: "0") || text.isWord("false") ? "FALSE" : "TRUE")
    case .error: bytes.append(text.buffer)
    case .text, .sharedText:
      bytes.append(text.buffer)
      isLabel = true
    case .date:
      writeDate(text, format)
      isLabel = true
    }
    add(value.column, from: start, isLabel: isLabel)
  }

  /// Adds the number that a text writes, as its format means it; whether it is a label.
  ///
  /// A date is written as ISO 8601 does. A percentage has its sign, so that its value is certain.
  private mutating func writeNumber(_ text: CellBytes, _ format: CellFormat, from1904: Bool)
    -> Bool
  {
    if format == .number, SheetRow.isWhole(text) {
      // However many digits it has: ids that Excel never saw may have more than it keeps.
      bytes.append(text.buffer)
      return false
    }
    guard let number = PlainDecimal(text, limit: SheetRow.significantDigits, rounds: true) else {
      bytes.append(text.buffer)
      return false
    }
    switch format {
    case .number, .scaled: number.write(to: &bytes)
    case .percent:
      number.scaled(by: 2).write(to: &bytes)
      bytes.append(UInt8(ascii: "%"))
    case .writtenPercent:
      number.write(to: &bytes)
      bytes.append(UInt8(ascii: "%"))
    case .date, .dateAndTime, .time, .duration:
      if let date = SheetDate(number), date.write(as: format, from1904: from1904, to: &bytes) {
        return true
      }
      number.write(to: &bytes)
    }
    return false
  }

  @inline(__always)
  private static func isWhole(_ text: CellBytes) -> Bool {
    let start = text.count > 1 && text[0] == UInt8(ascii: "-") ? 1 : 0
    for index in start..<text.count where text[index] &- 0x30 >= 10 { return false }
    return text.count < 2 || text[start] != UInt8(ascii: "0") || text.count == start + 1
  }

  /// Adds a date that is written as ISO 8601 does, with a space before the time; a format of dates
  /// takes the time away.
  private mutating func writeDate(_ text: CellBytes, _ format: CellFormat) {
    let length =
      format == .date && text.count > 10 && text[10] == UInt8(ascii: "T") ? 10 : text.count
    for index in 0..<length {
      let byte = text[index]
      if index == length - 1, length > 10, byte == UInt8(ascii: "Z") { break }
      bytes.append(index == 10 && byte == UInt8(ascii: "T") ? UInt8(ascii: " ") : byte)
    }
  }
}
