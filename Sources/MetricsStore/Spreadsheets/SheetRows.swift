/// The rows of a sheet as records of CSV: line `n` of what it gives is row `n` of the sheet.
///
/// Rows without cells are empty lines. Every record is as wide as the widest before it, so that a row
/// whose last cells are empty is not short. A line break in a cell becomes a space. Of the sheet it
/// holds one row and the texts that all cells share.
final class SheetRows: XMLPart {
  /// What was odd; complete at the end.
  private(set) var notes = SheetNotes()

  /// What is told once for the whole workbook.
  struct Context {
    let shared: SharedStrings?
    let formats: [NumberFormat]
    let from1904: Bool
    let awaitsCalculation: Bool
    let showsHiddenColumns: Bool
  }

  private enum State {
    case document, worksheet, columns, rows, row, cell, value, inline, run, inlineText, runText
  }

  /// A row of more bytes is no row of data.
  private static let longestRow = 16 << 20
  /// So many bytes may come of any sheet, and so many more of every byte of XML.
  private static let freeOutput = 1 << 30
  private static let largestRatio = 256
  /// How many bytes may wait before the parser rests.
  private static let restingSize = 1 << 18

  private let context: Context
  private var state = State.document
  /// How many elements deep the parser is in something that is not looked at.
  private var ignoredDepth = 0
  private var writer = RecordWriter()
  private var row = SheetRow()
  private var merged: MergedFill
  private var value = CellValue()
  private var text = GrowingBytes()
  private var isCut = false
  /// The current row's number from 1, whether its cells may still tell it, and the last row's.
  private var number = 0
  private var isNumbered = false
  private var lastNumber = 0
  private var nextColumn = 0
  /// How many lines were written.
  private var lines = 0
  private var written = 0
  private var width = 0
  private var isHidden = [Bool](repeating: false, count: CellReference.columnLimit)
  /// Where each column is in a record; -1 for one that is left out.
  private var positions: [Int32] = []

  /// The rows of a sheet's part.
  init(_ bytes: ZipMemberBytes, merged: MergedAreas, _ context: Context) {
    self.context = context
    self.merged = MergedFill(merged)
    super.init(bytes)
    notes.hasTooManyAreas = merged.isCutShort
    placeColumns()
  }

  /// The next bytes; 0 at the end.
  func read(into block: UnsafeMutableRawBufferPointer) throws(FileFault) -> Int {
    while writer.waiting == 0, !isAtEnd { try step() }
    return writer.hand(to: block)
  }

