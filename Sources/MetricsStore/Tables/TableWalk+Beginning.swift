import Metrics

// How the beginning of a table is found and read.
extension TableWalk {
  /// Looks for the table that begins behind the last record.
  mutating func begin(_ reader: inout RecordReader) throws(FileFault) -> Step {
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
