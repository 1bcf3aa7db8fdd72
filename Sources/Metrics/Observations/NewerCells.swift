/// Cells that came after those of `DailyCells` were brought together, in the order of segments and days.
struct NewerCells: Sendable {
  private var entries: [(segment: Int, cell: DailyCells.Cell)] = []

  /// Whether there is none.
  var isEmpty: Bool { entries.isEmpty }

  /// How many there are.
  var count: Int { entries.count }

  /// Puts cells in; the last one of a segment and day counts.
  ///
  /// - Complexity: linear in those in it, n log n in those put in.
  mutating func put(_ cells: [(segment: Int, cell: DailyCells.Cell)]) {
    let added = cells.sorted { NewerCells.place($0) < NewerCells.place($1) }
    var merged: [(segment: Int, cell: DailyCells.Cell)] = []
    merged.reserveCapacity(entries.count + added.count)
    var next = 0
    for entry in added {
      while next < entries.count, NewerCells.place(entries[next]) < NewerCells.place(entry) {
        merged.append(entries[next])
        next += 1
      }
      if next < entries.count, NewerCells.place(entries[next]) == NewerCells.place(entry) {
        next += 1
      }
      if let last = merged.last, NewerCells.place(last) == NewerCells.place(entry) {
        merged.removeLast()
      }
      merged.append(entry)
    }
    merged += entries[next...]
    entries = merged
  }

  /// The cells of a segment on the days of a range, in order.
  func cells(of segment: Int, in range: DayRange) -> some Sequence<DailyCells.Cell> {
    let start = first(from: (segment, range.start.number))
    let end = first(from: (segment, range.end.number))
    return entries[start..<max(start, end)].lazy.map(\.cell)
  }

  private static func place(_ entry: (segment: Int, cell: DailyCells.Cell)) -> (Int, Int32) {
    (entry.segment, entry.cell.day)
  }

  /// The position of the first cell that does not stand before a place.
  private func first(from place: (Int, Int32)) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if NewerCells.place(entries[middle]) < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
