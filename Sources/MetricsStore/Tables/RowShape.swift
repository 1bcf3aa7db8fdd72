/// What a row of a file looks like, without its texts.
struct RowShape {
  /// The line on which it starts, from 1.
  let line: Int
  /// How many cells it has.
  let width: Int
  /// What its first cells look like.
  let kinds: [CellKind]
  /// Tells the texts of these cells apart, and numbers that may be years.
  let digests: [UInt32]
  /// How many cells hold something.
  let filled: Int
  /// The first of these.
  let firstFilled: Int
  /// Whether it starts with a mark of comments.
  let isComment: Bool
  /// Whether a row without anything stands before it.
  var hasGapBefore = false

  /// How many cells are looked at.
  static let mostCells = 256

  /// The shape of the record that the reader stands on. Complexity: O(n).
  init(_ reader: inout RecordReader) {
    line = reader.line
    width = reader.fields.count
    let count = min(width, RowShape.mostCells)
    var kinds: [CellKind] = []
    var digests: [UInt32] = []
    kinds.reserveCapacity(count)
    digests.reserveCapacity(count)
    var filled = 0
    var firstFilled = count
    var isComment = false
    for index in 0..<count {
      let cell = reader.cell(index)
      let kind = CellKind(cell)
      kinds.append(kind)
      digests.append(kind == .integer ? RowShape.year(cell) : RowShape.digest(cell))
      if kind != .empty {
        filled += 1
        if firstFilled == count {
          firstFilled = index
          isComment = RowShape.isComment(cell)
        }
      }
    }
    for index in count..<max(count, width) where !reader.cell(index).isEmpty { filled += 1 }
    self.kinds = kinds
    self.digests = digests
    self.filled = filled
    self.firstFilled = firstFilled
    self.isComment = isComment
  }

  /// Whether no cell holds anything.
  var isBlank: Bool { filled == 0 }

  /// Whether it is one line of text beside tables of several columns.
  var isNote: Bool { filled == 1 && firstFilled == 0 }

  /// Whether a cell is a number, a date or the like.
  var hasTypedCell: Bool { kinds.contains { $0.isTyped } }

  /// Whether a text starts as comments do.
  static func isComment(_ cell: CellBytes) -> Bool {
    guard !cell.isEmpty else { return false }
    if cell[0] == UInt8(ascii: "#") { return true }
    return cell.count > 1 && cell[0] == UInt8(ascii: "/") && cell[1] == UInt8(ascii: "/")
  }

  private static func digest(_ cell: CellBytes) -> UInt32 {
    var value: UInt32 = 2_166_136_261
    for index in 0..<min(cell.count, 64) { value = (value ^ UInt32(cell[index])) &* 16_777_619 }
    return value
  }

  /// The number, where it may be a year; else a digest.
  private static func year(_ cell: CellBytes) -> UInt32 {
    guard cell.count == 4, (0..<4).allSatisfy({ cell[$0] &- 0x30 < 10 }) else {
      return digest(cell)
    }
    return (0..<4).reduce(0) { $0 * 10 + UInt32(cell[$1] - 0x30) }
  }

  /// Whether some cells are years that follow one another.
  var holdsYears: Bool {
    let years = kinds.indices.filter {
      kinds[$0] == .integer && (1900...2100).contains(digests[$0])
    }
    .map { Int(digests[$0]) }
    guard years.count > 1, years.count == kinds.count(where: { $0 == .integer }) else {
      return false
    }
    let step = years[1] - years[0]
    return step.magnitude == 1 && zip(years, years.dropFirst()).allSatisfy { $1 - $0 == step }
  }
}
