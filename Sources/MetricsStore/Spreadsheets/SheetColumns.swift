/// Which columns of a sheet are hidden, and where the others are in a record.
struct SheetColumns {
  /// By columns; empty where none is hidden.
  private var isHidden: [Bool] = []
  private var positions: [Int32] = []
  private let showsHidden: Bool

  /// Columns of which none is hidden yet; `showsHidden` where none is to be.
  init(showsHidden: Bool) { self.showsHidden = showsHidden }

  /// Hides the columns that an element describes, if it says so.
  mutating func take(_ attributes: XMLAttributes) {
    let limit = CellReference.columnLimit
    guard !showsHidden, attributes.isTrue("hidden"),
      let first = attributes["min"].flatMap({ Int($0) }),
      let last = attributes["max"].flatMap({ Int($0) }),
      first >= 1, first <= last, first <= limit
    else { return }
    if isHidden.isEmpty { isHidden = [Bool](repeating: false, count: limit) }
    for column in first...min(last, limit) { isHidden[column - 1] = true }
  }

  /// Numbers the columns that are not hidden; to be called once all are known.
  mutating func place() {
    var next: Int32 = 0
    positions = isHidden.map { isHidden in
      guard !isHidden else { return -1 }
      next += 1
      return next - 1
    }
  }

  /// Whether a column is hidden.
  @inline(__always)
  func isHidden(_ column: Int) -> Bool { !isHidden.isEmpty && isHidden[column] }

  /// Where a column is in a record; below 0 where it is left out.
  @inline(__always)
  func position(_ column: Int) -> Int { positions.isEmpty ? column : Int(positions[column]) }
}
