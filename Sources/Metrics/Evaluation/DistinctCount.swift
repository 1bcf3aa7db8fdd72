/// Counts the different codes that segments saw over several days.
///
/// It keeps a bit for each code between two counts, so that a count costs one look at each code.
final class DistinctCount {
  /// A bit for each code; all are 0 between two counts.
  private var marks: [UInt64] = []

  /// How many different codes the segments saw on the days of a range.
  ///
  /// - Complexity: linear in the codes seen on those days, and a bit for every code there is.
  func count(_ sets: DailySets, of segments: [Int], in range: DayRange) -> Int {
    let parts = segments.map { sets.found(segment: $0, in: range) }.filter { !$0.isEmpty }
    let total = parts.reduce(0) { $0 + $1.count }
    // A bit costs a sixty-fourth of a code, and is wiped out whether it was set or not.
    if total < 16 || total < sets.width / 1024 { return sorted(sets, parts, total) }
    let words = (sets.width + 63) / 64
    if marks.count < words { marks = [UInt64](repeating: 0, count: words) }
    let least = sets.least
    return marks.withUnsafeMutableBufferPointer { marks in
      var count: UInt64 = 0
      sets.codes.withUnsafeBufferPointer { codes in
        for part in parts {
          for index in part {
            let code = Int(codes[index]) &- least
            let word = marks[code >> 6]
            count &+= ~(word >> UInt64(code & 63)) & 1
            marks[code >> 6] = word | 1 << UInt64(code & 63)
          }
        }
      }
      for word in 0..<words { marks[word] = 0 }
      return Int(count)
    }
  }

  /// The count of few codes among very many.
  private func sorted(_ sets: DailySets, _ parts: [Range<Int>], _ total: Int) -> Int {
    var seen: [Int32] = []
    seen.reserveCapacity(total)
    for part in parts { seen.append(contentsOf: sets.codes[part]) }
    seen.sort()
    return seen.indices.count { $0 == 0 || seen[$0] != seen[$0 - 1] }
  }
}
