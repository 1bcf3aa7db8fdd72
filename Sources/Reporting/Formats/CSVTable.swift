/// Rows of cells as RFC 4180 writes them, each line ended by a line feed.
struct CSVTable {
  /// A cell: nothing, a number of ours, or a text that may come from anywhere.
  enum Cell: Hashable {
    case empty
    case number(Double)
    case text(String)

    init(_ number: Double?) {
      self = number.map { $0.isFinite ? .number($0) : .empty } ?? .empty
    }

    init(_ number: Int?) { self.init(number.map { Double($0) }) }

    init(_ text: String?) { self = text.map { .text($0) } ?? .empty }

    init(_ bool: Bool) { self = .text(bool ? "true" : "false") }
  }

  /// The names of the columns.
  let header: [String]
  /// The cells, row by row.
  let rows: [[Cell]]

  /// The table with its header.
  var text: String {
    let lines = [header.map { Cell.text($0) }] + rows
    return lines.map { $0.map(CSVTable.text).joined(separator: ",") + "\n" }.joined()
  }

  private static func text(_ cell: Cell) -> String {
    switch cell {
    case .empty: ""
    case .number(let number): PlainNumber.text(number)
    case .text(let text): quoted(harmless(text))
    }
  }

  /// A text that no spreadsheet takes for a formula: an apostrophe goes before those that could be
  /// one, full-width signs included.
  private static func harmless(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    switch first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": return "'" + text
    default: return text
    }
  }

  private static func quoted(_ text: String) -> String {
    let special: (UInt8) -> Bool = { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    guard text.utf8.contains(where: special) else { return text }
    var doubled = ""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { doubled += "\"" }
      doubled.unicodeScalars.append(scalar)
    }
    return "\"\(doubled)\""
  }
}
