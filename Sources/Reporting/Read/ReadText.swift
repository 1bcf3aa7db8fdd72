public import Metrics

// What is in a file, for people.
extension ExportOutline {
  /// How the file is written, its tables with their columns, what is none, and the issues.
  public func text(with pen: Pen) -> String {
    var parts = [format(with: pen)]
    parts += tables.map { $0.text(with: pen) }
    if tables.isEmpty { parts.append(pen.words("no table\n", "表なし\n")) }
    if !leftOut.isEmpty { parts.append(leftOutText(with: pen)) }
    parts.append(issues.map { $0.text(with: pen) }.joined())
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func format(with pen: Pen) -> String {
    var facts: [(String, String)] = [(pen.words("file", "ファイル"), file.string)]
    facts.append((pen.words("form", "形式"), form + (isCompressed ? " (gzip)" : "")))
    if let encoding {
      facts.append((pen.words("encoding", "文字コード"), "\(encoding.name) (\(encoding.evidence))"))
    }
    if let dialect {
      let none = pen.words("none", "なし")
      let byte: (UInt8?) -> String = { $0.map { ByteWords($0).text } ?? none }
      let spaces = dialect.skipsSpaces ? pen.words(" and spaces", "＋空白") : ""
      facts.append((pen.words("delimiter", "区切り"), byte(dialect.delimiter) + spaces))
      facts.append((pen.words("quote", "引用符"), byte(dialect.quote)))
      if let escape = dialect.escape {
        facts.append((pen.words("escape", "エスケープ"), ByteWords(escape).text))
      }
      if !dialect.lineEnds.isEmpty {
        facts.append((pen.words("line ends", "改行"), dialect.lineEnds))
      }
    }
    let width = facts.map { pen.columns(of: $0.0) }.max() ?? 0
    return facts.map { name, value in
      let space = String(repeating: " ", count: width - pen.columns(of: name) + 2)
      return pen.colored(name, .heading) + space + pen.spelled(value) + "\n"
    }.joined()
  }

  private func leftOutText(with pen: Pen) -> String {
    let rows = leftOut.prefix(100).map { left in
      [
        TextTable.Cell(ExportOutline.words(left.lines)),
        TextTable.Cell(left.word(with: pen)),
      ]
    }
    let columns: [TextTable.Column] = [
      .number(pen.words("LINES", "行")), .text(pen.words("LEFT OUT AS", "除外")),
    ]
    return TextTable(columns, rows: rows).text(with: pen)
  }

  /// `3` or `3–5`.
  static func words(_ lines: ClosedRange<Int>) -> String {
    lines.count == 1 ? "\(lines.lowerBound)" : "\(lines.lowerBound)–\(lines.upperBound)"
  }
}

extension ExportOutline.LeftOut {
  fileprivate func word(with pen: Pen) -> String {
    switch reason {
    case "blank": pen.words("blank", "空行")
    case "preamble": pen.words("above a table", "表の前")
    default: pen.words("below a table", "表の後")
    }
  }
}

extension ExportOutline.Table {
  fileprivate func text(with pen: Pen) -> String {
    var title = pen.words("table \(number)", "表\(number)")
    if let name { title += pen.words(": ", "：") + name.string }
    var line = pen.colored(pen.spelled(title), .heading) + "\n"
    let headerWords =
      header.map { pen.words("header on ", "見出し ") + ExportOutline.words($0) }
      ?? pen.words("no header", "見出しなし")
    let count = ReadableNumber.fixed(Double(rows), decimals: 0)
    let rowWords = pen.words("\(count) \(rows == 1 ? "row" : "rows")", "\(count)行")
    let place = lines.map { pen.words(" on ", " ") + ExportOutline.words($0) } ?? ""
    line += pen.spelled(headerWords + pen.words(", ", "、") + rowWords + place) + "\n"
    let table = TextTable(
      [
        .text(pen.words("COLUMN", "列")), .text(pen.words("TYPE", "種類")),
        .number(pen.words("MISSING", "欠損")),
      ],
      rows: columns.map { column in
        [
          TextTable.Cell(column.name.string), TextTable.Cell(column.type),
          TextTable.Cell(ReadableNumber.fixed(Double(column.missing), decimals: 0)),
        ]
      })
    return line + (columns.isEmpty ? "" : table.text(with: pen))
  }
}
