extension DailyTable {
  /// Adds the figures of another table of the same panels; `segments` gives for each of its segments
  /// the code that it has here.
  mutating func join(_ other: borrowing DailyTable, segments: [Int32]) {
    var finer: [Int32] = []
    for unit in places.indices {
      refine(unit, to: other.places[unit])
      finer.append(places[unit] - other.places[unit])
    }
    for page in other.pages {
      let panel = page.series % panels.count
      let segment = segments[page.series / panels.count]
      let bits = panels[panel].dayBits
      let own = figures(segment: segment, panel: panel, day: page.days << bits)
      add(page.figures, of: other, panel, finer, to: own)
    }
  }

  private mutating func add(
    _ figures: UnsafeMutablePointer<Figure>, of other: borrowing DailyTable, _ panel: Int,
    _ finer: [Int32], to own: UnsafeMutablePointer<Figure>
  ) {
    let aggregates = aggregates[panel]
    for index in 0..<panels[panel].pageSize {
      let isZero = figures[index].weight == 0 && figures[index].value == 0
      if isZero, other.carries.isEmpty { continue }
      let aggregate = aggregates[index % aggregates.count]
      let (from, to) = (figures + index, own + index)
      switch kinds[aggregate] {
      case .min, .max:
        guard from.pointee.weight != 0 else { continue }
        let value = Double(bitPattern: UInt64(bitPattern: from.pointee.value))
        DailyTable.take(value, isLeast: kinds[aggregate] == .min, into: to)
      case .sum, .mean, .count:
        add(from.value, finer: finer[2 * aggregate], of: other, to: to.value)
      }
      add(from.weight, finer: finer[2 * aggregate + 1], of: other, to: to.weight)
    }
  }

  private mutating func add(
    _ sum: UnsafeMutablePointer<Int64>, finer: Int32, of other: borrowing DailyTable,
    to own: UnsafeMutablePointer<Int64>
  ) {
    let factor = ExactDecimal.powersOfTen[Int(finer)]
    add(wide: Int128(sum.pointee) * factor, to: own)
    guard !other.carries.isEmpty, let carried = other.carries[sum] else { return }
    carry(carried &* factor, to: own)
  }
}
