import Metrics

/// Numbers for people: rounded, with thousands set apart, and the sign of their unit.
struct ReadableNumber {
  private let unit: MetricUnit

  init(_ unit: MetricUnit) {
    self.unit = unit
  }

  /// A value in its unit: `12,345`, `2.13%`.
  func value(_ value: Double) -> String {
    unit.isShare
      ? ReadableNumber.fixed(value * 100, decimals: 2) + "%" : ReadableNumber.rounded(value)
  }

  /// A change with its sign, in points for shares: `+12`, `-0.08pt`.
  func change(_ change: Double) -> String {
    let text =
      unit.isShare
      ? ReadableNumber.fixed(change * 100, decimals: 2) + "pt" : ReadableNumber.rounded(change)
    return change > 0 ? "+" + text : text
  }

  /// A relative change with its sign: `+3.6%`.
  static func ratio(_ ratio: Double) -> String {
    (ratio > 0 ? "+" : "") + fixed(ratio * 100, decimals: 1) + "%"
  }

  /// A part of a whole: `88.8%`.
  static func share(_ share: Double) -> String {
    fixed(share * 100, decimals: 1) + "%"
  }

  /// Whole numbers as they are, others with about four digits.
  private static func rounded(_ value: Double) -> String {
    if value == value.rounded() { return fixed(value, decimals: 0) }
    let size = abs(value)
    return fixed(value, decimals: size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 4)
  }

  /// The number with so many digits after the point; as it is where it has more than 15 before it.
  static func fixed(_ value: Double, decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 1e15 else { return PlainNumber.text(value) }
    let whole = Int(scaled) / Int(scale)
    let rest = Int(scaled) % Int(scale)
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard decimals > 0 else { return sign + grouped(whole) }
    let digits = String(rest)
    let zeros = String(repeating: "0", count: decimals - digits.count)
    return "\(sign)\(grouped(whole)).\(zeros)\(digits)"
  }

  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }
}
