import Testing

@testable import MetricsStore

/// Calls the body with a cell of these bytes, trimmed as every cell is.
func cell<Result>(_ bytes: [UInt8], _ body: (CellBytes) -> Result) -> Result {
  bytes.withUnsafeBufferPointer { body(CellBytes($0).trimmed) }
}

/// Calls the body with a cell of this text, trimmed as every cell is.
func cell<Result>(_ text: String, _ body: (CellBytes) -> Result) -> Result {
  cell(Array(text.utf8), body)
}

/// What the text is as a number.
func number(_ text: String, _ format: NumberFormat = NumberFormat()) -> NumberCell {
  cell(text) { NumberCell($0, format) }
}

/// The number that the text is, in plain digits; nil where it is none.
func plain(_ text: String, _ format: NumberFormat = NumberFormat()) -> String? {
  guard case .value(let value) = number(text, format) else { return nil }
  return value.description
}

/// Numbers with a decimal comma.
let commas = NumberFormat(decimal: UInt8(ascii: ","))
