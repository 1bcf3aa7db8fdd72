import Metrics

@testable import MetricsStore

/// What the reader writes of bytes in a file.
struct ReadExport {
  var text = ""
  var issues: [Issue] = []
  var failure: ExportFile.Failure?

  init(
    _ content: String, _ choice: ExportFile.Choice = .first, as form: ExportFile.Form = .csv,
    isTyped: Bool = false, format: FileFormat = FileFormat()
  ) {
    self.init(Array(content.utf8), choice, as: form, isTyped: isTyped, format: format)
  }

  init(
    _ content: [UInt8], _ choice: ExportFile.Choice = .first, as form: ExportFile.Form = .csv,
    isTyped: Bool = false, format: FileFormat = FileFormat(), name: String = "export.csv"
  ) {
    let folder = TemporaryFolder()
    folder.write(content, to: name)
    let file = ExportFile(path: folder.path + "/" + name, name: SafeText(name), format: format)
    var bytes: [UInt8] = []
    do throws(ExportFile.Failure) {
      issues = try file.write(choice, as: form, isTyped: isTyped) { block in
        bytes += block
        return true
      }
    } catch {
      failure = error
    }
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// The codes of what was odd.
  var codes: [String] { issues.map(\.code) }
}

extension ExportOutline {
  /// What is in bytes in a file.
  init(_ content: String, format: FileFormat = FileFormat()) throws {
    let folder = TemporaryFolder()
    folder.write(content, to: "export.csv")
    self = try ExportFile(
      path: folder.path + "/export.csv", name: "export.csv", format: format
    ).outline()
  }
}
