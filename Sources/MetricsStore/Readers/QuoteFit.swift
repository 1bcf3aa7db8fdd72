/// Finds how the quotes of a damaged record are to be read so that it has as many cells as others.
///
/// Each quote at the start of a field either opens a quoted text, which ends at any quote before a
/// delimiter or line end, or stands for itself. Of the readings with the right number of cells the
/// one with the fewest quotes out of place is taken. Work is bounded by `most` steps.
struct QuoteFit {
  /// One field of the reading.
  struct Piece {
    /// Offsets of its text.
    var start: Int
    var end: Int
    /// Whether it stood in quotes.
    var isQuoted: Bool
  }

  /// The fields of the best reading.
  private(set) var pieces: [Piece] = []
  /// Where the reading ends: at a line end, or at the end of the bytes.
  private(set) var end = 0

  /// How often readings over several lines were looked for in vain, less how often they were found.
  private var vainLines = 0

  /// Whether readings over several lines are worth looking for, as they are found now and then.
  var isWorthLines: Bool { vainLines < 64 }

  /// Notes whether a reading over several lines was found.
  mutating func noteLines(_ found: Bool) {
    vainLines = found ? max(0, vainLines - 8) : vainLines + 1
  }

  /// How many pairs of a field's start and its number are looked at.
  private static let most = 1 << 16

  /// What a quote out of place costs.
  private enum Cost {
    static let impossible = Int32.max
    /// A quote at the start of a field that stands for itself.
    static let literal: Int32 = 6
    /// A single quote inside a quoted text, and one that looks as if it opened or closed something.
    static let single: Int32 = 2
    static let misplaced: Int32 = 4
    /// A line end inside a quoted text.
    static let lineEnd: Int32 = 1
    /// A quote at the end of a field that did not begin with one.
    static let trailing: Int32 = 1
    /// More is no reading any more.
    static let bearable: Int32 = 24
  }

  /// The field that a reading has before a border.
  private struct Origin {
    var start: Int32 = 0
    var end: Int32 = 0
    var isQuoted = false
  }

  /// Where fields may end: at delimiters and line ends.
  private var borders: [(offset: Int, isLineEnd: Bool)] = []
  private var costs: [Int32] = []
  private var origins: [Origin] = []

  /// Looks for the best reading of the bytes from `start` to `limit` with `width` cells.
  ///
  /// Complexity: O(n·q) for n bytes with q quotes at the start of fields.
  mutating func find(
    _ block: UnsafePointer<UInt8>, from start: Int, to limit: Int, width: Int, dialect: Dialect
  ) -> Bool {
    guard let quote = dialect.quote else { return false }
    findBorders(block, start, limit, dialect)
    let rows = borders.count
    guard rows >= width, rows * (width + 1) <= QuoteFit.most else { return false }
    costs.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
    costs.append(contentsOf: repeatElement(Cost.impossible, count: (rows + 1) * (width + 1)))
    origins.append(contentsOf: repeatElement(Origin(), count: costs.count))
    costs[0] = 0
    var best: (cost: Int32, row: Int) = (Cost.bearable + 1, 0)
    for row in 0..<rows where row == 0 || !borders[row - 1].isLineEnd {
      guard hasCosts(row, width) else { continue }
      var from = row == 0 ? start : borders[row - 1].offset + 1
      if dialect.skipsSpaces { while from < borders[row].offset, block[from] == 0x20 { from += 1 } }
      let opens = from < borders[row].offset && block[from] == quote
      let last = borders[row].offset
      var cost = opens ? Cost.literal : 0
      if !opens, last > from, block[last - 1] == quote { cost = Cost.trailing }
      reach(row, row, cost, from, last, isQuoted: false, width, &best)
      if opens { reachQuoted(block, row, from, limit, width, dialect, quote, &best) }
    }
    guard best.cost <= Cost.bearable else { return false }
    collect(best.row, width)
    return true
  }

