extension ExactDecimal: CustomStringConvertible {
  /// The number in plain digits, as short as it can be written exactly: `-1234.5`, `0.6667`.
  var description: String {
    let scale = ExactDecimal.one.units.magnitude
    let (whole, fraction) = units.magnitude.quotientAndRemainder(dividingBy: scale)
    var text = units < 0 ? "-\(whole)" : "\(whole)"
    guard fraction != 0 else { return text }
    var digits = String(fraction)
    text += "." + String(repeating: "0", count: ExactDecimal.places - digits.utf8.count)
    while digits.utf8.last == UInt8(ascii: "0") { digits.removeLast() }
    return text + digits
  }
}

extension ExactDecimal: Comparable {
  /// Whether the left-hand number is the smaller one.
  static func < (left: ExactDecimal, right: ExactDecimal) -> Bool { left.units < right.units }
}
