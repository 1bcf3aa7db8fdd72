import Metrics

/// Reads what a source says about how its files are written.
struct FormatReader {
  /// The format that the keys of a source's map describe; what is wrong is noted and left out.
  func format(_ map: KeyedMap) -> FileFormat {
    var format = FileFormat()
    format.encoding = map.take("encoding").flatMap(encoding)
    let delimiter = map.take("delimiter")
    format.delimiter = delimiter.flatMap(self.delimiter)
    format.quote = map.take("quote").flatMap(quote)
    format.escape = map.take("escape").flatMap { byte($0, "the one character of an escape") }
    format.comment = map.take("comment").flatMap(comment)
    format.header = map.take("header").flatMap(header)
    let sheet = map.take("sheet")
    let table = map.take("table")
    if let table, sheet != nil {
      table.reportConflict("table", with: "sheet", "both say which part of a file is meant")
    }
    format.table = sheet.flatMap(self.sheet) ?? table.flatMap(self.table)
    format.decimal = map.take("decimal").flatMap(decimal)
    format.dateOrder = map.take("date_order")?.choice(DateOrder.self, "an order of date parts")
    if let delimiter, let byte = format.delimiter, format.quote == .byte(byte) {
      delimiter.reportConflict("delimiter", with: "quote", "both are the same character")
    }
    return format
  }

  private func encoding(_ cursor: Cursor) -> TextEncoding? {
    guard let text = cursor.text("the name of an encoding") else { return nil }
    if let encoding = TextEncoding(named: text) { return encoding }
    let choices = TextEncoding.allCases.map(\.rawValue)
    cursor.report(.badValue(text, expected: "an encoding that can be read", choices: choices))
    return nil
  }

  private func delimiter(_ cursor: Cursor) -> UInt8? {
    let names: [(name: String, byte: UInt8)] = [
      ("comma", 0x2C), ("semicolon", 0x3B), ("tab", 0x09), ("pipe", 0x7C), ("space", 0x20),
    ]
    guard let text = cursor.text("a delimiter") else { return nil }
    if let named = names.first(where: { $0.name == text }) { return named.byte }
    if text == "\t" { return 0x09 }
    let isWord = text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
    }
    if !isWord, let byte = FormatReader.byte(text) { return byte }
    let expected = "a delimiter: one character such as \";\", or its name"
    cursor.report(.badValue(text, expected: expected, choices: names.map(\.name)))
    return nil
  }

  private func quote(_ cursor: Cursor) -> FileFormat.Quote? {
    guard let text = cursor.text("a quote, or none") else { return nil }
    if text == "none" { return FileFormat.Quote.none }
    return byte(cursor, "none or the one character of a quote").map { .byte($0) }
  }

  /// The one visible character of ASCII that stands here.
  private func byte(_ cursor: Cursor, _ expected: String) -> UInt8? {
    guard let text = cursor.text(expected) else { return nil }
    if let byte = FormatReader.byte(text) { return byte }
    cursor.report(.badValue(text, expected: expected, choices: []))
    return nil
  }

  private static func byte(_ text: String) -> UInt8? {
    guard text.utf8.count == 1, let byte = text.utf8.first, (0x20...0x7E).contains(byte) else {
      return nil
    }
    return byte
  }

  private func comment(_ cursor: Cursor) -> String? {
    guard let text = cursor.text("the text that comments start with") else { return nil }
    let isLine = !text.contains { SourceText.isBreak($0) } && text.utf8.count <= 16
    if isLine { return text }
    cursor.report(
      .badValue(String(text.prefix(40)), expected: "a short text on one line", choices: []))
    return nil
  }

  private func header(_ cursor: Cursor) -> FileFormat.Header? {
    let expected = "none, a line such as 3, or lines such as 3-4"
    guard let text = cursor.text(expected) else { return nil }
    if text == "none" { return FileFormat.Header.none }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      .map { $0.allSatisfy(\.isASCIIDigit) ? Int($0) ?? 0 : 0 }
    let first = parts.first ?? 0
    let last = parts.last ?? 0
    if parts.count <= 2, (1...100_000).contains(first), (first...first + 15).contains(last) {
      return .lines(first...last)
    }
    cursor.report(.badValue(text, expected: expected, choices: []))
    return nil
  }

  /// A sheet, whose name may be a number.
  private func sheet(_ cursor: Cursor) -> FileFormat.Table? {
    cursor.text("the name of a sheet").map { .named($0) }
  }

  /// A table by its number, or where it is none by its name.
  private func table(_ cursor: Cursor) -> FileFormat.Table? {
    guard let text = cursor.text("the number or name of a table") else { return nil }
    guard text.allSatisfy({ $0.isASCIIDigit || $0 == "-" }) else { return .named(text) }
    return cursor.wholeNumber(in: 1...10_000).map { .number($0) }
  }

  private func decimal(_ cursor: Cursor) -> UInt8? {
    guard let text = cursor.text("a decimal sign") else { return nil }
    switch text {
    case ".", "point": return UInt8(ascii: ".")
    case ",", "comma": return UInt8(ascii: ",")
    default:
      cursor.report(.badValue(text, expected: "a decimal sign", choices: ["\".\"", "\",\""]))
      return nil
    }
  }
}

extension Cursor {
  /// Notes that the key of this value contradicts another one.
  func reportConflict(_ key: String, with other: String, _ reason: String) {
    log.add(.conflict(key, with: other, because: reason), at: keyPlace)
  }
}

extension Character {
  /// Whether it is one of `0` to `9`.
  var isASCIIDigit: Bool { isASCII && isNumber }
}
