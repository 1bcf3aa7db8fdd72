/// The names of columns, spelled together from the rows of a header.
struct HeaderNames {
  /// One name for each column; empty where the header has none.
  let names: [String]

  /// Joins the parts above one another with spaces. A name over several columns, whose neighbours
  /// are empty, counts for all of them; a first row of internal ids above labels is left out. Names
  /// that are missing where rows have no cells are left out too.
  init(_ rows: [[String]], width: Int) {
    var rows = rows
    if rows.count == 1, HeaderNames.surplus(rows[0], over: width) == rows[0].count(where: \.isEmpty)
    {
      rows[0].removeAll { $0.isEmpty }
    }
    if rows.count > 1, HeaderNames.areIdentifiers(rows[0]), !HeaderNames.areIdentifiers(rows[1]),
      HeaderNames.isFull(rows[0]), HeaderNames.isFull(rows[1])
    {
      rows.removeFirst()
    }
    guard rows.count > 1 else {
      names = rows.first ?? []
      return
    }
    let width = rows.map(\.count).max() ?? 0
    var parts = [[String]](repeating: [], count: width)
    for (number, row) in rows.enumerated() {
      var over = ""
      for column in 0..<width {
        let cell = column < row.count ? row[column] : ""
        if !cell.isEmpty { over = cell }
        let isLast = number == rows.count - 1
        let reaches = !isLast && cell.isEmpty && HeaderNames.isFilled(column, below: number, rows)
        let part = reaches ? over : cell
        if !part.isEmpty { parts[column].append(part) }
      }
    }
    names = parts.map { $0.joined(separator: " ") }
  }

  /// How many names there are more than cells in a row.
  private static func surplus(_ names: [String], over width: Int) -> Int {
    max(0, names.count - width)
  }

  private static func isFilled(_ column: Int, below row: Int, _ rows: [[String]]) -> Bool {
    rows[(row + 1)...].contains { column < $0.count && !$0[column].isEmpty }
  }

  private static func isFull(_ row: [String]) -> Bool { !row.contains { $0.isEmpty } }

  /// Whether all cells look like names of a program: ASCII without spaces, with small letters and
  /// marks between words.
  private static func areIdentifiers(_ row: [String]) -> Bool {
    row.allSatisfy { cell in
      cell.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || "_.:-".utf8.contains(byte)
      } && cell.utf8.contains { "_.:".utf8.contains($0) }
    }
  }
}
