/// Numbers the different combinations of dimension values, from 0, as they first appear.
struct SegmentCodes: Sendable {
  /// How many dimensions a combination has.
  let dimensions: Int
  private var known: [Int32] = []
  private var table: [Int32] = []
  private var last: Int32 = -1
  /// How many different combinations there are.
  private(set) var count = 0

  /// For combinations of so many dimensions.
  init(dimensions: Int) {
    self.dimensions = dimensions
  }

  /// The code of a combination, new or known; it has one value per dimension.
  @inline(__always)
  mutating func code(_ values: [Int32]) -> Int32 {
    if last >= 0, holds(last, values) { return last }
    last = lookUp(values)
    return last
  }

  /// The values of a combination.
  func values(_ code: Int) -> [Int32] {
    Array(known[code * dimensions..<(code + 1) * dimensions])
  }

  private mutating func lookUp(_ values: [Int32]) -> Int32 {
    if count * 2 >= table.count { grow() }
    let mask = table.count - 1
    var position = hash(values) & mask
    while table[position] >= 0 {
      if holds(table[position], values) { return table[position] }
      position = (position + 1) & mask
    }
    table[position] = Int32(count)
    known.append(contentsOf: values)
    count += 1
    return Int32(count - 1)
  }

  @inline(__always)
  private func holds(_ code: Int32, _ values: [Int32]) -> Bool {
    let start = Int(code) * dimensions
    for index in 0..<dimensions where known[start + index] != values[index] { return false }
    return true
  }

  private mutating func grow() {
    let size = max(16, table.count * 2)
    var fresh = [Int32](repeating: -1, count: size)
    for code in 0..<count {
      var position = hash(values(code)) & (size - 1)
      while fresh[position] >= 0 { position = (position + 1) & (size - 1) }
      fresh[position] = Int32(code)
    }
    table = fresh
  }

  private func hash(_ values: [Int32]) -> Int {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    for value in values {
      state = (state ^ UInt64(UInt32(bitPattern: value))) &* 0xBF58_476D_1CE4_E5B9
      state ^= state >> 31
    }
    return Int(truncatingIfNeeded: state >> 1)
  }
}
