import Metrics

/// Goes through the records of a file and says which are rows of which table.
///
/// The reader must be tolerant. Rows that fit pass with a look at their width and first cell; at any
/// other some rows are looked at ahead, and read again. Memory does not grow with the file.
struct TableWalk {
  /// What a step came to.
  enum Step {
    /// A table begins, as `head` says; the reader stands nowhere.
    case table
    /// The reader stands on a row of data.
    case row
    /// There is nothing more.
    case end
    /// A record is longer than any should be; nothing more is read.
    case tooLong
  }

  /// The table that rows belong to.
  var head = TableHead()
  /// What its columns hold.
  var columns = ColumnKinds()
  /// What was left out so far.
  var left = LeftOut()

  /// Where the header is, if that is given.
  let givenHeader: FileFormat.Header?
  var hasBegun = false
  var hasGap = false
  /// How many of the next rows are already known: to be left out, or to be rows.
  var skipped = 0
  var skippedWhy = LeftOut.Reason.footer
  var kept = 0
  /// The first name of the header, and its column.
  var mark: (column: Int, bytes: [UInt8])?
  var headerDigests: [UInt32] = []

  /// A walk from the first record on.
  init(header: FileFormat.Header? = nil) { givenHeader = header }

  /// Goes to the next row or table.
  mutating func advance(_ reader: inout RecordReader) throws(FileFault) -> Step {
    guard hasBegun else { return try begin(&reader) }
    while true {
      switch try reader.advance() {
      case .record: break
      case .end, .openQuote: return .end
      case .tooLong: return .tooLong
      }
      if reader.fields.count == head.width, skipped == 0, kept == 0, !hasGap, !isOdd(&reader) {
        return .row
      }
      if reader.isBlank {
        hasGap = true
        kept = max(0, kept - 1)
        leave(skipped > 0 ? skippedWhy : .blank, &reader)
        skipped = max(0, skipped - 1)
        continue
      }
      if skipped > 0 {
        skipped -= 1
        leave(skippedWhy, &reader)
        continue
      }
      let isForeign =
        reader.fields.count != head.width && reader.split(otherwiseFor: head.width, columns)
      if kept > 0 || isForeign {
        kept = max(0, kept - 1)
        hasGap = false
        return .row
      }
      if let step = try judge(&reader) { return step }
    }
  }

  /// Whether the record that the reader stands on, of the right width, needs a closer look.
  @inline(__always)
  private func isOdd(_ reader: inout RecordReader) -> Bool {
    let fields = reader.fields
    let first = fields[0]
    if first.start == first.end || reader.block[Int(first.start)] <= 0x23 { return true }
    if let mark {
      let field = fields[mark.column]
      if Int(field.end - field.start) == mark.bytes.count,
        mark.bytes.isEmpty == false, reader.block[Int(field.start)] == mark.bytes[0]
      {
        return true
      }
    }
    guard fields.count > 1 else { return false }
    var last = fields.count - 1
    while last > 0, fields[last].start == fields[last].end { last -= 1 }
    return last == 0
  }
}

// How rows that do not simply fit are judged.
extension TableWalk {
  /// How many rows are looked at to tell what one is.
  private static let depth = 24

  /// Leaves the row out, keeps it, or begins a table; nil where the next row is to be looked at.
  private mutating func judge(_ reader: inout RecordReader) throws(FileFault) -> Step? {
    let shape = RowShape(&reader)
    if !headerDigests.isEmpty, shape.digests == headerDigests, givenHeader == nil {
      reader.mark()
      reader.rewind()
      return try begin(&reader)
    }
    let suits = shape.width == head.width && !shape.isNote && !shape.isComment
    if suits, !hasGap || (columns.hasTyped && shape.hasTypedCell && columns.suits(shape)) {
      hasGap = false
      return .row
    }
    guard givenHeader == nil else {
      hasGap = false
      return .row
    }
    reader.mark()
    var shapes = [shape]
    var isEnd = false
    var gap = false
    while shapes.count < TableWalk.depth, reader.markedCount < 1 << 20 {
      guard case .record = try reader.advance() else {
        isEnd = true
        break
      }
      var next = RowShape(&reader)
      next.hasGapBefore = gap
      gap = next.isBlank
      shapes.append(next)
    }
    reader.rewind()
    let verdict = RowVerdict(
      shapes, isEnd: isEnd, hasGap: hasGap, width: head.width, columns: columns)
    switch verdict {
    case .table: return try begin(&reader)
    case .rows(let count):
      kept = count
      hasGap = false
    case .footer(let count):
      skipped = count
      skippedWhy = .footer
    }
    return nil
  }

  /// Notes that a row is left out.
  mutating func leave(_ why: LeftOut.Reason, _ reader: inout RecordReader) {
    left.add(why, from: reader.line, through: max(reader.line, reader.lineAfter - 1))
  }
}
