extension DailyTable {
  /// What a summed aggregate comes to over all segments and days; nil where it is too large.
  ///
  /// - Complexity: linear in the pages.
  func total(of aggregate: Int) -> ExactDecimal? {
    var sum: Int128 = 0
    for panel in panels.indices {
      guard let position = aggregates[panel].firstIndex(of: aggregate) else { continue }
      let shape = panels[panel]
      for page in pages where page.series % panels.count == panel {
        for day in 0..<1 << Int(shape.dayBits) {
          let units = (page.figures + (day * shape.width + position)).value
          let carried = carries[units] ?? 0
          guard carried.magnitude < 1 << 60 else { return nil }
          let (next, isOver) = sum.addingReportingOverflow(
            Int128(units.pointee) + carried << 64)
          guard !isOver else { return nil }
          sum = next
        }
      }
    }
    let shift = ExactDecimal.places - Int(places[2 * aggregate])
    let (units, isOver) = sum.multipliedReportingOverflow(by: ExactDecimal.powersOfTen[shift])
    return isOver ? nil : ExactDecimal(units: units)
  }
}
