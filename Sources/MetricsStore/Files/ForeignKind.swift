/// A kind of file that is often at hand and that no rows are read from.
enum ForeignKind: Hashable, Sendable {
  /// The old Excel format, which is also what wraps an XLSX file that has a password.
  case oldExcel
  case pdf, picture, parquet, zstandard, bzip2, xz, sevenZip, rar, sqlite
  case utf32
  /// Compressed with gzip again and again.
  case nested
  /// HTML: often the page of a login that had run out.
  case webPage
  /// XML, such as Excel wrote it in 2003.
  case xml

  /// What it is and what to do, as the end of a sentence that says what a file is.
  var words: String {
    switch self {
    case .oldExcel:
      "an old Excel file (.xls) or one with a password: save it as .xlsx without one, or as CSV"
    case .pdf: "a PDF: \(ForeignKind.export)"
    case .picture: "a picture: \(ForeignKind.export)"
    case .parquet: "a Parquet file: \(ForeignKind.export)"
    case .zstandard: "compressed with zstd: \(ForeignKind.unpack)"
    case .bzip2: "compressed with bzip2: \(ForeignKind.unpack)"
    case .xz: "compressed with xz: \(ForeignKind.unpack)"
    case .sevenZip: "a 7-Zip archive: \(ForeignKind.unpack)"
    case .rar: "a RAR archive: \(ForeignKind.unpack)"
    case .sqlite: "an SQLite database: \(ForeignKind.export)"
    case .utf32: "text in UTF-32: save it as UTF-8"
    case .nested: "compressed many times over: unpack it"
    case .webPage:
      "a web page and not an export: if it should be one, sign in and download it again"
    case .xml: "an XML file: save it as .xlsx or CSV"
    }
  }

  private static let export = "export its rows as CSV"
  private static let unpack = "unpack it, or compress it with gzip"
}
