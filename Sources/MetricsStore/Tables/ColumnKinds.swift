/// What the columns of a table hold for the most part, told from some of its rows.
struct ColumnKinds {
  /// A coarse kind: cells of one class stand below one another.
  enum Class: UInt8, Sendable {
    case number, date, time, boolean, link, text

    /// The class of a kind; nil for nothing.
    init?(_ kind: CellKind) {
      switch kind {
      case .empty, .missing: return nil
      case .integer, .number: self = .number
      case .date: self = .date
      case .time: self = .time
      case .boolean: self = .boolean
      case .link: self = .link
      case .code, .word, .text: self = .text
      }
    }
  }

  /// The class of most cells of each column; nil where none holds anything.
  private(set) var classes: [Class?] = []
  /// The share of filled cells that are of that class.
  private(set) var shares: [Double] = []
  /// Whether nearly all filled cells are letters mixed with digits.
  private(set) var areCodes: [Bool] = []

  /// Columns of no table.
  init() {}

  /// Looks at rows. Complexity: O(cells).
  init(_ rows: ArraySlice<RowShape>, width: Int) {
    let count = min(width, RowShape.mostCells)
    for column in 0..<count {
      var counts = [Int](repeating: 0, count: 6)
      var codes = 0
      var filled = 0
      for row in rows where column < row.kinds.count {
        guard let kind = Class(row.kinds[column]) else { continue }
        counts[Int(kind.rawValue)] += 1
        filled += 1
        if row.kinds[column] == .code { codes += 1 }
      }
      let most = counts.indices.max { counts[$0] < counts[$1] } ?? 0
      classes.append(filled == 0 ? nil : Class(rawValue: UInt8(most)))
      shares.append(filled == 0 ? 0 : Double(counts[most]) / Double(filled))
      areCodes.append(filled > 1 && codes * 10 >= filled * 8)
    }
  }

  /// Whether a column holds numbers, dates or the like and hardly anything else.
  func isTyped(_ column: Int) -> Bool {
    guard column < classes.count, let kind = classes[column] else { return false }
    return kind != .text && shares[column] >= 0.6
  }

  /// Whether some column is typed.
  var hasTyped: Bool { classes.indices.contains { isTyped($0) } }

  /// Whether a row's cells suit the columns: typed cells stand in typed columns, and not only texts.
  func suits(_ row: RowShape) -> Bool { suits(row.kinds) }

  /// Whether cells of these kinds suit the columns.
  func suits(_ kinds: [CellKind]) -> Bool {
    var good = 0
    var bad = 0
    for column in kinds.indices where isTyped(column) {
      guard let kind = Class(kinds[column]) else { continue }
      if kind == classes[column] { good += 1 } else { bad += 1 }
    }
    return good > bad || (good == 0 && bad == 0)
  }
}
