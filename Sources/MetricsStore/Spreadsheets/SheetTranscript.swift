/// Writes the cells of a sheet as records while its elements come.
struct SheetTranscript: ~Copyable {
  /// What is told once for the whole workbook.
  struct Context {
    let shared: SharedStrings?
    let formats: [CellFormat]
    let from1904: Bool
    let awaitsCalculation: Bool
    let showsHiddenColumns: Bool
  }

  /// What is to be done next.
  enum Next { case goOn, rest, fault }

  /// What was odd so far.
  private(set) var notes = SheetNotes()
  /// Why it cannot go on; nil where it can.
  private(set) var fault: FileFault?

  private enum State {
    case document, worksheet, columns, rows, row, cell, value, inline, run, inlineText, runText
  }

  /// How many bytes may wait before the parser is to rest.
  private static let restingSize = 1 << 18

  private let part: String
  private let context: Context
  private var state = State.document
  /// How many elements deep it is in something that is not looked at.
  private var ignoredDepth = 0
  private var lines = SheetLines()
  private var row = SheetRow()
  private var merged: MergedFill
  private var columns: SheetColumns
  private var value = CellValue()
  private var text = GrowingBytes()
  private var isCut = false
  /// The current row's number from 1, and the last one's.
  private var number = 0
  private var lastNumber = 0
  /// Whether the current row's number was told.
  private var isNumbered = false
  private var nextColumn = 0

  /// The records of a part of this name.
  init(part: String, merged: MergedAreas, _ context: Context) {
    self.part = part
    self.context = context
    self.merged = MergedFill(merged)
    columns = SheetColumns(showsHidden: context.showsHiddenColumns)
    notes.hasTooManyAreas = merged.isCutShort
  }

  /// How many bytes wait to be handed on.
  var waiting: Int { lines.writer.waiting }

  /// Hands bytes on, as many as fit; how many.
  mutating func hand(to block: UnsafeMutableRawBufferPointer) -> Int {
    lines.writer.hand(to: block)
  }

  /// An element begins; whether it can go on.
  mutating func begin(_ name: XMLName, _ attributes: XMLAttributes) -> Bool {
    guard ignoredDepth == 0 else {
      ignoredDepth += 1
      return true
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
      columns.place()
      state = .rows
    case .worksheet where name.is("cols"): state = .columns
    case .columns where name.is("col"):
      columns.take(attributes)
      ignoredDepth = 1
    case .document where name.is("worksheet"): state = .worksheet
    case .document: damage("is no sheet of cells")
    default: ignoredDepth = 1
    }
    return fault == nil
  }

  /// An element ends.
  mutating func end() -> Next {
    guard ignoredDepth == 0 else {
      ignoredDepth -= 1
      return .goOn
    }
    switch state {
    case .value, .inline: state = .cell
    case .cell:
      endCell()
      state = .row
    case .row:
      endRow()
      state = .rows
      if fault == nil, waiting >= SheetTranscript.restingSize { return .rest }
    case .inlineText, .run: state = .inline
    case .runText: state = .run
    case .columns, .rows: state = .worksheet
    case .worksheet, .document: state = .document
    }
    return fault == nil ? .goOn : .fault
  }

  /// Some of an element's text.
  mutating func write(_ text: UnsafeBufferPointer<UInt8>) {
    guard ignoredDepth == 0, state == .value || state == .inlineText || state == .runText else {
      return
    }
    guard self.text.count + text.count <= SharedStrings.longestText else {
      isCut = true
      return
    }
    self.text.append(text)
  }

  private mutating func damage(_ words: String) {
    if fault == nil { fault = .damagedArchive("\(quoted(part)) \(words)") }
  }

  private mutating func beginRow(_ attributes: XMLAttributes) {
    row.clear()
    state = .row
    number = lastNumber + 1
    isNumbered = false
    nextColumn = 0
    var isHidden = false
    attributes.visit { name, value in
      if name.is("r"), let given = Int(digits: value) {
        take(rowNumber: given)
      } else if name.is("hidden") {
        isHidden = value[0] == 0x31 || value[0] == 0x74
      }
    }
    if isHidden { notes.hiddenRows.add(CellReference(column: 0, row: number)) }
    if number > CellReference.rowLimit { damage("has a row numbered \(number)") }
  }

  private mutating func take(rowNumber given: Int) {
    isNumbered = true
    if given > lastNumber {
      number = given
    } else {
      notes.displacedRows.add(CellReference(column: 0, row: number))
    }
  }

  private mutating func beginCell(_ attributes: XMLAttributes) {
    value = CellValue()
    value.column = nextColumn
    text.cut(to: 0)
    isCut = false
    state = .cell
    attributes.visit { name, given in
      if name.is("r") {
        guard let place = CellReference(given) else {
          return damage("has a cell at \(quoted(String(cString: given)))")
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
      damage("has too many cells in row \(number)")
    }
  }

  private mutating func endCell() {
    guard value.column < CellReference.columnLimit else { return }
    let place = CellReference(column: value.column, row: number)
    let isEmpty = !value.hasValue || (text.count == 0 && value.kind != .text)
    if value.hasFormula {
      if isEmpty {
        notes.valuelessFormulas.add(place)
      } else if context.awaitsCalculation {
        notes.uncalculatedFormulas.add(place)
      }
    }
    guard !isEmpty else { return }
    guard !columns.isHidden(value.column) else {
      notes.hiddenColumns.insert(value.column)
      return
    }
    if isCut { notes.cutTexts.add(place) }
    if value.kind == .sharedText {
      guard let shared = context.shared, let index = shared.index(CellBytes(text.buffer)) else {
        notes.missingTexts.add(place)
        return
      }
      row.add(value.column, shared: index)
      return
    }
    let format = value.style < context.formats.count ? context.formats[value.style] : .number
    if value.kind == .number, case .scaled = format { notes.scaledNumbers.add(place) }
    if value.kind == .error { notes.errors.add(place) }
    if value.kind == .text { text.unescape(from: 0) }
    row.add(value, CellBytes(text.buffer), format, from1904: context.from1904)
    if row.bytes.count > SheetLines.longestRow { damage("has more than 16 MB in row \(number)") }
  }

  private mutating func endRow() {
    lastNumber = number
    guard !row.cells.isEmpty, fault == nil else { return }
    if !merged.isDone { merged.fill(&row, number: number, shared: context.shared) }
    row.settle()
    if row.hasOverlaps {
      notes.overlaps.add(CellReference(column: Int(row.cells[0].column), row: number))
    }
    lines.add(row, number: number, columns, context.shared)
    if lines.isTooLong { damage("holds far more than a workbook does") }
  }
}
