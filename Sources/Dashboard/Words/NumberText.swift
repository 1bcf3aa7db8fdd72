public import Analysis
public import Metrics

/// Words for the numbers of a workspace, in a language and its money.
///
/// Large numbers are shortened the way the language does it: 3.12M in English, 312万 in Japanese.
/// A number that is not available is a dash, never 0.
public struct NumberText: Hashable, Sendable {
  /// The language of the interface.
  public let language: Language
  /// The ISO 4217 code of the workspace's money.
  public let currency: String

  /// Words in a language for amounts of a currency.
  public init(language: Language, currency: String) {
    self.language = language
    self.currency = currency
  }

  /// What stands for a number that is not available.
  public static let missing = "–"

  /// The value in its unit, shortened to about four digits: `38,120`, `¥55.8M`, `2.41%`.
  public func value(_ value: Double?, _ unit: MetricUnit) -> String {
    guard let value, value.isFinite else { return NumberText.missing }
    switch unit {
    case .count: return shortened(value)
    case .currency: return money(value)
    case .percent: return NumberText.fixed(value * 100, digits: shareDigits(value)) + "%"
    case .ratio: return NumberText.fixed(value, digits: abs(value) < 100 ? 2 : 0)
    case .days:
      return NumberText.fixed(value, digits: 1) + (language == .japanese ? "日" : "d")
    }
  }

  /// The value in full, with all digits that mean something: `1,234,567`.
  public func full(_ value: Double?, _ unit: MetricUnit) -> String {
    guard let value, value.isFinite else { return NumberText.missing }
    switch unit {
    case .count: return NumberText.fixed(value, digits: value == value.rounded() ? 0 : 1)
    case .currency: return moneyMark(NumberText.fixed(value, digits: minorDigits(value)))
    case .percent: return NumberText.fixed(value * 100, digits: 2) + "%"
    case .ratio: return NumberText.fixed(value, digits: 3)
    case .days: return self.value(value, unit)
    }
  }

  /// A relative change with its sign, `+3.2%`; a dash where there is none.
  public func ratio(_ ratio: Double?) -> String {
    guard let ratio, ratio.isFinite else { return NumberText.missing }
    let digits = abs(ratio) < 9.995 ? 1 : 0
    return signed(ratio * 100, digits: digits) + "%"
  }

  /// A change the way people tell it: in points for shares, else relative, else absolute.
  public func change(_ change: Change, _ unit: MetricUnit) -> String {
    if unit.isShare {
      guard let absolute = change.absolute else { return NumberText.missing }
      return signed(absolute * 100, digits: abs(absolute) < 0.0995 ? 2 : 1) + "pt"
    }
    if change.ratio != nil { return ratio(change.ratio) }
    guard let absolute = change.absolute else { return NumberText.missing }
    return absolute > 0 ? "+" + value(absolute, unit) : value(absolute, unit)
  }

  /// A share as a percentage with one decimal, two below a tenth.
  public func share(_ share: Double?) -> String { value(share, .percent) }

  /// An attainment as a whole percentage, `87%`; only what reaches the target reads 100 %.
  public func attainment(_ ratio: Double?) -> String {
    guard let ratio, ratio.isFinite else { return NumberText.missing }
    let percent = ratio < 1 ? min(99, (ratio * 100).rounded()) : (ratio * 100).rounded()
    return NumberText.fixed(percent, digits: 0) + "%"
  }

  /// Two decimals below a tenth, where one would hide what matters of a conversion rate.
  private func shareDigits(_ share: Double) -> Int { abs(share) < 0.09995 ? 2 : 1 }

  private func shortened(_ value: Double) -> String {
    let size = abs(value)
    if size < 999_999.5 {
      let isWhole = value == value.rounded() || size >= 100
      return NumberText.fixed(value, digits: isWhole ? 0 : 1)
    }
    switch language {
    case .english:
      return size < 999.95e6
        ? NumberText.significant(value / 1e6) + "M" : NumberText.significant(value / 1e9) + "B"
    case .japanese:
      return size < 99_995_000
        ? NumberText.fixed(value / 1e4, digits: 0) + "万"
        : NumberText.significant(value / 1e8) + "億"
    }
  }

  private func money(_ value: Double) -> String {
    if abs(value) < 999_999.5, minorDigits(value) == 2 {
      return moneyMark(NumberText.fixed(value, digits: abs(value) < 100 ? 2 : 0))
    }
    return moneyMark(shortened(value.rounded()))
  }

  private func minorDigits(_ value: Double) -> Int {
    ["JPY", "KRW", "VND"].contains(currency) ? 0 : 2
  }

  private func moneyMark(_ number: String) -> String {
    if currency == "JPY", language == .japanese { return number + "円" }
    let marks = ["JPY": "¥", "USD": "$", "EUR": "€", "GBP": "£", "KRW": "₩"]
    let mark = marks[currency] ?? currency + " "
    return number.hasPrefix("−") ? "−" + mark + number.dropFirst() : mark + number
  }

  private func signed(_ value: Double, digits: Int) -> String {
    let text = NumberText.fixed(value, digits: digits)
    let isZero = text.allSatisfy { !$0.isNumber || $0 == "0" }
    if isZero { return text.hasPrefix("−") ? "±" + text.dropFirst() : "±" + text }
    return value > 0 ? "+" + text : text
  }

  /// About four significant digits: 1.24, 55.8, 312.
  static func significant(_ value: Double) -> String {
    let size = abs(value)
    return fixed(value, digits: size < 9.995 ? 2 : size < 99.95 ? 1 : 0)
  }

  /// A number with so many decimals and commas between thousands; the minus is a real one.
  public static func fixed(_ value: Double, digits: Int) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 9e15 else { return String(value) }
    let whole = Int(scaled)
    var integer = String(whole / Int(scale))
    var index = integer.count - 3
    while index > 0 {
      integer.insert(",", at: integer.index(integer.startIndex, offsetBy: index))
      index -= 3
    }
    var text = integer
    if digits > 0 {
      let decimals = String(whole % Int(scale))
      text += "." + String(repeating: "0", count: digits - decimals.count) + decimals
    }
    return value < 0 && whole != 0 ? "−" + text : text
  }
}
