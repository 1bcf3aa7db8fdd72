import Glibc

/// Everything the program makes, in the order of writing.
struct SampleFolder {
  let files: [ExportFile]

  init(_ company: SampleCompany) {
    files =
      WebExport(company).files + [
        SearchAdsExport(company).file, SocialAdsExport(company).file,
        ContactsExport(company).file, OpportunitiesExport(company).file,
        EmailExport(company).file, FinanceExport(company).file,
      ]
  }

  /// Writes the files below `folder`, making folders where there are none.
  func write(to folder: String) throws(WriteFailure) {
    for file in files {
      let path = folder + "/" + file.path
      Self.makeFolders(above: path)
      guard let stream = fopen(path, "wb") else { throw WriteFailure(path: path, code: errno) }
      let bytes = Array(file.text.utf8)
      let written = fwrite(bytes, 1, bytes.count, stream)
      let closed = fclose(stream)
      guard written == bytes.count && closed == 0 else {
        throw WriteFailure(path: path, code: errno)
      }
    }
  }

  /// A folder that cannot be made shows when the file in it cannot be opened.
  private static func makeFolders(above path: String) {
    var folder = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      folder += part + "/"
      mkdir(folder, 0o755)
    }
  }
}

/// A file that could not be written.
struct WriteFailure: Error {
  var path: String
  var code: Int32

  var text: String { "\(path): \(String(cString: strerror(code)))" }
}
