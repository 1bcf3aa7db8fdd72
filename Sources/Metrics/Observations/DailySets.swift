/// Which different values, by code, each segment saw on which day: what distinct counts are made of.
public struct DailySets: Hashable, Sendable {
  /// Where each segment's days begin in `days`; one more at the end.
  let offsets: [Int]
  /// The days of each segment in order, as `Day.number`.
  let days: [Int32]
  /// Where each day's codes begin in `codes`; one more at the end.
  let starts: [Int]
  /// The codes seen, each once in a segment on a day.
  let codes: [Int32]
  /// The least code, and how many there are from it to the greatest.
  let least: Int
  let width: Int

  /// Sets by segment code; each segment's must be in the order of days.
  public init(segments: [[(day: Int32, codes: [Int32])]]) {
    let all = segments.joined()
    var offsets = [0]
    for days in segments { offsets.append(offsets[offsets.count - 1] + days.count) }
    var starts = [0]
    for entry in all { starts.append(starts[starts.count - 1] + entry.codes.count) }
    self.init(
      offsets: offsets, days: all.map(\.day), starts: starts, codes: all.flatMap(\.codes))
  }

  /// Sets made of their columns.
  init(offsets: [Int], days: [Int32], starts: [Int], codes: [Int32]) {
    self.offsets = offsets
    self.days = days
    self.starts = starts
    self.codes = codes
    least = Int(codes.min() ?? 0)
    width = Int(codes.max() ?? -1) - least + 1
  }

  /// The codes that a segment saw on the days of a range, by their positions in `codes`.
  func found(segment: Int, in range: DayRange) -> Range<Int> {
    let first = firstDay(of: segment, from: range.start.number)
    let end = firstDay(of: segment, from: range.end.number)
    return starts[first]..<starts[max(first, end)]
  }

  /// The position of a segment's first day that is not before another.
  private func firstDay(of segment: Int, from day: Int32) -> Int {
    var low = offsets[segment]
    var high = offsets[segment + 1]
    while low < high {
      let middle = (low + high) / 2
      if days[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Calls the body with the days of each segment, in order, and the codes seen on each of them.
  public func forEachSegment(_ body: (_ days: [Int32], _ codes: [ArraySlice<Int32>]) -> Void) {
    for segment in 0..<offsets.count - 1 {
      let range = offsets[segment]..<offsets[segment + 1]
      body(Array(days[range]), range.map { codes[starts[$0]..<starts[$0 + 1]] })
    }
  }
}
