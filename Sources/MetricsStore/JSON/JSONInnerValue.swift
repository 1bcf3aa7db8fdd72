extension JSONScanner {
  /// A value that can stand in a cell.
  typealias CellValue = (kind: JSONRecord.Cell.Kind, start: Int, end: Int)

  /// Reads a value, or that in an object which wraps one, as in `{"string_value": …}` or
  /// `{"value": …}`; nil where there is none.
  mutating func innerValue(depth: Int) throws(JSONStop) -> CellValue? {
    guard byte == UInt8(ascii: "{") else { return try plainValue(depth: depth) }
    guard try open(depth, UInt8(ascii: "}")) else { return nil }
    var value: CellValue?
    repeat {
      let key = try key()
      if value == nil, JSONScanner.isValueName(CellBytes(base, key.start, key.end)) {
        value = try plainValue(depth: depth + 1)
      } else {
        try skipValue(depth: depth + 1)
      }
    } while try nextMember()
    return value
  }

  private static func isValueName(_ name: CellBytes) -> Bool {
    name.isWord("value") || name.isWord("string_value") || name.isWord("int_value")
      || name.isWord("float_value") || name.isWord("double_value")
  }

  /// Reads a text, number, `true` or `false`; nil where it is anything else.
  private mutating func plainValue(depth: Int) throws(JSONStop) -> CellValue? {
    let start = index
    switch byte {
    case UInt8(ascii: "\""):
      let text = try text()
      return (text.hasEscapes ? .escapedText : .text, text.start, text.end)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      try skipValue(depth: depth)
      return nil
    default:
      switch try word() {
      case .null: return nil
      case .plain: return (.plain, start, index)
      case .exponent: return (.exponent, start, index)
      }
    }
  }
}
