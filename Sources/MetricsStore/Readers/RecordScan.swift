// How a record is cut into fields.
extension RecordReader {
  /// What looking for the end of a record found.
  enum Scan {
    case complete, needsMore, nothing, tooWide
    /// A line that is no record.
    case comment
    case quoteStaysOpen(line: Int)
  }

  /// A record of more fields is taken for damage.
  static let mostFields = 1 << 20

  /// Cuts the record that starts at `next`; changes nothing but the fields where it is not all there.
  mutating func scan() -> Scan {
    let block = self.block
    let end = filled
    let isLast = isExhausted
    let delimiter = dialect.delimiter
    let quote = dialect.quote.map { UInt16($0) } ?? .max
    let escape = dialect.escape.map { UInt16($0) } ?? .max
    let skipsSpaces = dialect.skipsSpaces
    let cutter = ByteCutter(delimiter)
    var index = next
    var line = lineAfter
    cellCount = 0
    strayField = nil
    repair = nil
    guard index < end else { return isLast ? .nothing : .needsMore }
    if !dialect.comment.isEmpty, let comment = skipComment() { return comment }
    while true {
      if skipsSpaces { while index < end, block[index] == 0x20 { index += 1 } }
      if index < end, UInt16(block[index]) == quote {
        let start = index + 1
        switch closingQuote(start, &line) {
        case .at(let close, let isEscaped):
          append(start, close, isEscaped: isEscaped, isQuoted: true)
          index = close + 1
        case .needsMore: return .needsMore
        case .none(let opened): return .quoteStaysOpen(line: opened)
        }
        if index < end, !cutter.isBoundary(block[index]) {
          if delimiter != 0x20 { while index < end, block[index] == 0x20 { index += 1 } }
          if index < end, !cutter.isBoundary(block[index]) {
            strayField = strayField ?? cellCount - 1
            index = cutter.boundary(block, index, end)
          }
        }
      } else {
        let start = index
        index = cutter.boundary(block, index, end)
        var isEscaped = false
        if escape != .max {
          while index < end, index > start, isTakenAway(index, from: start) {
            isEscaped = true
            index = cutter.boundary(block, index + 1, end)
          }
          // An escape at the end of what is there may take away the meaning of what follows.
          if index == end, !isLast { return .needsMore }
          isEscaped = isEscaped || holdsEscape(start, index)
        }
        append(start, index, isEscaped: isEscaped, isQuoted: false)
      }
      guard index < end else {
        guard isLast else { return .needsMore }
        break
      }
      if block[index] == delimiter {
        index += 1
        guard index < end || isLast else { return .needsMore }
        guard cellCount < RecordReader.mostFields else { return .tooWide }
        continue
      }
      if block[index] == 0x0D {
        guard index + 1 < end || isLast else { return .needsMore }
        if index + 1 < end, block[index + 1] == 0x0A { index += 1 }
      }
      index += 1
      line += 1
      break
    }
    next = index
    lineAfter = line
    return .complete
  }

  /// Where a quoted field ends.
  private enum Close {
    case at(Int, isEscaped: Bool)
    case needsMore
    case none(openedOn: Int)
  }

  /// Looks for the quote that closes a field whose text begins at an offset.
  @inline(__always)
  private func closingQuote(_ start: Int, _ line: inout Int) -> Close {
    let block = self.block
    let farthest = tolerance == nil ? Int.max : next + RecordReader.farthestQuote
    let end = min(filled, farthest)
    let quote = dialect.quote ?? 0
    let escape = dialect.escape ?? quote
    let cutter = ByteCutter(quote)
    let opened = line
    var cursor = start
    var isEscaped = false
    while true {
      cursor =
        escape == quote
        ? cutter.boundary(block, cursor, end)
        : cutter.boundary(block, cursor, end, or: escape)
      guard cursor < end else {
        return isExhausted || filled >= farthest ? .none(openedOn: opened) : .needsMore
      }
      let byte = block[cursor]
      if byte == quote {
        guard cursor + 1 < filled || isExhausted else { return .needsMore }
        guard cursor + 1 < filled, block[cursor + 1] == quote else {
          return .at(cursor, isEscaped: isEscaped)
        }
        isEscaped = true
        cursor += 1
      } else if byte == 0x0A {
        line += 1
      } else if byte == 0x0D {
        guard cursor + 1 < filled || isExhausted else { return .needsMore }
        if cursor + 1 >= filled || block[cursor + 1] != 0x0A { line += 1 }
      } else {
        guard cursor + 1 < filled || isExhausted else { return .needsMore }
        isEscaped = true
        // Only what would end the field loses its meaning; a line end still counts.
        if cursor + 1 < filled, block[cursor + 1] == quote || block[cursor + 1] == escape {
          cursor += 1
        }
      }
      cursor += 1
    }
  }

  /// Whether the delimiter at an offset follows an odd number of escapes.
  private func isTakenAway(_ index: Int, from start: Int) -> Bool {
    guard block[index] == dialect.delimiter, let escape = dialect.escape else { return false }
    var cursor = index
    while cursor > start, block[cursor - 1] == escape { cursor -= 1 }
    return (index - cursor) % 2 == 1
  }

  /// Whether an escape stands between two offsets.
  func holdsEscape(_ start: Int, _ end: Int) -> Bool {
    guard let escape = dialect.escape else { return false }
    return (start..<end).contains { block[$0] == escape }
  }

  /// Goes past a line that starts with the dialect's mark of comments; nil where it does not.
  private mutating func skipComment() -> Scan? {
    let mark = dialect.comment
    for (offset, byte) in mark.enumerated() {
      guard next + offset < filled else { return isExhausted ? nil : .needsMore }
      if block[next + offset] != byte { return nil }
    }
    var index = next
    while index < filled, block[index] != 0x0A, block[index] != 0x0D { index += 1 }
    guard index + 1 < filled || isExhausted else { return .needsMore }
    if index + 1 < filled, block[index] == 0x0D, block[index + 1] == 0x0A { index += 1 }
    next = min(index + 1, filled)
    lineAfter += 1
    return .comment
  }
}
