/// The daily figures of one quantity, by segment: for each segment its days in order.
///
/// A cell is a pair. What it means depends on the roll-up:
/// - sum, count, first, last: the day's value, and how many rows it was made of;
/// - mean: the weighted sum, and the sum of weights;
/// - min, max: the day's extreme, and how many rows it was made of.
public struct DailyCells: Hashable, Sendable {
  /// Where each segment's cells begin; one more at the end.
  public let offsets: [Int]
  /// The day of each cell, as `Day.number`.
  public let days: [Int32]
  /// The first of each cell's pair.
  public let values: [Double]
  /// The second of each cell's pair.
  public let weights: [Double]
  /// Cells that came later, and stand instead of those above of the same segment and day.
  private(set) var newer = NewerCells()

  /// A cell of a segment, for making the columns.
  public struct Cell: Hashable, Sendable {
    /// The day, as `Day.number`.
    public var day: Int32
    /// The first of the pair.
    public var value: Double
    /// The second of the pair.
    public var weight: Double

    /// A pair on a day.
    public init(day: Int32, value: Double, weight: Double) {
      self.day = day
      self.value = value
      self.weight = weight
    }
  }

  /// Cells by segment code; each segment's must be in the order of days, each day once.
  public init(segments: [[Cell]]) {
    var offsets = [0]
    for cells in segments { offsets.append(offsets[offsets.count - 1] + cells.count) }
    self.offsets = offsets
    let all = segments.joined()
    days = all.map(\.day)
    values = all.map(\.value)
    weights = all.map(\.weight)
  }

  /// Columns from elsewhere; nil where they do not fit together, or a segment's days are not in order.
  ///
  /// - Complexity: linear in the cells.
  public init?(checking offsets: [Int], days: [Int32], values: [Double], weights: [Double]) {
    guard offsets.first == 0, offsets.last == days.count, values.count == days.count,
      weights.count == days.count
    else { return nil }
    for segment in 0..<offsets.count - 1 {
      let (start, end) = (offsets[segment], offsets[segment + 1])
      guard start <= end, end <= days.count else { return nil }
      for index in start..<end where index > start && days[index - 1] >= days[index] { return nil }
    }
    self.init(offsets: offsets, days: days, values: values, weights: weights)
  }

  /// Cells in columns: those of each segment stand from one offset up to the next, in the order of
  /// days, each day once; there is one more offset at the end.
  public init(offsets: [Int], days: [Int32], values: [Double], weights: [Double]) {
    self.offsets = offsets
    self.days = days
    self.values = values
    self.weights = weights
  }

  /// How many segments there are.
  public var segmentCount: Int { offsets.count - 1 }

  /// Calls the body with each cell of the segment whose day lies in the range, in order.
  func forEach(
    segment: Int, in range: DayRange,
    _ body: (_ day: Int32, _ value: Double, _ weight: Double) -> Void
  ) {
    guard newer.isEmpty else { return forEachWithNewer(segment: segment, in: range, body) }
    let end = offsets[segment + 1]
    var index = firstIndex(from: offsets[segment], until: end, day: range.start.number)
    while index < end, days[index] < range.end.number {
      body(days[index], values[index], weights[index])
      index += 1
    }
  }

  private func forEachWithNewer(
    segment: Int, in range: DayRange,
    _ body: (_ day: Int32, _ value: Double, _ weight: Double) -> Void
  ) {
    let end = offsets[segment + 1]
    var index = firstIndex(from: offsets[segment], until: end, day: range.start.number)
    for cell in newer.cells(of: segment, in: range) {
      while index < end, days[index] < cell.day {
        body(days[index], values[index], weights[index])
        index += 1
      }
      if index < end, days[index] == cell.day { index += 1 }
      body(cell.day, cell.value, cell.weight)
    }
    while index < end, days[index] < range.end.number {
      body(days[index], values[index], weights[index])
      index += 1
    }
  }

  /// The same cells, but for the given ones, which stand instead of those of the same segment and day,
  /// or beside the others.
  ///
  /// - Complexity: linear in the given ones and in those that were given since all were last brought
  ///   together; now and then in all.
  public func replacing(_ cells: [(segment: Int, cell: Cell)]) -> DailyCells {
    var replaced = self
    replaced.newer.put(cells)
    return replaced.newer.count * 8 > days.count + 4096 ? replaced.settled : replaced
  }

  /// The same cells brought together in their columns.
  public var settled: DailyCells {
    guard !newer.isEmpty else { return self }
    var offsets = [0]
    var days: [Int32] = []
    var values: [Double] = []
    var weights: [Double] = []
    let count = self.days.count + newer.count
    days.reserveCapacity(count)
    values.reserveCapacity(count)
    weights.reserveCapacity(count)
    let everything = DayRange(Day(number: .min), until: Day(number: .max))
    for segment in 0..<self.offsets.count - 1 {
      forEachWithNewer(segment: segment, in: everything) { day, value, weight in
        days.append(day)
        values.append(value)
        weights.append(weight)
      }
      offsets.append(days.count)
    }
    return DailyCells(offsets: offsets, days: days, values: values, weights: weights)
  }

  /// Whether both hold the same figures.
  public static func == (left: DailyCells, right: DailyCells) -> Bool {
    let (left, right) = (left.settled, right.settled)
    return left.offsets == right.offsets && left.days == right.days
      && left.values == right.values && left.weights == right.weights
  }

  /// Feeds how many cells each segment has, and their values.
  public func hash(into hasher: inout Hasher) {
    let settled = settled
    hasher.combine(settled.offsets)
    hasher.combine(settled.values)
  }

  private func firstIndex(from start: Int, until end: Int, day: Int32) -> Int {
    var low = start
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if days[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
