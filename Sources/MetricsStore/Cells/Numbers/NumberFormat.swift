/// How the numbers of one column are to be understood.
struct NumberFormat: Hashable, Sendable {
  /// What a percentage looks like in the column.
  enum Percent: Hashable, Sendable {
    /// A `%` makes a fraction of the number: 66.67% is 0.6667, and 0.6667 is itself.
    case signed
    /// Numbers are percentages with or without a `%`: 2.2667 is 0.022667.
    case unsigned
  }

  /// What stands before the fraction: a point or a comma. The other one groups thousands.
  let decimal: UInt8
  /// What makes a percentage.
  let percent: Percent
  /// The power of ten that the column's unit is: 3 for 千円, -6 for millionths.
  let exponent: Int
  /// The power of ten by which a number without anything else in its cell is multiplied.
  let plainExponent: Int

  /// A format; without anything said, plain numbers with a decimal point.
  @inline(__always)
  init(
    decimal: UInt8 = UInt8(ascii: "."), percent: Percent = .signed, exponent: Int = 0
  ) {
    self.decimal = decimal
    self.percent = percent
    self.exponent = exponent
    plainExponent = percent == .unsigned ? exponent - 2 : exponent
  }

  /// The byte that groups thousands, beside spaces and apostrophes.
  var grouping: UInt8 { decimal == UInt8(ascii: ",") ? UInt8(ascii: ".") : UInt8(ascii: ",") }
}