  override func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    guard ignoredDepth == 0 else {
      ignoredDepth += 1
      return
    }
    switch state {
    case .row where name.is("c"): beginCell(attributes)
    case .cell where name.is("v"):
      value.hasValue = true
      state = .value
    case .cell where name.is("f"):
      value.hasFormula = true
      ignoredDepth = 1
    case .cell where name.is("is"):
      value.hasValue = true
      state = .inline
    case .rows where name.is("row"): beginRow(attributes)
    case .inline where name.is("t"): state = .inlineText
    case .inline where name.is("r"): state = .run
    case .run where name.is("t"): state = .runText
    case .worksheet where name.is("sheetData"):
      placeColumns()
      state = .rows
    case .worksheet where name.is("cols"): state = .columns
    case .columns where name.is("col"):
      hide(attributes)
      ignoredDepth = 1
    case .document where name.is("worksheet"): state = .worksheet
    case .document: stop(.damagedArchive("\(quoted(bytes.name)) is no sheet of cells"))
    default: ignoredDepth = 1
    }
  }

  override func end(_ name: XMLName) {
    guard ignoredDepth == 0 else {
      ignoredDepth -= 1
      return
    }
    switch state {
    case .value, .inline: state = .cell
    case .cell:
      endCell()
      state = .row
    case .row:
      endRow()
      state = .rows
    case .inlineText, .run: state = .inline
    case .runText: state = .run
    case .columns, .rows: state = .worksheet
    case .worksheet, .document: state = .document
    }
  }

  override func write(_ text: UnsafeBufferPointer<UInt8>) {
    guard ignoredDepth == 0, state == .value || state == .inlineText || state == .runText else {
      return
    }
    guard self.text.count + text.count <= SharedStrings.longestText else {
      isCut = true
      return
    }
    self.text.append(text)
  }

  private func hide(_ attributes: XMLAttributes) {
    guard attributes.isTrue("hidden"), !context.showsHiddenColumns,
      let first = attributes["min"].flatMap({ Int($0) }),
      let last = attributes["max"].flatMap({ Int($0) }), first >= 1, first <= last
    else { return }
    for column in first...max(first, min(last, CellReference.columnLimit))
    where column <= CellReference.columnLimit {
      isHidden[column - 1] = true
    }
  }

  private func placeColumns() {
    var next: Int32 = 0
    positions = isHidden.map { isHidden in
      guard !isHidden else { return -1 }
      next += 1
      return next - 1
    }
  }

  private func beginRow(_ attributes: XMLAttributes) {
    row.clear()
    state = .row
    number = lastNumber + 1
    isNumbered = false
    nextColumn = 0
    var isRowHidden = false
    attributes.forEach { name, value in
      if name.is("r"), let given = Int(digits: value) {
        take(rowNumber: given)
      } else if name.is("hidden") {
        isRowHidden = value[0] == 0x31 || value[0] == 0x74
      }
    }
    if isRowHidden { notes.hiddenRows.add(CellReference(column: 0, row: number)) }
  }

  private func take(rowNumber given: Int) {
    isNumbered = true
    guard given <= CellReference.rowLimit else {
      return stop(.damagedArchive("\(quoted(bytes.name)) has a row numbered \(given)"))
    }
    if given > lastNumber {
      number = given
    } else {
      notes.displacedRows.add(CellReference(column: 0, row: number))
    }
  }

  private func beginCell(_ attributes: XMLAttributes) {
    value = CellValue()
    value.column = nextColumn
    text.cut(to: 0)
    isCut = false
    state = .cell
    attributes.forEach { name, given in
      if name.is("r") {
        guard let place = CellReference(given) else {
          let name = String(cString: given)
          return stop(.damagedArchive("\(quoted(bytes.name)) has a cell at \(quoted(name))"))
        }
        value.column = place.column
        if !isNumbered, place.row > 0 { take(rowNumber: place.row) }
      } else if name.is("s") {
        value.style = Int(digits: given) ?? 0
      } else if name.is("t") {
        value.kind = CellValue.Kind(given)
      }
    }
    nextColumn = value.column + 1
    if value.column >= CellReference.columnLimit || row.cells.count > CellReference.columnLimit {
      stop(.damagedArchive("row \(number) of \(quoted(bytes.name)) has too many cells"))
    }
  }

  private var place: CellReference { CellReference(column: value.column, row: number) }

  private func endCell() {
    let isEmpty = !value.hasValue || (text.count == 0 && value.kind != .text)
    if value.hasFormula {
      if isEmpty {
        notes.valuelessFormulas.add(place)
      } else if context.awaitsCalculation {
        notes.uncalculatedFormulas.add(place)
      }
    }
    guard !isEmpty, value.column < CellReference.columnLimit else { return }
    guard !isHidden[value.column] else {
      notes.hiddenColumns.insert(value.column)
      return
    }
    if isCut { notes.cutTexts.add(place) }
    let start = row.bytes.count
    var isLabel = true
    switch value.kind {
    case .number:
      let format = value.style < context.formats.count ? context.formats[value.style] : .number
      if case .scaled = format { notes.scaledNumbers.add(place) }
      isLabel = row.writeNumber(CellBytes(text.buffer), format, from1904: context.from1904)
    case .sharedText:
      guard let index = sharedIndex else {
        notes.missingTexts.add(place)
        return
      }
      row.add(value.column, shared: index)
      return
    case .text:
      text.unescape(from: 0)
      row.bytes.append(text.buffer)
    case .boolean:
      isLabel = false
      row.bytes.append(text.base[0] == 0x30 || text.base[0] == 0x66 ? "FALSE" : "TRUE")
    case .error:
      isLabel = false
      notes.errors.add(place)
      row.bytes.append(text.buffer)
    case .date:
      let format = value.style < context.formats.count ? context.formats[value.style] : .number
      row.writeDate(CellBytes(text.buffer), format)
    }
    row.add(value.column, from: start, isLabel: isLabel)
    if row.bytes.count > SheetRows.longestRow { stopAtLongRow() }
  }

  /// The number of the shared string that the cell names; nil where there is none.
  private var sharedIndex: Int? {
    let digits = CellBytes(text.buffer).trimmed
    guard let shared = context.shared, (1...9).contains(digits.count) else { return nil }
    var index = 0
    for place in 0..<digits.count {
      let digit = digits[place] &- 0x30
      guard digit < 10 else { return nil }
      index = index * 10 + Int(digit)
    }
    return index < shared.count ? index : nil
  }

  private func endRow() {
    lastNumber = number
    guard !row.cells.isEmpty else { return }
    if !merged.isDone { merged.fill(&row, number: number, shared: context.shared) }
    row.settle()
    if row.hasOverlaps { notes.overlaps.add(CellReference(column: 0, row: number)) }
    let before = writer.waiting
    writer.addEmpty(number - 1 - lines)
    var end = 0
    for cell in row.cells {
      let position = Int(positions[Int(cell.column)])
      guard position >= 0 else { continue }
      writer.delimit(position - end + (end > 0 ? 1 : 0))
      writer.append(row.text(cell, context.shared))
      end = position + 1
      if writer.waiting - before > SheetRows.longestRow { return stopAtLongRow() }
    }
    width = max(width, end)
    writer.delimit(width - max(1, end))
    writer.endRecord()
    lines = number
    written += writer.waiting - before
    guard written <= SheetRows.freeOutput + SheetRows.largestRatio * bytes.count else {
      return stop(.content("holds far more than a workbook does in \(quoted(bytes.name))"))
    }
    if writer.waiting >= SheetRows.restingSize { pause() }
  }

  private func stopAtLongRow() {
    stop(.content("holds more than 16 MB in row \(number) of \(quoted(bytes.name))"))
  }
}
