/// A date that a spreadsheet keeps as a number of days.
struct SerialDate {
  /// From when the days are counted.
  enum Epoch: Hashable, Sendable {
    /// 1 is 1900-01-01, and 60 a 29 February 1900 that never was.
    case year1900
    /// 0 is 1904-01-01.
    case year1904
  }

  /// The date, as `Day.number`.
  let day: Int32

  /// Reads `45839` or `45839.375`, whose fraction is the time; nil for anything else, and for days
  /// outside of 1900 to 2199.
  init?(_ cell: CellBytes, _ epoch: Epoch) {
    guard case .value(let value) = NumberCell(cell), value.units >= 0,
      // The last day of 2199, in the epoch that counts more.
      value.units / ExactDecimal.one.units <= 109_574
    else { return nil }
    let number = Int32(value.units / ExactDecimal.one.units)
    switch epoch {
    case .year1900:
      guard number > 0, number != 60 else { return nil }
      day = number - (number < 60 ? 25_568 : 25_569)
    case .year1904:
      day = number - 24_107
    }
    guard day <= 84_005 else { return nil }
  }
}