  private func hasCosts(_ row: Int, _ width: Int) -> Bool {
    (0..<width).contains { costs[row * (width + 1) + $0] < Cost.impossible }
  }

  private mutating func findBorders(
    _ block: UnsafePointer<UInt8>, _ start: Int, _ limit: Int, _ dialect: Dialect
  ) {
    borders.removeAll(keepingCapacity: true)
    let cutter = ByteCutter(dialect.delimiter)
    var index = start
    while borders.count < QuoteFit.most {
      index = cutter.boundary(block, index, limit)
      guard index < limit else { break }
      let isLineEnd = block[index] != dialect.delimiter
      borders.append((index, isLineEnd))
      if block[index] == 0x0D, index + 1 < limit, block[index + 1] == 0x0A { index += 1 }
      index += 1
    }
    borders.append((limit, true))
  }

  /// Lets the field that starts behind border `row - 1` end at border `border`.
  private mutating func reach(
    _ row: Int, _ border: Int, _ cost: Int32, _ start: Int, _ end: Int, isQuoted: Bool,
    _ width: Int, _ best: inout (cost: Int32, row: Int)
  ) {
    let isLast = borders[border].isLineEnd
    for count in 0..<width {
      let before = costs[row * (width + 1) + count]
      guard before < Cost.impossible, !isLast || count + 1 == width else { continue }
      let cell = (border + 1) * (width + 1) + count + 1
      guard before + cost < costs[cell] else { continue }
      costs[cell] = before + cost
      origins[cell] = Origin(
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
        isQuoted: isQuoted)
      if isLast, before + cost < best.cost { best = (before + cost, border + 1) }
    }
  }

  /// Lets the quoted field that opens at `open` end wherever it may.
  private mutating func reachQuoted(
    _ block: UnsafePointer<UInt8>, _ row: Int, _ open: Int, _ limit: Int, _ width: Int,
    _ dialect: Dialect, _ quote: UInt8, _ best: inout (cost: Int32, row: Int)
  ) {
    var cost: Int32 = 0
    var border = row
    var cursor = open + 1
    while cursor < limit, cost <= Cost.bearable {
      let byte = block[cursor]
      if byte == 0x0A { cost += Cost.lineEnd }
      if byte == dialect.escape, cursor + 1 < limit {
        cursor += block[cursor + 1] == quote || block[cursor + 1] == byte ? 2 : 1
        continue
      }
      guard byte == quote else {
        cursor += 1
        continue
      }
      let isPair = cursor + 1 < limit && block[cursor + 1] == quote
      let close = isPair ? cursor + 1 : cursor
      var after = close + 1
      if dialect.delimiter != 0x20 { while after < limit, block[after] == 0x20 { after += 1 } }
      while borders[border].offset < after { border += 1 }
      let closes = borders[border].offset == after
      let inner = isPair ? Cost.single : 0
      if closes {
        reach(row, border, cost + inner, open + 1, close, isQuoted: true, width, &best)
      }
      if !isPair {
        let isOpening = cursor > open + 1 && block[cursor - 1] == dialect.delimiter
        cost += closes || isOpening ? Cost.misplaced : Cost.single
      }
      cursor = close + 1
    }
  }

  /// Goes back over the fields that led to the end.
  private mutating func collect(_ row: Int, _ width: Int) {
    pieces.removeAll(keepingCapacity: true)
    end = borders[row - 1].offset
    var row = row
    for count in stride(from: width, to: 0, by: -1) {
      let origin = origins[row * (width + 1) + count]
      pieces.append(
        Piece(start: Int(origin.start), end: Int(origin.end), isQuoted: origin.isQuoted))
      // The field began behind the last border before it.
      row = rowOfStart(Int(origin.start), before: row)
    }
    pieces.reverse()
  }

  private func rowOfStart(_ start: Int, before row: Int) -> Int {
    var low = 0
    var high = row - 1
    while low < high {
      let middle = (low + high) / 2
      if borders[middle].offset < start { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
