/// The number formats of a workbook's cell styles, by the numbers that cells give them.
final class CellStyles: XMLPart {
  /// The format of each style.
  private(set) var formats: [CellFormat] = []

  /// The formats that are written as codes, by their ids.
  private var codes: [Int: CellFormat] = [:]
  private var isInCellStyles = false

  /// More are no workbook's: Excel has at most 65,490.
  private static let limit = 1 << 17
  private static let longest = 256 << 20

  /// Reads the part.
  init(_ member: ZipMember, in archive: ZipArchive) throws(FileFault) {
    super.init(try ZipMemberBytes(member, in: archive.file, limit: CellStyles.longest))
    try readAll()
    codes = [:]
  }

  override func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.is("xf") {
      guard isInCellStyles, formats.count < CellStyles.limit else { return }
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      formats.append(codes[id] ?? CellFormat(builtIn: id) ?? .number)
    } else if name.is("numFmt") {
      guard codes.count < CellStyles.limit, let id = attributes["numFmtId"].flatMap({ Int($0) }),
        let code = attributes["formatCode"]
      else { return }
      codes[id] = CellFormat(code: code)
    } else if name.is("cellXfs") {
      isInCellStyles = true
    }
  }

  override func end(_ name: XMLName) {
    if name.is("cellXfs") { isInCellStyles = false }
  }
}
