import Testing

@testable import MetricsStore

/// Random numbers, written in each style and read back.
@Suite struct NumberStyles {
  /// Digits in groups of three, from the right.
  private static func grouped(_ digits: String, _ separator: String) -> String {
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += separator }
      text.append(digit)
    }
    return text
  }

  private static func fullWidth(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          (0x21...0x7E).contains(scalar.value)
            ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
        }))
  }

  /// The parts of a random number: its sign, the digits before the point, and those behind it.
  private static func random(
    _ numbers: inout SeededNumbers
  ) -> (isNegative: Bool, whole: String, fraction: String) {
    let length = Int.random(in: 1...15, using: &numbers)
    var whole = String(Int.random(in: 1...9, using: &numbers))
    for _ in 1..<length { whole += String(Int.random(in: 0...9, using: &numbers)) }
    if Int.random(in: 0..<10, using: &numbers) == 0 { whole = "0" }
    var fraction = ""
    for _ in 0..<Int.random(in: 0...6, using: &numbers) {
      fraction += String(Int.random(in: 0...9, using: &numbers))
    }
    return (Bool.random(using: &numbers), whole, fraction)
  }

  /// The value as digits and a power of ten.
  private static func value(
    _ isNegative: Bool, _ whole: String, _ fraction: String, exponent: Int = 0
  ) -> NumberCell {
    // 15 and 6 digits are too many for 64 bits.
    let digits = Int128(whole + fraction) ?? 0
    var units = digits
    for _ in 0..<(18 - fraction.count + exponent) { units *= 10 }
    return .value(ExactDecimal(units: isNegative ? -units : units))
  }

  @Test func everyStyleIsReadBack() {
    var numbers = SeededNumbers(seed: 21)
    var wrong: [String] = []
    var count = 0
    for _ in 0..<400 {
      let (isNegative, whole, fraction) = NumberStyles.random(&numbers)
      let wanted = NumberStyles.value(isNegative, whole, fraction)
      for (decimal, separators) in [
        (".", ["", ",", " ", "\u{A0}", "\u{202F}", "'", "’"]),
        (",", ["", ".", " ", "\u{A0}", "\u{202F}", "'", "’"]),
      ] {
        let format = decimal == "." ? NumberFormat() : commas
        for separator in separators {
          let digits =
            NumberStyles.grouped(whole, separator) + (fraction.isEmpty ? "" : decimal + fraction)
          var texts =
            isNegative
            ? [
              "-\(digits)", "−\(digits)", "(\(digits))", "△\(digits)", "▲ \(digits)", "\(digits)-",
            ]
            : [digits, "+\(digits)"]
          texts += texts.flatMap { ["¥\($0)", "\($0) €", "\($0)円", "USD \($0)"] }
          texts.append(NumberStyles.fullWidth(texts[0]))
          for text in texts {
            count += 1
            if number(text, format) != wanted { wrong.append(text) }
          }
        }
      }
    }
    #expect(wrong.prefix(5) == [])
    #expect(count > 40_000)
  }

  @Test func percentagesAndUnitsAreReadBack() {
    var numbers = SeededNumbers(seed: 22)
    var wrong: [String] = []
    for _ in 0..<1000 {
      let (isNegative, long, fraction) = NumberStyles.random(&numbers)
      let whole = String(long.prefix(8))
      let text = (isNegative ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
      for (written, exponent) in [
        (text + "%", -2), (text + " ％", -2), (text + "K", 3), (text + "m", 6), (text + "千", 3),
        (text + "万円", 4), (text + "百万", 6), (text + "億円", 8), (text + "e+3", 3), (text + "E-5", -5),
      ] where number(written) != NumberStyles.value(isNegative, whole, fraction, exponent: exponent)
      {
        wrong.append(written)
      }
    }
    #expect(wrong.prefix(5) == [])
  }

  @Test func theShortWaysReadNothingThatTheLongOneWouldNotReadAlike() {
    var numbers = SeededNumbers(seed: 23)
    let alphabet = Array("0123456789,.-%".utf8)
    var wrong: [String] = []
    var values = 0
    for _ in 0..<60_000 {
      let bytes = (0..<Int.random(in: 1...9, using: &numbers)).map { _ in
        // Digits more often than not, so that some are numbers.
        Bool.random(using: &numbers)
          ? alphabet[Int.random(in: 0..<10, using: &numbers)]
          : alphabet[Int.random(in: 0..<alphabet.count, using: &numbers)]
      }
      for format in [NumberFormat(), commas, NumberFormat(percent: .unsigned)] {
        let short = cell(bytes) { NumberCell($0, format) }
        let long = cell(bytes) { WrittenNumber($0, format)?.value }
        guard case .value(let value) = short else { continue }
        values += 1
        if value != long { wrong.append(String(decoding: bytes, as: UTF8.self)) }
      }
    }
    #expect(wrong.prefix(5) == [])
    #expect(values > 10_000)
  }

  @Test func aPrintedNumberIsReadBack() {
    var numbers = SeededNumbers(seed: 24)
    var wrong: [String] = []
    for _ in 0..<3000 {
      let units = (Int128(truncatingIfNeeded: numbers.next()) << 63) >> Int128(numbers.next() % 127)
      let value = ExactDecimal(units: units)
      if number(value.description) != .value(value) { wrong.append(value.description) }
    }
    #expect(wrong.prefix(5) == [])
  }

  @Test(arguments: [
    ("0", 0, 0), ("1", 1, 0), ("-1234.5", -12345, -1), ("0.6667", 6667, -4), ("-0.05", -5, -2),
    ("1000", 1, 3), ("0.000000000000000001", 1, -18),
  ])
  func aNumberIsPrintedAsShortAsItCanBe(_ text: String, _ digits: Int64, _ exponent: Int) {
    #expect(ExactDecimal(digits, exponent: exponent)?.description == text)
  }
}
