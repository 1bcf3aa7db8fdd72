/// One file of the workspace: its path inside the folder, and its text.
struct ExportFile: Equatable {
  var path: String
  var text: String

  init(path: String, text: String) {
    self.path = path
    self.text = text
  }

  /// A table of fields, written as RFC 4180 has it, with the habits of the tool it imitates.
  init(
    path: String, preamble: String = "", header: [String], rows: [[String]],
    habits: WritingHabits = []
  ) {
    let end = habits.contains(.windowsLines) ? "\r\n" : "\n"
    var text = habits.contains(.byteOrderMark) ? "\u{feff}" : ""
    text += preamble
    text += Self.line(header, habits) + end
    for row in rows { text += Self.line(row, habits) + end }
    self.init(path: path, text: text)
  }

  private static func line(_ fields: [String], _ habits: WritingHabits) -> String {
    var line = ""
    for (position, field) in fields.enumerated() {
      if position > 0 { line += "," }
      let quoted =
        habits.contains(.quotesAll)
        || field.utf8.contains { $0 == 0x2c || $0 == 0x22 || $0 == 0x0a || $0 == 0x0d }
      line += quoted ? "\"" + doubled(field) + "\"" : field
    }
    return line
  }

  private static func doubled(_ field: String) -> String {
    guard field.utf8.contains(0x22) else { return field }
    return field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
  }
}

/// What a tool does to every file that it writes.
struct WritingHabits: OptionSet {
  let rawValue: Int
  static let byteOrderMark = WritingHabits(rawValue: 1)
  static let windowsLines = WritingHabits(rawValue: 2)
  static let quotesAll = WritingHabits(rawValue: 4)
}

/// `12345` as `12,345`.
func grouped(_ number: Int) -> String {
  number < 1000
    ? "\(number)" : grouped(number / 1000) + "," + String(String(1000 + number % 1000).dropFirst())
}

/// Hundredths as `123.45`.
func decimal(hundredths: Int) -> String { "\(hundredths / 100).\(twoDigits(hundredths % 100))" }
