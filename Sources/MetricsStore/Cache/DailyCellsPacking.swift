import Metrics

extension ByteWriter {
  /// Writes daily figures: the days of each segment as runs, then each column as a block.
  mutating func write(_ cells: DailyCells) {
    let cells = cells.settled
    write(count: cells.days.count)
    for segment in 0..<cells.segmentCount {
      write(days: cells.days[cells.offsets[segment]..<cells.offsets[segment + 1]])
    }
    write(column: cells.values)
    write(column: cells.weights)
  }
}

extension ByteReader {
  /// The next daily figures, of so many segments.
  mutating func dailyCells(segments: Int) throws(CacheDamage) -> DailyCells {
    // Each cell takes at least a byte of each column.
    let count = try count(ofBytes: 2)
    var offsets = [0]
    offsets.reserveCapacity(segments + 1)
    var days: [Int32] = []
    days.reserveCapacity(count)
    for _ in 0..<segments {
      try self.days(atMost: count - days.count, into: &days)
      offsets.append(days.count)
    }
    guard days.count == count else { throw CacheDamage() }
    let values = try column(count)
    let weights = try column(count)
    guard
      let cells = DailyCells(checking: offsets, days: days, values: values, weights: weights)
    else { throw CacheDamage() }
    return cells
  }
}
