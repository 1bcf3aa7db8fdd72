/// How many columns of a screen a text takes; an argument, since only the screen's side knows.
public typealias TextMeasure = (String) -> Int

/// Cells in aligned columns, for people.
struct TextTable {
  /// A column: its title, and on which side its cells stand.
  struct Column: Hashable {
    let title: String
    let isNumber: Bool

    static func text(_ title: String) -> Column { Column(title: title, isNumber: false) }
    static func number(_ title: String) -> Column { Column(title: title, isNumber: true) }
  }

  private let columns: [Column]
  private let rows: [[String]]

  /// A table; optional columns without any cell are left out.
  init(_ columns: [Column], rows: [[String]], optional: Set<String> = []) {
    let kept = columns.indices.filter { index in
      !optional.contains(columns[index].title) || rows.contains { !$0[index].isEmpty }
    }
    self.columns = kept.map { columns[$0] }
    self.rows = rows.map { row in kept.map { row[$0] } }
  }

  /// The table with its titles, two spaces between columns and none at the ends of lines.
  func text(measuredBy measure: TextMeasure) -> String {
    let lines = [columns.map(\.title)] + rows
    let widths = columns.indices.map { index in lines.map { measure($0[index]) }.max() ?? 0 }
    return lines.map { cells in
      var line = ""
      for (index, cell) in cells.enumerated() {
        let space = String(repeating: " ", count: widths[index] - measure(cell))
        let gap = index == 0 ? "" : "  "
        line += gap + (columns[index].isNumber ? space + cell : cell + space)
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
