/// A run of digits in a date.
struct DatePart {
  /// The number that they are.
  let value: Int
  /// How many there are.
  let digits: Int

  /// Goes past the digits here; nil where none stands or more than fourteen do.
  init?(_ cursor: inout CellCursor) {
    var ahead = cursor
    var value = 0
    var digits = 0
    while let digit = ahead.digit {
      guard digits < 14 else { return nil }
      value = value * 10 + digit
      digits += 1
      ahead.advance()
    }
    guard digits > 0 else { return nil }
    self.value = value
    self.digits = digits
    cursor = ahead
  }
}
