/// On which line of its file each record of a text begins, without a number for every record.
///
/// Records mostly begin equally many lines apart, so that only the places where that changes are kept.
struct RecordLines {
  private struct Stretch {
    let record: Int
    let line: Int
    /// How many lines lie between two records.
    var step: Int
  }

  private static let limit = 1 << 16

  private var stretches: [Stretch] = []
  /// How many records there are, and how many of them have a line.
  private(set) var count = 0
  private var known = 0

  /// Adds the next record's line, from 1.
  mutating func add(_ line: Int) {
    defer { count += 1 }
    guard known == count else { return }
    if var last = stretches.last {
      if count == last.record + 1 {
        last.step = line - last.line
        stretches[stretches.count - 1] = last
        known += 1
        return
      }
      if line == last.line + (count - last.record) * last.step {
        known += 1
        return
      }
    }
    guard stretches.count < RecordLines.limit else { return }
    stretches.append(Stretch(record: count, line: line, step: 0))
    known += 1
  }

  /// The line of a record, both from 1; nil where there is no such record, or where too much changed
  /// before it to be kept.
  ///
  /// - Complexity: logarithmic in the number of stretches.
  func line(of record: Int) -> Int? {
    guard record >= 1, record <= known else { return nil }
    var low = 0
    var high = stretches.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if stretches[middle].record <= record - 1 { low = middle } else { high = middle }
    }
    let stretch = stretches[low]
    return stretch.line + (record - 1 - stretch.record) * stretch.step
  }
}
