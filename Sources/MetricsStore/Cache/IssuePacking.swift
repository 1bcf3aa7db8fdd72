import Metrics

extension ByteWriter {
  /// Writes an issue without the texts that it quotes, since these may be personal data.
  mutating func write(_ issue: Issue) {
    write(count: Issue.Severity.allCases.firstIndex(of: issue.severity) ?? 0)
    write(issue.code)
    write(issue.place)
    write(issue.message.withoutQuotes)
    write(issue.help) { $0.write($1.withoutQuotes) }
  }

  /// Writes a place.
  mutating func write(_ place: SourcePlace) {
    write(place.file.string)
    write(place.line) { $0.write($1) }
    write(place.column) { $0.write($1) }
  }
}

extension ByteReader {
  /// The next issue.
  mutating func issue() throws(CacheDamage) -> Issue {
    let severities = Issue.Severity.allCases
    let severity = severities[try count(atMost: severities.count - 1)]
    let code = try text()
    let place = try self.place()
    let message = SafeText(try text())
    let help = try optional { reader throws(CacheDamage) in SafeText(try reader.text()) }
    return Issue(severity, code: code, at: place, message: message, help: help)
  }

  /// The next place.
  mutating func place() throws(CacheDamage) -> SourcePlace {
    let file = SafeText(try text())
    let line = try optional { reader throws(CacheDamage) in try reader.number() }
    let column = try optional { reader throws(CacheDamage) in try reader.number() }
    return SourcePlace(file: file, line: line, column: column)
  }
}

extension SafeText {
  /// The text with `"…"` for all from the first quotation mark to the last, since what is quoted
  /// may hold such marks itself.
  fileprivate var withoutQuotes: String {
    guard let first = string.firstIndex(of: "\""), let last = string.lastIndex(of: "\"") else {
      return string
    }
    // Of a text cut short behind its first mark nothing is known to be harmless.
    guard first < last else { return string[..<first] + "\"…\"" }
    return string[..<first] + "\"…\"" + string[string.index(after: last)...]
  }
}
