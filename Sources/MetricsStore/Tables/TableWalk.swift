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
  private(set) var head = TableHead()
  /// What its columns hold.
  private(set) var columns = ColumnKinds()
  /// What was left out so far.
  private(set) var left = LeftOut()

  /// Where the header is, if that is given.
  private let givenHeader: FileFormat.Header?
  private var hasBegun = false
  private var hasGap = false
  /// How many of the next rows are already known: to be left out, or to be rows.
  private var skipped = 0
  private var skippedWhy = LeftOut.Reason.footer
  private var kept = 0
  /// The first name of the header, and its column.
  private var mark: (column: Int, bytes: [UInt8])?
  private var headerDigests: [UInt32] = []

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
  private mutating func leave(_ why: LeftOut.Reason, _ reader: inout RecordReader) {
    left.add(why, from: reader.line, through: max(reader.line, reader.lineAfter - 1))
  }

  /// Looks for the table that begins behind the last record.
  private mutating func begin(_ reader: inout RecordReader) throws(FileFault) -> Step {
    let isFirst = !hasBegun
    hasBegun = true
    hasGap = false
    reader.markNext()
    reader.tolerance?.width = nil
    if let givenHeader { return try begin(&reader, with: givenHeader) }
    var start: TableStart
    var depth = 128
    repeat {
      start = TableStart(try shapes(&reader, depth))
      depth *= 4
    } while !start.isFound && depth <= 1 << 14 && reader.markedCount < 1 << 22
      && !(reader.isExhausted && reader.next == reader.filled) && reader.remark()
    reader.rewind()
    if start.isFound {
      // With the width known damaged records read otherwise.
      reader.markNext()
      reader.tolerance?.width = start.width
      let again = try shapes(&reader, 128)
      reader.rewind()
      start = TableStart(again)
      reader.tolerance?.width = start.width
      if start.header == 0, start.preamble > 0, again[start.preamble - 1].width != start.width {
        try findForeignHeader(&start, &reader)
      }
    }
    return try take(start, isFirst: isFirst, &reader)
  }

  /// Begins the only table, whose header is given.
  private mutating func begin(
    _ reader: inout RecordReader, with header: FileFormat.Header
  ) throws(FileFault) -> Step {
    var lines: ClosedRange<Int>?
    if case .lines(let given) = header { lines = given }
    var shapes: [RowShape] = []
    // All lines up to the header's end, and some below it.
    var below = 0
    while below < 128, reader.markedCount < 1 << 22 {
      guard case .record = try reader.advance() else { break }
      shapes.append(RowShape(&reader))
      if reader.line > lines?.upperBound ?? 0 { below += 1 }
    }
    reader.rewind()
    let start = TableStart(shapes, header: lines)
    reader.tolerance?.width = start.width
    return try take(start, isFirst: true, &reader)
  }

  private func shapes(_ reader: inout RecordReader, _ most: Int) throws(FileFault) -> [RowShape] {
    var shapes: [RowShape] = []
    var cells = 0
    while shapes.count < most, cells < 1 << 16, reader.markedCount < 1 << 22 {
      guard case .record = try reader.advance() else { break }
      shapes.append(RowShape(&reader))
      cells += reader.fields.count
    }
    return shapes
  }

  /// Takes the row above a table without names for its header, where another delimiter cuts it so.
  private mutating func findForeignHeader(
    _ start: inout TableStart, _ reader: inout RecordReader
  ) throws(FileFault) {
    reader.markNext()
    defer { reader.rewind() }
    for _ in 0..<start.preamble {
      guard case .record = try reader.advance() else { return }
    }
    if reader.split(otherwiseFor: start.width, start.columns, asHeader: true) {
      start.takeForeignHeader()
    }
  }

  /// Reads the lines above the table and its header.
  private mutating func take(
    _ start: TableStart, isFirst: Bool, _ reader: inout RecordReader
  ) throws(FileFault) -> Step {
    let before = headerDigests
    var head = TableHead()
    head.number = isFirst ? 1 : self.head.number + 1
    head.isHeaderCertain = start.isCertain
    head.width = start.width
    headerDigests = []
    mark = nil
    for _ in 0..<start.preamble {
      guard case .record = try reader.advance() else { break }
      let isBlank = reader.isBlank
      leave(isBlank ? .blank : .preamble, &reader)
      guard !isBlank, head.preamble.count < 256 else { continue }
      head.preamble.append(TableHead.Line(number: reader.line, text: reader.lineText))
    }
    guard start.isFound else { return .end }
    for _ in 0..<start.header {
      guard case .record = try reader.advance() else { break }
      guard !reader.isBlank else {
        leave(.blank, &reader)
        continue
      }
      if start.isHeaderForeign {
        _ = reader.split(otherwiseFor: start.width, start.columns, asHeader: true)
      }
      let lines = reader.line...max(reader.line, reader.lineAfter - 1)
      let first = head.headerLines?.lowerBound ?? lines.lowerBound
      head.headerLines = first...lines.upperBound
      if head.headerRows.isEmpty {
        headerDigests = RowShape(&reader).digests
        head.repeatsHeader = headerDigests == before
        note(&reader)
      }
      head.headerRows.append(reader.fields.indices.map { reader.rawCell($0).text })
    }
    let cells = head.headerRows.map { row in
      row.map { text in
        var text = text
        return text.withUTF8 { CellBytes($0).trimmed.text }
      }
    }
    head.names = HeaderNames(cells, width: head.width).names
    head.firstLine = reader.lineAfter
    columns = start.columns
    kept = 1
    self.head = head
    return .table
  }

  /// Remembers the first name of a header, by which a repeated one is noticed.
  private mutating func note(_ reader: inout RecordReader) {
    for index in reader.fields.indices.prefix(head.width) {
      let cell = reader.cell(index)
      if !cell.isEmpty, index < reader.fields.count {
        mark = (index, Array(cell.buffer))
        return
      }
    }
  }
}
