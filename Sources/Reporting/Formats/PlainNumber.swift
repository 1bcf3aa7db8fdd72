/// Numbers for machines: the shortest digits that read back as the same number.
enum PlainNumber {
  /// The number without rounding; whole numbers without a decimal point, and no minus before 0.
  static func text(_ value: Double) -> String {
    if value == 0 { return "0" }
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
