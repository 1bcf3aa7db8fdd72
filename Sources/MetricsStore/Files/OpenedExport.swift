import Metrics

/// A file opened as records of text, whatever its format is: text as it is written, or what is written
/// of the rows of a workbook's sheet or of a list in JSON.
final class OpenedExport {
  /// What the file is.
  enum Form: String, Hashable, Sendable {
    case text, xlsx, json
  }

  /// What the file is.
  let form: Form
  /// Whether it is compressed with gzip.
  let isCompressed: Bool
  /// The sheets of a workbook, or the lists of a JSON text, by their names; none in other texts.
  let parts: [String]
  /// Which of them is read.
  let part: Int
  /// The first bytes of the text in UTF-8; may end inside a character.
  let sample: [UInt8]
  /// Whether the sample is all of the text.
  let isSampleWhole: Bool
  /// Where in the file the text begins, where its bytes are the text; nil where they are not.
  let rawTextOffset: Int?

  private let text: PeekableSupply
  /// The text that the file is or that its records are made of; nil for workbooks.
  private let source: TextSource?
  private let sheet: SheetRows?
  private let list: (tables: JSONTables, rows: JSONRows)?

  /// Opens a file; `part` is the sheet or list to be read, nil for the one that the format names or
  /// else the first that is shown. What a workbook or a JSON text has is found by reading `path` again.
  init(
    _ file: OpenFile, path: String, format: FileFormat = FileFormat(), part: Int? = nil
  ) throws(FileFault) {
    let source = try TextSource(file, format: format)
    isCompressed = source.isCompressed
    switch source.kind {
    case .zip:
      guard !source.isCompressed else { throw .foreign(.nested) }
      let workbook = try Workbook(file)
      let names = workbook.sheets.map(\.name)
      let named = try OpenedExport.part(format.table, of: names, "sheet")
      let chosen = part ?? named ?? workbook.defaultSheet
      let rows = try workbook.rows(of: chosen)
      form = .xlsx
      parts = names
      self.part = chosen
      self.source = nil
      sheet = rows
      list = nil
      text = PeekableSupply { block throws(FileFault) in try rows.read(into: block) }
    case .json:
      let tables = try JSONTables { () throws(FileFault) in
        try TextSource(OpenFile(path: path), format: format).supply
      }
      let names = tables.tables.map(\.name)
      let named = try OpenedExport.part(format.table, of: names, "list")
      let chosen = part ?? named ?? 0
      guard tables.tables.indices.contains(chosen) else {
        throw .content("is JSON without a list of records")
      }
      let rows = try tables.rows(of: chosen)
      form = .json
      parts = names
      self.part = chosen
      self.source = source
      sheet = nil
      list = (tables, rows)
      text = PeekableSupply { block throws(FileFault) in try rows.read(into: block) }
    default:
      form = .text
      parts = []
      self.part = 0
      self.source = source
      sheet = nil
      list = nil
      text = PeekableSupply { block throws(FileFault) in try source.read(into: block) }
    }
    if form == .text {
      sample = source.sample
      isSampleWhole = source.isSampleWhole
      rawTextOffset = source.rawTextOffset
    } else {
      try text.fill(to: TextSource.sampleLength)
      sample = [UInt8](text.held)
      isSampleWhole = text.isExhausted
      rawTextOffset = nil
    }
  }

  /// The whole text in UTF-8, to be read once.
  var supply: ByteSupply {
    { [text] block throws(FileFault) in try text.read(into: block) }
  }

  /// What the text is taken for; nil for a workbook.
  var guess: EncodingGuess? { source?.guess }

  /// The line of the file, or the row of its sheet, for a line of the text; nil where it has none.
  func line(ofText line: Int) -> Int? { list.map { $0.rows.line(ofRow: line) } ?? line }

  /// Reports what was odd about the text, once all of it has been read.
  func report(to log: inout FileIssues) {
    sheet?.notes.report(to: &log)
    if let list { list.tables.report(part, to: &log) }
    guard let source else { return }
    let guess = source.guess
    if let flaws = source.flaws {
      log.add(
        .warning, "broken-characters", line: flaws.firstLine,
        "\(flaws.count) \(flaws.count == 1 ? "character is" : "characters are") broken in "
          + "\(guess.encoding.rawValue), here for the first time",
        help: "export it as UTF-8, or say the encoding in the definitions")
    } else if !guess.isSure {
      log.add(
        .warning, "unsure-encoding",
        "the file is read as \(guess.encoding.rawValue): \(guess.evidence.words)",
        help: "say the encoding in the definitions if that is wrong")
    }
    if source.hasTrailingBytes {
      log.add(.warning, "trailing-bytes", "bytes behind the compressed data are left out")
    }
  }

  /// The position of the part that a format names; nil where it names none.
  private static func part(
    _ table: FileFormat.Table?, of names: [String], _ kind: String
  ) throws(FileFault) -> Int? {
    let found: Int?
    let wanted: String
    switch table {
    case nil: return nil
    case .number(let number):
      found = names.indices.contains(number - 1) ? number - 1 : nil
      wanted = "number \(number)"
    case .named(let name):
      found =
        names.firstIndex(of: name)
        ?? names.firstIndex { HeaderName($0).folded == HeaderName(name).folded }
      wanted = "named \(quoted(name))"
    }
    guard let found else {
      let shown = names.prefix(8).map { quoted($0) }.joined(separator: ", ")
      throw .content("has no \(kind) \(wanted)", help: "it has \(shown)")
    }
    return found
  }
}
