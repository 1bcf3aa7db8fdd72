/// Figures by segment and day, filled row by row.
struct DailyTable: Sendable {
  /// The pair of each aggregate at each cell: `value` and `weight` of `DailyCells`.
  private var values: [Double] = []
  private var weights: [Double] = []
  /// The cells' segments and days, in the order of their first rows.
  private(set) var keys: [UInt64] = []
  private var table: [Int32] = []
  private var lastKey: UInt64 = .max
  private var lastCell = 0

  /// How many aggregates each cell has.
  let width: Int
  /// Which texts, by code, each distinct measure saw in which cell.
  private(set) var distinct: [SeenCodes]

  /// An empty table for so many aggregates and distinct measures.
  init(aggregates: Int, distinct: Int) {
    width = aggregates
    self.distinct = Array(repeating: SeenCodes(), count: distinct)
  }

  /// How many cells there are.
  var count: Int { keys.count }

  /// The segment of a cell.
  func segment(_ cell: Int) -> Int { Int(keys[cell] >> 32) }

  /// The day of a cell, by its number.
  func day(_ cell: Int) -> Int32 { Int32(bitPattern: UInt32(truncatingIfNeeded: keys[cell])) }

  /// The pair of an aggregate in a cell.
  @inline(__always)
  func pair(_ aggregate: Int, _ cell: Int) -> (value: Double, weight: Double) {
    (values[cell * width + aggregate], weights[cell * width + aggregate])
  }

  /// The cell of a segment on a day, made where it is new.
  @inline(__always)
  mutating func cell(segment: Int32, day: Int32) -> Int {
    let key = UInt64(UInt32(bitPattern: segment)) << 32 | UInt64(UInt32(bitPattern: day))
    if key == lastKey { return lastCell }
    lastKey = key
    lastCell = lookUp(key)
    return lastCell
  }

  /// Adds a row's value to an aggregate of a cell; a sum's or extreme's weight is 1.
  @inline(__always)
  mutating func add(
    _ value: Double, weight: Double, to aggregate: Int, _ kind: Aggregate.Kind,
    at cell: Int
  ) {
    let index = cell * width + aggregate
    switch kind {
    case .sum: values[index] += value
    case .count: break
    case .mean: values[index] += value * weight
    case .min: values[index] = weights[index] > 0 ? Swift.min(values[index], value) : value
    case .max: values[index] = weights[index] > 0 ? Swift.max(values[index], value) : value
    }
    weights[index] += weight
  }

  /// Notes that a distinct measure saw a text in a cell.
  @inline(__always)
  mutating func see(_ code: Int32, by measure: Int, at cell: Int) {
    distinct[measure].insert(UInt64(UInt32(cell)) << 32 | UInt64(UInt32(bitPattern: code)))
  }

  private mutating func lookUp(_ key: UInt64) -> Int {
    if keys.count * 2 >= table.count { grow() }
    let mask = table.count - 1
    var position = SeenCodes.hash(key) & mask
    while table[position] >= 0 {
      if keys[Int(table[position])] == key { return Int(table[position]) }
      position = (position + 1) & mask
    }
    table[position] = Int32(keys.count)
    keys.append(key)
    for _ in 0..<width {
      values.append(0)
      weights.append(0)
    }
    return keys.count - 1
  }

  private mutating func grow() {
    let size = max(64, table.count * 2)
    var fresh = [Int32](repeating: -1, count: size)
    for (cell, key) in keys.enumerated() {
      var position = SeenCodes.hash(key) & (size - 1)
      while fresh[position] >= 0 { position = (position + 1) & (size - 1) }
      fresh[position] = Int32(cell)
    }
    table = fresh
  }
}

/// A set of pairs of cell and text code, packed into 64 bits: the cell above, the code below.
struct SeenCodes: Sendable {
  /// Each pair once, in the order of first appearance.
  private(set) var pairs: [UInt64] = []
  private var table: [Int32] = []

  /// Puts a pair in.
  @inline(__always)
  mutating func insert(_ pair: UInt64) {
    if pairs.count * 2 >= table.count { grow() }
    let mask = table.count - 1
    var position = SeenCodes.hash(pair) & mask
    while table[position] >= 0 {
      if pairs[Int(table[position])] == pair { return }
      position = (position + 1) & mask
    }
    table[position] = Int32(pairs.count)
    pairs.append(pair)
  }

  private mutating func grow() {
    let size = max(64, table.count * 2)
    var fresh = [Int32](repeating: -1, count: size)
    for (index, pair) in pairs.enumerated() {
      var position = SeenCodes.hash(pair) & (size - 1)
      while fresh[position] >= 0 { position = (position + 1) & (size - 1) }
      fresh[position] = Int32(index)
    }
    table = fresh
  }

  @inline(__always)
  static func hash(_ key: UInt64) -> Int {
    var state = key &* 0x9E37_79B9_7F4A_7C15
    state ^= state >> 32
    state = state &* 0xBF58_476D_1CE4_E5B9
    return Int(truncatingIfNeeded: state >> 33)
  }
}
