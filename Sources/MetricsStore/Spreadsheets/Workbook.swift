/// An XLSX file: sheets of rows.
final class Workbook {
  /// A sheet as the workbook lists it.
  struct Sheet: Hashable, Sendable {
    /// Its name, which no other sheet of the workbook has.
    let name: String
    /// Whether Excel does not show it.
    let isHidden: Bool
    /// The name of the part that holds it.
    fileprivate let part: String
  }

  /// The sheets of cells in their order, hidden ones too; at least one.
  let sheets: [Sheet]

  private let archive: ZipArchive
  private let list: WorkbookPart
  private let relationships: [String: Relationships.Target]
  private let folder: String
  private var formats: [CellFormat]?
  private var shared: SharedStrings?
  private var isSharedRead = false

  /// Reads which sheets are in a workbook.
  init(_ file: OpenFile) throws(FileFault) {
    archive = try ZipArchive(file)
    let part = try Workbook.mainPart(archive)
    guard let member = try archive.member(part) else {
      throw .content("is a ZIP archive: unpack it and give the files that are in it")
    }
    list = try WorkbookPart(member, in: archive)
    let relationships = try Relationships.targets(of: part, in: archive)
    self.relationships = relationships
    folder = part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
    sheets = list.sheets.compactMap { sheet in
      guard let target = relationships[sheet.relationship], target.kind == "worksheet" else {
        return nil
      }
      return Sheet(name: sheet.name, isHidden: sheet.isHidden, part: target.name)
    }
    guard !sheets.isEmpty else { throw .damagedArchive("it lists no sheet of cells") }
  }

  /// The sheet to read where none is named: the first that is shown.
  var defaultSheet: Int { sheets.firstIndex { !$0.isHidden } ?? 0 }

  /// The rows of a sheet, given by its place in `sheets`.
  func rows(
    of sheet: Int, showsHiddenColumns: Bool = false
  ) throws(FileFault) -> SheetRows {
    let part = sheets[sheet].part
    guard let member = try archive.member(part) else {
      throw .damagedArchive("the sheet \(quoted(sheets[sheet].name)) is not in it")
    }
    let merged = try MergedAreas(bytes(of: member))
    let context = SheetTranscript.Context(
      shared: try sharedStrings(), formats: try numberFormats(), from1904: list.countsFrom1904,
      awaitsCalculation: list.awaitsCalculation, showsHiddenColumns: showsHiddenColumns)
    return SheetRows(try bytes(of: member), merged: merged, context)
  }

  /// A sheet is read in a stream, so that its size costs only time.
  private static let longestSheet = 64 << 30

  private func bytes(of member: ZipMember) throws(FileFault) -> ZipMemberBytes {
    try ZipMemberBytes(member, in: archive.file, limit: Workbook.longestSheet)
  }

  /// The name of the part that lists the sheets.
  private static func mainPart(_ archive: ZipArchive) throws(FileFault) -> String {
    let main = try Relationships.targets(of: "", in: archive)
      .sorted { $0.key < $1.key }
      .first { $0.value.kind == "officeDocument" }?.value.name
    let part = main ?? "xl/workbook.xml"
    if part.lowercased().hasSuffix(".bin") || archive.has("xl/workbook.bin") {
      throw .content("is a binary workbook (.xlsb)", help: "save it as .xlsx or CSV")
    }
    if archive.has("content.xml"), archive.has("mimetype") {
      throw .content("is an OpenDocument file (.ods)", help: "save it as .xlsx or CSV")
    }
    if archive.has("Index/Document.iwa") {
      throw .content("is a Numbers file", help: "export it as .xlsx or CSV")
    }
    return part
  }

  /// The part of a kind that the workbook names; nil where there is none.
  private func part(_ kind: String, orAt name: String) throws(FileFault) -> ZipMember? {
    let named = relationships.sorted { $0.key < $1.key }.first { $0.value.kind == kind }
    return try archive.member(named?.value.name ?? folder + name)
  }

  private func sharedStrings() throws(FileFault) -> SharedStrings? {
    guard !isSharedRead else { return shared }
    shared = try part("sharedStrings", orAt: "sharedStrings.xml").map { member throws(FileFault) in
      try SharedStrings(member, in: archive)
    }
    isSharedRead = true
    return shared
  }

  private func numberFormats() throws(FileFault) -> [CellFormat] {
    if let formats { return formats }
    let read = try part("styles", orAt: "styles.xml").map { member throws(FileFault) in
      try CellStyles(member, in: archive).formats
    }
    formats = read ?? []
    return read ?? []
  }
}
