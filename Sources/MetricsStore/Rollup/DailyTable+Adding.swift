// Adding numbers to sums. The units of a column become finer when a number needs it, and what a sum
// has above 64 bits is kept apart, so that every sum is exact, whatever the order of the rows.
extension DailyTable {
  /// Adds a number to the figure of a step; for a weighted mean it is the product with its weight.
  @inline(__always)
  mutating func add(
    _ amount: Amount, weight: Amount?, by step: DailyLayout.Step,
    to figures: UnsafeMutablePointer<Figure>
  ) {
    let figure = figures + step.position
    switch step.kind {
    case .sum, .mean: add(amount, to: figure.value, step.unit)
    case .count: break
    case .min: DailyTable.take(amount.double, isLeast: true, into: figure)
    case .max: DailyTable.take(amount.double, isLeast: false, into: figure)
    }
    if let weight {
      add(weight, to: figure.weight, step.unit + 1)
    } else {
      figure.pointee.weight &+= 1
    }
  }

  /// Adds a number to a sum whose units are those at a position of `places`.
  @inline(__always)
  mutating func add(_ amount: Amount, to sum: UnsafeMutablePointer<Int64>, _ unit: Int) {
    let shift = places[unit] &- amount.places
    if shift == 0 {
      add(units: amount.digits, to: sum)
    } else {
      addRescaled(amount, to: sum, unit)
    }
  }

  /// Adds so many units to a sum.
  @inline(__always)
  private mutating func add(units: Int64, to sum: UnsafeMutablePointer<Int64>) {
    let (result, isOver) = sum.pointee.addingReportingOverflow(units)
    sum.pointee = result
    if isOver { carry(units < 0 ? -1 : 1, to: sum) }
  }

  @inline(never)
  mutating func carry(_ part: Int128, to sum: UnsafeMutablePointer<Int64>) {
    let carried = (carries[sum] ?? 0) + part
    carries[sum] = carried == 0 ? nil : carried
  }

  private mutating func addRescaled(
    _ amount: Amount, to sum: UnsafeMutablePointer<Int64>, _ unit: Int
  ) {
    let needed = amount.places < 0 ? Int32(ExactDecimal.places) : amount.places
    if needed > places[unit] { refine(unit, to: needed) }
    if amount.places < 0 {
      add(wide: amount.exact.units, to: sum)
    } else {
      let factor = ExactDecimal.powersOfTen[Int(places[unit] - amount.places)]
      add(wide: Int128(amount.digits) * factor, to: sum)
    }
  }

  /// Adds so many units to a sum, which may be more than fit into 64 bits.
  mutating func add(wide units: Int128, to sum: UnsafeMutablePointer<Int64>) {
    let low = Int64(truncatingIfNeeded: units)
    add(units: low, to: sum)
    let high = (units &- Int128(low)) >> 64
    if high != 0 { carry(high, to: sum) }
  }

  /// Has a column count in finer units.
  ///
  /// - Complexity: linear in the table's pages, but at most 18 times for each column.
  mutating func refine(_ unit: Int, to finer: Int32) {
    guard finer > places[unit] else { return }
    let factor = ExactDecimal.powersOfTen[Int(finer - places[unit])]
    places[unit] = finer
    forEachSum(of: unit) { sum, carries in
      let carried = (carries[sum] ?? 0) &* factor
      guard sum.pointee != 0 || carried != 0 else { return }
      let product = Int128(sum.pointee) * factor
      sum.pointee = Int64(truncatingIfNeeded: product)
      let high = carried &+ ((product &- Int128(sum.pointee)) >> 64)
      carries[sum] = high == 0 ? nil : high
    }
  }

  /// Calls the body with every sum whose units are those at a position of `places`.
  private mutating func forEachSum(
    of unit: Int,
    _ body: (UnsafeMutablePointer<Int64>, inout [UnsafeMutablePointer<Int64>: Int128]) -> Void
  ) {
    for panel in panels.indices {
      guard let position = aggregates[panel].firstIndex(of: unit / 2) else { continue }
      let width = panels[panel].width
      for page in pages where page.series % panels.count == panel {
        for day in 0..<1 << Int(panels[panel].dayBits) {
          let figure = page.figures + (day * width + position)
          body(unit % 2 == 0 ? figure.value : figure.weight, &carries)
        }
      }
    }
  }

  /// Takes an extreme into a figure that keeps the least or the greatest.
  @inline(__always)
  static func take(
    _ value: Double, isLeast: Bool, into figure: UnsafeMutablePointer<Figure>
  ) {
    let known = Double(bitPattern: UInt64(bitPattern: figure.pointee.value))
    let isNew = figure.pointee.weight == 0 || (isLeast ? value < known : value > known)
    if isNew { figure.pointee.value = Int64(bitPattern: value.bitPattern) }
  }
}

extension UnsafeMutablePointer<Figure> {
  /// The address of the figure's value.
  @inline(__always)
  var value: UnsafeMutablePointer<Int64> {
    UnsafeMutableRawPointer(self).assumingMemoryBound(to: Int64.self)
  }

  /// The address of the figure's weight.
  @inline(__always)
  var weight: UnsafeMutablePointer<Int64> { value + 1 }
}
