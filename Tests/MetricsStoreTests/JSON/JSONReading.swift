import Metrics

@testable import MetricsStore

/// What reading a JSON text gave.
struct JSONReading {
  private(set) var names: [String] = []
  private(set) var text = ""
  private(set) var issues: [Issue] = []
  private(set) var fault: FileFault?
  /// The line of the text for each line of what was read.
  private(set) var lines: [Int?] = []

  /// Reads a table of a text whose bytes come in pieces.
  init(_ bytes: [UInt8], table: Int = 0, step: Int = 1 << 16) {
    do throws(FileFault) {
      let tables = try JSONTables(blockSize: step) { () throws(FileFault) in
        BytesInPieces(bytes: bytes, step: step).supply
      }
      names = tables.tables.map(\.name)
      guard tables.tables.indices.contains(table) else { return }
      let rows = try tables.rows(of: table)
      let drained = Drained { block throws(FileFault) in try rows.read(into: block) }
      text = String(decoding: drained.bytes, as: UTF8.self)
      fault = drained.fault
      let count = text.split(separator: "\n", omittingEmptySubsequences: false).count
      lines = (1..<max(2, count)).map { rows.line(ofRow: $0) }
      var log = FileIssues(file: "x.json")
      tables.report(table, to: &log)
      issues = log.issues
    } catch {
      fault = error
    }
  }

  init(_ text: String, table: Int = 0, step: Int = 1 << 16) {
    self.init(Array(text.utf8), table: table, step: step)
  }

  /// The issues with their places, without the file's name.
  var messages: [String] {
    issues.map { issue in
      let place = [issue.place.line, issue.place.column].compactMap { $0.map(String.init) }
      return (place + [issue.message.string]).joined(separator: ":")
    }
  }

  /// Where the fault is and what it says; empty where there is none.
  var words: String {
    guard case .content(let fault) = fault else { return fault?.words ?? "" }
    let place = [fault.line, fault.column].compactMap { $0.map(String.init) }
    return (place + [fault.words]).joined(separator: ":")
  }
}
