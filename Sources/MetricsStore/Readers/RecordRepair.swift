/// What a tolerant reader had to guess about a record.
struct Repair: Hashable, Sendable {
  /// What did not fit.
  enum Kind: Hashable, Sendable {
    /// A quote inside a quoted text is not doubled, or one stands where no text ends or begins.
    case strayQuote
    /// A quote is never closed, or would swallow whole records.
    case openQuote
    /// The cells are separated by another byte than in other records.
    case otherDelimiter(UInt8)
  }

  /// What did not fit.
  let kind: Kind
  /// The field in which it shows.
  let field: Int
}

// What a tolerant reader makes of records whose quotes do not fit.
extension RecordReader {
  /// How many bytes and lines of a damaged record are looked at.
  private static let window = 1 << 12
  private static let lines = 8

  /// Reads the current record again where its quotes do not fit; false where more bytes are needed,
  /// and nothing is changed then.
  ///
  /// `openedOn` is the line of a quote that never closes.
  mutating func mend(_ tolerance: Tolerance, openedOn opened: Int? = nil) -> Bool {
    let strictField = strayField
    if opened == nil, strictField == nil {
      guard let width = tolerance.width, swallowsRecords(width) else { return true }
    }
    guard let lineEnd = endOfLine(recordStart, enough: RecordReader.longestRecord),
      isExhausted || filled - recordStart >= RecordReader.window
    else {
      next = recordStart
      lineAfter = line
      return false
    }
    let isOpen = opened != nil || strictField == nil
    if let opened, isExhausted, openQuoteLine == nil { openQuoteLine = opened }
    if let width = tolerance.width, fit(width, lineEnd, isOpen) { return true }
    if strictField == nil, opened == nil { return true }
    readLeniently(to: lineEnd, isOpen: isOpen, field: strictField)
    return true
  }

  /// Takes the reading of the record that has the right number of cells, if there is one.
  private mutating func fit(_ width: Int, _ lineEnd: Int, _ isOpen: Bool) -> Bool {
    guard lineEnd - recordStart <= RecordReader.window else { return false }
    var limit = lineEnd
    var found = mending.find(
      block, from: recordStart, to: limit, width: width, dialect: dialect)
    if !found, mending.isWorthLines, let several = endOfLines(width) {
      limit = several
      found = mending.find(block, from: recordStart, to: limit, width: width, dialect: dialect)
      mending.noteLines(found)
    }
    guard found else { return false }
    take(mending.pieces, to: mending.end, isOpen ? .openQuote : .strayQuote)
    return true
  }

  /// Reads one line so that each quoted text ends at the first quote before a border, and quotes
  /// that open none stand for themselves.
  private mutating func readLeniently(to lineEnd: Int, isOpen: Bool, field: Int?) {
    let pieces = LenientFields(block, from: recordStart, to: lineEnd, dialect: dialect).pieces
    take(pieces, to: lineEnd, isOpen ? .openQuote : .strayQuote)
    if let field, field < pieces.count { repair = Repair(kind: .strayQuote, field: field) }
  }

  /// Makes the pieces the record's fields, and goes behind the line end at `end`.
  mutating func take(_ pieces: [QuoteFit.Piece], to end: Int, _ kind: Repair.Kind) {
    cellCount = 0
    var odd: Int?
    for piece in pieces {
      let isOdd = holdsQuote(piece)
      if isOdd { odd = odd ?? cellCount }
      append(
        piece.start, piece.end,
        isEscaped: piece.isQuoted ? isOdd : holdsEscape(piece.start, piece.end),
        isQuoted: piece.isQuoted)
    }
    strayField = nil
    if case .otherDelimiter = kind { odd = 0 }
    repair = Repair(kind: kind, field: odd ?? max(0, cellCount - 1))
    finish(at: end)
  }

  /// Whether a quote or an escape stands in the piece.
  private func holdsQuote(_ piece: QuoteFit.Piece) -> Bool {
    (piece.start..<piece.end).contains {
      block[$0] == dialect.quote || block[$0] == dialect.escape
    }
  }

  /// Goes behind the line end at an offset; line ends before it count.
  func lineEnds(from start: Int, to end: Int) -> Int {
    var count = 0
    for offset in start..<max(start, end)
    where block[offset] == 0x0A || (block[offset] == 0x0D && block[offset + 1] != 0x0A) {
      count += 1
    }
    return count
  }

  /// Ends the record at a line end or at the end of everything.
  private mutating func finish(at end: Int) {
    lineAfter = line + lineEnds(from: recordStart, to: end)
    next = end
    if end < filled {
      lineAfter += 1
      next += block[end] == 0x0D && end + 1 < filled && block[end + 1] == 0x0A ? 2 : 1
    }
  }

  /// Where the line that holds an offset ends; nil where that is not in the block, or further.
  private func endOfLine(_ start: Int, enough: Int) -> Int? {
    var index = start
    while index < filled, block[index] != 0x0A, block[index] != 0x0D { index += 1 }
    return index + 1 < filled || isExhausted ? index : nil
  }

  /// Where the last of the lines ends that may belong to a damaged record; nil where there is one. A
  /// line that has as many cells as a record is one itself.
  private func endOfLines(_ width: Int) -> Int? {
    let limit = min(filled, recordStart + RecordReader.window)
    var end: Int?
    var start = recordStart
    for count in 0..<RecordReader.lines where start < limit {
      var index = start
      while index < limit, block[index] != 0x0A, block[index] != 0x0D { index += 1 }
      guard index < limit || (index == filled && isExhausted) else { break }
      if count > 0 {
        let fields = LenientFields(block, from: start, to: index, dialect: dialect, most: width + 1)
        guard width < 3 || fields.count != width else { break }
        end = index
      }
      start =
        index < limit && block[index] == 0x0D && block[index + 1] == 0x0A
        ? index + 2 : index + 1
    }
    return end
  }

  /// Whether every line of a record of several lines is a record of the right width for itself, so
  /// that it is not by chance.
  private func swallowsRecords(_ width: Int) -> Bool {
    let count = lineAfter - line
    guard width > 1, count * (width - 1) >= 8 else { return false }
    var start = recordStart
    while start < next {
      var end = start
      while end < next, block[end] != 0x0A, block[end] != 0x0D { end += 1 }
      let fields = LenientFields(block, from: start, to: end, dialect: dialect, most: width + 1)
      guard fields.count == width else { return false }
      start = end < next && block[end] == 0x0D && block[end + 1] == 0x0A ? end + 2 : end + 1
    }
    return true
  }
}
