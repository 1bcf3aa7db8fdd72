/// A cell's place in a sheet, such as `AB12`.
struct CellReference: Hashable, Sendable {
  /// How many columns and rows a sheet has at most.
  static let columnLimit = 16_384
  static let rowLimit = 1_048_576

  /// The column from 0.
  var column: Int
  /// The row from 1; 0 where the reference names none.
  var row: Int

  /// A place by its numbers.
  init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }

  /// Reads letters and then digits, up to a zero byte; nil where they are no cell of a sheet.
  @inline(__always)
  init?(_ text: UnsafePointer<CChar>) {
    var column = 0
    var index = 0
    while true {
      let letter = (UInt8(bitPattern: text[index]) & 0xDF) &- 0x40
      guard letter >= 1, letter <= 26, UInt8(bitPattern: text[index]) >= 0x41 else { break }
      guard index < 3 else { return nil }
      column = column * 26 + Int(letter)
      index += 1
    }
    var row = 0
    while text[index] != 0 {
      let digit = UInt8(bitPattern: text[index]) &- 0x30
      guard digit < 10 else { return nil }
      row = row * 10 + Int(digit)
      guard row <= CellReference.rowLimit else { return nil }
      index += 1
    }
    guard column >= 1, column <= CellReference.columnLimit else { return nil }
    self.column = column - 1
    self.row = row
  }

  /// The letters of a column counted from 0.
  static func letters(_ column: Int) -> String {
    var rest = column + 1
    var letters: [UInt8] = []
    while rest > 0 {
      letters.append(UInt8(truncatingIfNeeded: (rest - 1) % 26) + 0x41)
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}

extension CellReference: CustomStringConvertible {
  /// The place as Excel writes it.
  var description: String { CellReference.letters(column) + String(row) }
}
