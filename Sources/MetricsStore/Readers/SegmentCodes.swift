/// Numbers the different combinations of dimension values, from 0, as they first appear.
struct SegmentCodes: Sendable {
  /// How many dimensions a combination has.
  let dimensions: Int
  /// For each dimension after the first the combinations up to it: of the combination before it and
  /// its value.
  private var steps: [KeyCodes]
  /// How many values of the first dimension there are.
  private var firstCount: Int32

  /// For combinations of so many dimensions.
  init(dimensions: Int) {
    self.dimensions = dimensions
    steps = Array(repeating: KeyCodes(), count: max(0, dimensions - 1))
    firstCount = dimensions == 0 ? 1 : 0
  }

  /// How many different combinations there are.
  var count: Int { steps.last?.count ?? Int(firstCount) }

  /// The code of a combination up to the first dimension: its value's own, as these too are numbered as
  /// they appear.
  @inline(__always)
  mutating func begin(_ value: Int32) -> Int32 {
    firstCount = max(firstCount, value + 1)
    return value
  }

  /// The code of a combination up to a later dimension, given that up to the one before.
  @inline(__always)
  mutating func extend(_ code: Int32, _ dimension: Int, _ value: Int32) -> Int32 {
    steps[dimension - 1].code(code, value)
  }

  /// The code of a combination, new or known; it has one value per dimension.
  mutating func code(_ values: [Int32]) -> Int32 {
    guard var code = values.first.map({ begin($0) }) else { return 0 }
    for dimension in 1..<max(1, dimensions) {
      code = extend(code, dimension, values[dimension])
    }
    return code
  }

  /// The values of a combination.
  func values(_ code: Int) -> [Int32] {
    guard dimensions > 0 else { return [] }
    var code = Int32(code)
    var values: [Int32] = []
    for step in steps.reversed() {
      let (before, value) = step.pair(Int(code))
      values.append(value)
      code = before
    }
    values.append(code)
    return values.reversed()
  }
}
