/// The sum of the data rows of a column, and how much rounding may have moved it.
struct ColumnSum: Hashable, Sendable {
  /// The sum; nil where it became too large to be exact.
  private(set) var value: ExactDecimal? = .zero
  /// By how much the numbers before they were rounded may add up to something else.
  private(set) var slack = ExactDecimal.zero

  /// Nothing added yet.
  init() {}

  /// A sum that is known, of numbers each shown with so many digits behind the point.
  init(_ value: ExactDecimal?, rows: Int, places: Int) {
    self.value = value
    guard places > 0, let half = ExactDecimal(Int64(clamping: rows) * 5, exponent: -places - 1)
    else { return }
    slack = half
  }

  /// Adds a number; whole ones are taken to be exact, others to be rounded at their last digit.
  mutating func add(_ number: WrittenNumber) {
    if var sum = value { value = sum.add(number.value) ? sum : nil }
    let isExact = number.places == 0 && number.unit == nil && !number.isPercent
    if !isExact, let half = ExactDecimal(5, exponent: number.resolution - 1) { _ = slack.add(half) }
  }
}
