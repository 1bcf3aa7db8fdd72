/// The part of a workbook that lists its sheets.
final class WorkbookPart: XMLPart {
  /// A sheet as it is listed.
  struct Listing {
    let name: String
    let isHidden: Bool
    /// The id by which the part that holds it is named.
    let relationship: String
  }

  /// The sheets in their order.
  private(set) var sheets: [Listing] = []
  /// Whether dates are counted from 1904 and not from 1900.
  private(set) var countsFrom1904 = false
  /// Whether whoever wrote it left the formulas to be calculated when it is opened.
  private(set) var awaitsCalculation = false

  /// More are no workbook's.
  private static let limit = 10_000
  private static let longest = 64 << 20

  /// Reads the part.
  init(_ member: ZipMember, in archive: ZipArchive) throws(FileFault) {
    super.init(try ZipMemberBytes(member, in: archive.file, limit: WorkbookPart.longest))
    try readAll()
  }

  override func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.is("sheet") {
      guard sheets.count < WorkbookPart.limit, let id = attributes["id"] else { return }
      let state = attributes["state"] ?? "visible"
      sheets.append(
        Listing(
          name: attributes["name"] ?? "", isHidden: state != "visible", relationship: id))
    } else if name.is("workbookPr") {
      countsFrom1904 = attributes.isTrue("date1904")
    } else if name.is("calcPr") {
      awaitsCalculation = attributes.isTrue("fullCalcOnLoad")
    }
  }
}
