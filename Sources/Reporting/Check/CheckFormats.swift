import Metrics

// What reading a workspace found, in two formats.
extension CheckReport {
  /// As JSON: the files and the issues.
  public var json: String {
    JSONValue.object([
      "files": .array(files.map(\.json)), "issues": .array(issues.map(\.json)),
    ]).document
  }

  /// For people: the issues, a table of the files, and a last line that counts.
  public func text(measuredBy measure: TextMeasure) -> String {
    let columns: [TextTable.Column] = [
      .text("FILE"), .text("SOURCE"), .number("ROWS"), .number("REJECTED"), .number("EXCLUDED"),
      .text("FROM"), .text("TO"), .text("STATE"),
    ]
    let table = TextTable(columns, rows: files.map(\.texts), optional: ["EXCLUDED", "STATE"])
    let parts = [
      issues.map(\.text).joined(), files.isEmpty ? "" : table.text(measuredBy: measure), count,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var count: String {
    func counted(_ severity: Issue.Severity) -> String {
      let count = issues.count { $0.severity == severity }
      return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    let files = "\(self.files.count) file\(self.files.count == 1 ? "" : "s")"
    return "\(files), \(counted(.error)), \(counted(.warning)), \(counted(.note))\n"
  }
}

extension Issue {
  var json: JSONValue {
    .object([
      "severity": .text(severity.rawValue),
      "file": .text(place.file.string),
      "line": .number(place.line),
      "column": .number(place.column),
      "code": .text(code),
      "message": .text(message.string),
      "help": .text(help?.string),
    ])
  }
}

extension FileReport {
  /// Every file that is read is UTF-8 with commas and holds one table; a checksum row is not
  /// looked for.
  var json: JSONValue {
    let isRead = headerLine != nil
    return .object([
      "path": .text(path.string),
      "table": .null,
      "rows": .number(rows),
      "rejected": .number(rejected),
      "from": .text(days?.start.description),
      "to": .text(days?.last.description),
      "encoding": isRead ? .text("utf-8") : .null,
      "delimiter": isRead ? .text(",") : .null,
      "header_line": .number(headerLine),
      "checksum": .array([]),
    ])
  }

  var texts: [String] {
    func number(_ count: Int) -> String { ReadableNumber.fixed(Double(count), decimals: 0) }
    return [
      path.string, source, number(rows), number(rejected), excluded == 0 ? "" : number(excluded),
      days?.start.description ?? "–", days?.last.description ?? "–", state.words,
    ]
  }
}

extension FileReport.State {
  /// What is unusual about the file; nothing where it is not.
  var words: String {
    switch self {
    case .current: ""
    case .keptOlder: "older content kept"
    case .gone: "gone"
    case .unreadable: "unreadable"
    }
  }
}
