/// Pages of one or several tables for the same panel, segment and days, read as one.
struct JoinedPage {
  private let entries: ArraySlice<PagesBySegment.Entry>
  private let parts: [MergedTables.Part]
  private let layout: DailyLayout

  /// At least one page.
  init(
    _ entries: ArraySlice<PagesBySegment.Entry>, _ parts: [MergedTables.Part],
    _ layout: DailyLayout
  ) {
    self.entries = entries
    self.parts = parts
    self.layout = layout
  }

  /// Calls the body with each figure that has a weight, in the order of days.
  @inline(__always)
  func visit(
    _ body: (_ aggregate: Int, _ day: Int32, _ value: Double, _ weight: Double) -> Void
  ) {
    guard let first = entries.first else { return }
    let aggregates = layout.panels[Int(first.place >> 32)]
    let panel = DailyTable.Panel(width: aggregates.count)
    let start = first.days << panel.dayBits
    for day in 0..<1 << Int(panel.dayBits) {
      for (position, aggregate) in aggregates.enumerated() {
        let index = day * aggregates.count + position
        guard let pair = pair(at: index, aggregate) else { continue }
        body(aggregate, start + Int32(day), pair.value, pair.weight)
      }
    }
  }

  /// The figure at a position of the pages; nil where it has no weight.
  @inline(__always)
  func pair(at index: Int, _ aggregate: Int) -> (value: Double, weight: Double)? {
    let weight = sum(2 * aggregate + 1) { ($0 + index).weight }
    guard weight != 0 else { return nil }
    switch layout.kinds[aggregate] {
    case .min: return (extreme(at: index) { Swift.min($0, $1) }, weight)
    case .max: return (extreme(at: index) { Swift.max($0, $1) }, weight)
    case .sum, .mean, .count: return (sum(2 * aggregate) { ($0 + index).value }, weight)
    }
  }

  /// The sum of what stands at an address of each page, in units at a position of `places`.
  @inline(__always)
  private func sum(
    _ unit: Int, _ address: (UnsafeMutablePointer<Figure>) -> UnsafeMutablePointer<Int64>
  ) -> Double {
    let first = entries[entries.startIndex]
    let part = parts[Int(first.part)]
    let units = address(first.figures)
    if entries.count == 1, part.carries.isEmpty {
      let places = part.places[unit]
      if places == 0, units.pointee.magnitude <= 1 << 53 { return Double(units.pointee) }
      var sum = ExactSum()
      sum.add(units.pointee, carry: 0, times: 1)
      return sum.number(places: places)
    }
    return exactSum(unit, address)
  }

  private func exactSum(
    _ unit: Int, _ address: (UnsafeMutablePointer<Figure>) -> UnsafeMutablePointer<Int64>
  ) -> Double {
    let finest = entries.reduce(0) { max($0, parts[Int($1.part)].places[unit]) }
    var sum = ExactSum()
    for entry in entries {
      let part = parts[Int(entry.part)]
      let units = address(entry.figures)
      sum.add(
        units.pointee, carry: part.carries[units] ?? 0,
        times: ExactDecimal.powersOfTen[Int(finest - part.places[unit])])
    }
    return sum.number(places: finest)
  }

  /// The least or greatest of the numbers at a position of the pages.
  private func extreme(at index: Int, _ better: (Double, Double) -> Double) -> Double {
    var found: Double?
    for entry in entries where entry.figures[index].weight != 0 {
      let value = Double(bitPattern: UInt64(bitPattern: entry.figures[index].value))
      found = found.map { better($0, value) } ?? value
    }
    return found ?? 0
  }
}
