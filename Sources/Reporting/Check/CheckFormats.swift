import Metrics

// What reading a workspace found, for machines.
extension CheckReport {
  /// As JSON: the files and the issues.
  public var json: String {
    JSONValue.object([
      "files": .array(files.map(\.json)), "issues": .array(issues.map(\.json)),
    ]).document
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
}
