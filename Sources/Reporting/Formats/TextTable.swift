/// How many columns of a screen a text takes; an argument, since only the screen's side knows.
public typealias TextMeasure = @Sendable (String) -> Int

/// Cells in aligned columns, for people.
struct TextTable {
  /// A column: its title, on which side its cells stand, and whether it is there without any.
  struct Column: Hashable {
    let title: String
    let isNumber: Bool
    let isOptional: Bool

    static func text(_ title: String, isOptional: Bool = false) -> Column {
      Column(title: title, isNumber: false, isOptional: isOptional)
    }

    static func number(_ title: String, isOptional: Bool = false) -> Column {
      Column(title: title, isNumber: true, isOptional: isOptional)
    }
  }

  /// A text with what it means.
  struct Cell: Hashable, ExpressibleByStringLiteral {
    let text: String
    let tone: Tone
    /// Whether it is the name of something outside, a file, whose signs are not replaced.
    let isName: Bool

    init(_ text: String, _ tone: Tone = .plain, isName: Bool = false) {
      self.text = text
      self.tone = tone
      self.isName = isName
    }

    init(stringLiteral text: String) { self.init(text) }

    /// A number that is there, else a faint dash.
    init(number: String?, _ tone: Tone = .plain) {
      self.init(number ?? "–", number == nil ? .faint : tone)
    }
  }

  private let columns: [Column]
  private let rows: [[Cell]]

  /// A table; optional columns without any cell are left out.
  init(_ columns: [Column], rows: [[Cell]]) {
    let kept = columns.indices.filter { index in
      !columns[index].isOptional || rows.contains { !$0[index].text.isEmpty }
    }
    self.columns = kept.map { columns[$0] }
    self.rows = rows.map { row in kept.map { row[$0] } }
  }

  /// The table with its titles, two spaces between columns and none at the ends of lines.
  func text(with pen: Pen) -> String {
    let lines = ([columns.map { Cell($0.title, .heading) }] + rows).map { cells in
      cells.map { Cell($0.isName ? $0.text : pen.spelled($0.text), $0.tone) }
    }
    let widths = columns.indices.map { index in
      lines.map { pen.columns(of: $0[index].text) }.max() ?? 0
    }
    return lines.map { cells in
      var line = ""
      for (index, cell) in cells.enumerated() {
        let space = String(repeating: " ", count: widths[index] - pen.columns(of: cell.text))
        let gap = index == 0 ? "" : "  "
        let text = pen.colored(cell.text, cell.tone)
        line += gap + (columns[index].isNumber ? space + text : text + space)
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
