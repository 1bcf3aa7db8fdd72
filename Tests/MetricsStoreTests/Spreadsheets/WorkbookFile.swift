import Metrics

@testable import MetricsStore

/// A small workbook made in memory, and what reading it gives.
struct WorkbookFile {
  /// What stands between the tags of the sheet's root, such as `<sheetData>…</sheetData>`.
  var sheet = ""
  /// What stands between the tags of the shared strings; nil for no such part.
  var shared: String?
  /// The number formats of the styles 0, 1, …: ids that are built in, or codes.
  var formats: [String] = []
  /// What stands beside the list of sheets.
  var properties = ""
  var sheets = #"<sheet name="Data" sheetId="1" r:id="rId1"/>"#
  var relationships = #"<Relationship Id="rId1" Type="x/worksheet" Target="worksheets/s.xml"/>"#

  /// A workbook whose rows are given.
  init(rows: String = "") { sheet = "<sheetData>\(rows)</sheetData>" }

  /// The archive's members.
  var zip: ZipBytes {
    var zip = ZipBytes()
    zip.add(
      "_rels/.rels",
      #"<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/>"#
        + "</Relationships>")
    zip.add("xl/workbook.xml", "<workbook>\(properties)<sheets>\(sheets)</sheets></workbook>")
    zip.add(
      "xl/_rels/workbook.xml.rels", "<Relationships>\(relationships)</Relationships>")
    zip.add("xl/worksheets/s.xml", "<worksheet>\(sheet)</worksheet>")
    if let shared { zip.add("xl/sharedStrings.xml", "<sst>\(shared)</sst>") }
    if !formats.isEmpty { zip.add("xl/styles.xml", styles) }
    return zip
  }

  private var styles: String {
    let codes = formats.enumerated().map { index, code in
      Int(code) == nil
        ? #"<numFmt numFmtId="\#(200 + index)" formatCode="\#(escaped(code))"/>"# : ""
    }
    let uses = formats.enumerated().map { index, code in
      #"<xf numFmtId="\#(Int(code) ?? 200 + index)"/>"#
    }
    return "<styleSheet><numFmts>\(codes.joined())</numFmts>"
      + #"<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>"#
      + "<cellXfs>\(uses.joined())</cellXfs></styleSheet>"
  }

  private func escaped(_ code: String) -> String {
    code.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
  }

  /// What reading the first sheet gives.
  var reading: SheetReading { SheetReading(zip.bytes()) }
}

/// What reading a sheet of a workbook gave.
struct SheetReading {
  private(set) var text = ""
  private(set) var issues: [Issue] = []
  private(set) var fault: FileFault?

  /// Reads the sheet that is read where none is named, or another.
  init(_ bytes: [UInt8], sheet: Int? = nil, blockSize: Int = 1 << 12) {
    let folder = TemporaryFolder()
    folder.write(bytes, to: "book.xlsx")
    self.init(path: folder.path + "/book.xlsx", sheet: sheet, blockSize: blockSize)
  }

  init(path: String, sheet: Int? = nil, blockSize: Int = 1 << 12) {
    do throws(FileFault) {
      let book = try Workbook(OpenFile(path: path))
      let rows = try book.rows(of: sheet ?? book.defaultSheet)
      let drained = Drained(blockSize: blockSize) { block throws(FileFault) in
        try rows.read(into: block)
      }
      text = String(decoding: drained.bytes, as: UTF8.self)
      fault = drained.fault
      var log = FileIssues(file: "book.xlsx")
      rows.notes.report(to: &log)
      issues = log.issues
    } catch {
      fault = error
    }
  }

  /// The codes of the issues.
  var codes: [String] { issues.map(\.code) }

  /// What the fault says about the content; empty where there is none.
  var words: String { fault?.words ?? "" }
}
