import Metrics

extension ByteWriter {
  /// Writes what the files of a source came to; the definitions say how it is read by.
  mutating func write(_ merge: SourceMerge, of plan: SourcePlan) {
    let figures = merge.figures
    write(all: figures.values) { $0.write(all: $1) { $0.write($1.string) } }
    write(count: figures.segments.count)
    for dimension in figures.dimensions.indices {
      write(unsigned: figures.segments.map { UInt32(bitPattern: $0[dimension]) })
    }
    for quantity in plan.quantities {
      write(figures.cells[quantity]) { $0.write($1) }
      write(figures.sets[quantity]) { $0.write($1) }
    }
    write(all: merge.dates.dates) { $0.write($1) }
    write(all: merge.issues) { $0.write($1) }
    write(all: merge.replaced) { $0.write(count: $1) }
  }
}

extension ByteReader {
  /// Segments take no byte where a source has no dimension, so that nothing else bounds them.
  private static let segmentLimit = 1 << 24

  /// What the files of a source came to, of so many files.
  mutating func merge(of plan: SourcePlan, files: Int) throws(CacheDamage) -> SourceMerge {
    let values = try all { reader throws(CacheDamage) in
      try reader.all { reader throws(CacheDamage) in SafeText(try reader.text()) }
    }
    guard values.count == plan.source.dimensions.count else { throw CacheDamage() }
    let segments = try self.segments(of: values)
    var cells: [Quantity: DailyCells] = [:]
    var sets: [Quantity: DailySets] = [:]
    for quantity in plan.quantities {
      cells[quantity] = try optional { reader throws(CacheDamage) in
        try reader.dailyCells(segments: segments.count)
      }
      sets[quantity] = try optional { reader throws(CacheDamage) in
        try reader.dailySets(segments: segments.count)
      }
    }
    let dates = try all { reader throws(CacheDamage) in try reader.dayBits() }
    guard dates.count == (plan.identifier == nil ? plan.measures.count : 1) else {
      throw CacheDamage()
    }
    let issues = try all { reader throws(CacheDamage) in try reader.issue() }
    let replaced = try all { reader throws(CacheDamage) in try reader.count(atMost: .max) }
    guard replaced.count == files else { throw CacheDamage() }
    let figures = SourceRollup(
      dimensions: plan.source.dimensions.map(\.name), values: values, segments: segments,
      cells: cells, sets: sets, cadence: plan.source.rowGrain)
    return SourceMerge(
      figures: figures, dates: SourceDates(dates: dates), issues: issues, replaced: replaced)
  }

  /// The value codes of each segment, each one of the values.
  private mutating func segments(of values: [[SafeText]]) throws(CacheDamage) -> [[Int32]] {
    let count = try count(atMost: values.isEmpty ? 1 : min(left, ByteReader.segmentLimit))
    var segments = [[Int32]](repeating: [], count: count)
    for dimension in values {
      let codes = try unsigned(count)
      for (segment, code) in codes.enumerated() {
        guard code < dimension.count else { throw CacheDamage() }
        segments[segment].append(Int32(code))
      }
    }
    return segments
  }
}
