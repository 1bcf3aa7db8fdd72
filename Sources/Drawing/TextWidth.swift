/// How many cells a text takes, by our own table, whatever the C library thinks.
public struct TextWidth: Hashable, Sendable {
  /// Whether characters of ambiguous width (`─ … ● ×`) take two cells, as in some Japanese terminals.
  public let ambiguousIsWide: Bool

  /// A measure for a terminal of one kind or the other.
  public init(ambiguousIsWide: Bool) {
    self.ambiguousIsWide = ambiguousIsWide
  }

  /// Ambiguous characters take one cell.
  public static let standard = TextWidth(ambiguousIsWide: false)

  /// The cells of one scalar: 0, 1 or 2; controls count as the one-cell mark they are drawn as.
  ///
  /// O(log n) in the number of ranges, O(1) below U+0300 but for the ambiguous ones.
  public func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x80 { return 1 }
    if value >= 0x300, Self.contains(value, in: WidthTable.zero) { return 0 }
    if value < 0x300, value != 0xAD { return isWideByChoice(value) ? 2 : 1 }
    if value == 0xAD { return 0 }
    if value >= 0x1100, Self.contains(value, in: WidthTable.wide) { return 2 }
    return isWideByChoice(value) ? 2 : 1
  }

  /// The cells of one character as it is drawn.
  public func columns(of character: Character) -> Int {
    columns(of: String(character))
  }

  /// The cells of a text as it is drawn: made printable, joined emoji reduced to their first.
  ///
  /// O(n) in the length of the text.
  public func columns(of text: String) -> Int {
    if Self.isPlain(text) { return text.utf8.count }
    return PrintableCells(text, width: self).reduce(0) { $0 + $1.columns }
  }

  /// The text, or as much of it as leaves room for the ellipsis, made printable.
  ///
  /// Empty if not even the ellipsis has room.
  public func fitted(_ text: String, columns limit: Int, ellipsis: String = "…") -> String {
    if limit > 0, Self.isPlain(text), text.utf8.count <= limit { return text }
    var result = ""
    for cell in fittedCells(text, columns: limit, ellipsis: ellipsis) { result += cell.text }
    return result
  }

  /// The text cut or filled with spaces to exactly this many cells.
  public func padded(
    _ text: String, columns: Int, alignment: Alignment = .left, ellipsis: String = "…"
  ) -> String {
    let kept = fitted(text, columns: columns, ellipsis: ellipsis)
    let free = max(0, columns - self.columns(of: kept))
    let before =
      switch alignment {
      case .left: 0
      case .right: free
      case .center: free / 2
      }
    return String(repeating: " ", count: before) + kept
      + String(repeating: " ", count: free - before)
  }

  /// The cells of ``fitted(_:columns:ellipsis:)``, one by one.
  func fittedCells(_ text: String, columns limit: Int, ellipsis: String) -> [PrintableCell] {
    guard limit > 0 else { return [] }
    var cells: [PrintableCell] = []
    var used = 0
    for cell in PrintableCells(text, width: self) {
      if used + cell.columns > limit {
        return cut(cells, to: limit, ellipsis: ellipsis)
      }
      cells.append(cell)
      used += cell.columns
    }
    return cells
  }

  /// The beginning of the cells with the ellipsis at its end, together within the limit.
  private func cut(_ cells: [PrintableCell], to limit: Int, ellipsis: String) -> [PrintableCell] {
    let mark = Array(PrintableCells(ellipsis, width: self))
    let room = limit - mark.reduce(0) { $0 + $1.columns }
    guard room >= 0 else { return [] }
    var kept: [PrintableCell] = []
    var used = 0
    for cell in cells {
      if used + cell.columns > room { break }
      used += cell.columns
      kept.append(cell)
    }
    return kept + mark
  }

  /// Whether every byte is a printable ASCII character, so that cells are bytes.
  static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }

  private func isWideByChoice(_ value: UInt32) -> Bool {
    ambiguousIsWide && Self.contains(value, in: WidthTable.ambiguous)
  }

  /// Binary search among pairs of first and last.
  private static func contains(_ value: UInt32, in ranges: [UInt32]) -> Bool {
    var low = 0
    var high = ranges.count / 2
    while low < high {
      let middle = (low + high) / 2
      if value > ranges[2 * middle + 1] {
        low = middle + 1
      } else if value < ranges[2 * middle] {
        high = middle
      } else {
        return true
      }
    }
    return false
  }
}

/// Where a text stands in a space wider than itself.
public enum Alignment: Hashable, Sendable {
  /// At the left.
  case left
  /// In the middle, left of it by half a cell if need be.
  case center
  /// At the right.
  case right
}
