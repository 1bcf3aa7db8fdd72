import Testing

@testable import MetricsStore

@Suite struct NumberCells {
  @Test(arguments: [
    ("0", "0"), ("12", "12"), ("-12", "-12"), ("+3.5", "3.5"), (".5", "0.5"), ("5.", "5"),
    ("007", "7"), ("-.5", "-0.5"), ("-0", "0"), ("64517.0", "64517"), ("103606.77", "103606.77"),
    ("2580.516129", "2580.516129"), ("999999999999999999", "999999999999999999"),
    ("0.000000000000000001", "0.000000000000000001"),
    ("1234567890123456789", "1234567890123456789"),
    ("123456789012345678901", "123456789012345678901"),
    ("100000000000000000000", "100000000000000000000"),
    ("170141183460469231731.687303715884105727", "170141183460469231731.687303715884105727"),
    ("170141183460469231731.687303715884105728", nil),
    ("0.1234567890123456784", "0.123456789012345678"),
    ("0.1234567890123456785", "0.123456789012345679"),
    ("-0.1234567890123456785", "-0.123456789012345679"),
    ("100000000000000000000.1234567890123456785", "100000000000000000000.123456789012345679"),
  ])
  func plainDigitsKeepTheirValue(_ text: String, _ value: String?) {
    #expect(plain(text) == value)
  }

  @Test(arguments: [
    ("1,234", "1234"), ("12,345,678.9", "12345678.9"), ("25,881", "25881"), ("1 234", "1234"),
    ("1\u{A0}234,56 €", nil), ("1\u{202F}234.56", "1234.56"), ("1'234'567.5", "1234567.5"),
    ("1’234", "1234"), ("1,23,456", "123456"), ("12,34,567", "1234567"),
    ("1,23,45,678.9", "12345678.9"), ("１２，０００", "12000"), ("４１２．５", "412.5"),
    ("3,500,000.00", "3500000"),
  ])
  func separatorsGroupThousands(_ text: String, _ value: String?) {
    #expect(plain(text) == value)
  }

  @Test(arguments: [
    ("1.234,56", "1234.56"), ("0,5", "0.5"), ("1 234,56 €", "1234.56"), ("62,5 %", "0.625"),
    ("1\u{A0}234\u{A0}567,8", "1234567.8"), ("1\u{202F}234,56\u{A0}€", "1234.56"),
    ("1'234,5", "1234.5"), ("1.234", "1234"), ("-1.234.567", "-1234567"), ("1234,5", "1234.5"),
    (",5", "0.5"), ("0.667", nil), ("1.23", nil), ("1,234.5", nil), ("1.23.456", nil),
  ])
  func aColumnMayHaveADecimalComma(_ text: String, _ value: String?) {
    #expect(plain(text, commas) == value)
  }

  @Test(arguments: [
    ("¥1,200", "1200"), ("￥1200", "1200"), ("￥１２，０００", "12000"), ("$ 3.50", "3.5"), ("€7", "7"),
    ("7 €", "7"), ("£1,000", "1000"), ("₩12,000", "12000"), ("₹1,23,456.50", "123456.5"),
    ("US$5", "5"), ("A$ 5", "5"), ("JPY 1,200", "1200"), ("1,200 JPY", "1200"), ("USD5", "5"),
    ("5EUR", "5"), ("11,400円", "11400"), ("Rs. 500", "500"), ("500 kr", "500"), ("5 usd", "5"),
    ("$5 USD", "5"), ("$5 CAD", "5"), ("¥5 EUR", nil), ("-$5", "-5"), ("$-5", "-5"),
    ("-¥1,200", "-1200"), ("XYZ 5", nil),
  ])
  func currenciesStandBeforeOrBehind(_ text: String, _ value: String?) {
    #expect(plain(text) == value)
  }

  @Test(arguments: [
    ("66.67%", "0.6667"), ("-2 %", "-0.02"), ("６６．７％", "0.667"), ("＋5.1％", "0.051"),
    ("△3.2%", "-0.032"), ("▲1.0%", "-0.01"), ("100%", "1"), ("0.00%", "0"), ("(5%)", "-0.05"),
  ])
  func aPercentageIsItsFraction(_ text: String, _ value: String) {
    #expect(plain(text) == value)
  }

  @Test(arguments: [
    ("1億2,345万円", "123450000"), ("1.05億円", "105000000"), ("３５０万円", "3500000"),
    ("398万", "3980000"), ("４１２．５万円", "4125000"), ("9,876万円", "98760000"),
    ("10,200万円", "102000000"), ("5億2,847万円", "528470000"), ("3千円", "3000"),
    ("12百万円", "12000000"), ("2千万", "20000000"), ("1兆2億", "1000200000000"),
    ("1億2,345万6,789円", "123456789"), ("△1億 2万円", "-100020000"), ("2.5万人", "25000"),
    ("1.5億2万", nil), ("1万2億", nil), ("1億23456万", nil), ("3千5百万", nil), ("三百万", nil),
    ("万", nil), ("142件", "142"), ("1,203回", "1203"),
  ])
  func japaneseUnitsMultiply(_ text: String, _ value: String?) {
    #expect(plain(text) == value)
  }

  @Test(arguments: [
    ("$342.09K", "342090"), ("58.8k", "58800"), ("1.2M", "1200000"), ("1.5m", "1500000"),
    ("3B", "3000000000"), ("3 bn", "3000000000"), ("2mn", "2000000"), ("12 k€", "12000"),
    ("3 Mio. EUR", "3000000"), ("-1.5K", "-1500"), ("5KK", nil), ("5 apples", nil), ("5mm", nil),
    ("K", nil), ("1.2E+05", "120000"), ("1e3", "1000"), ("1.5E-3", "0.0015"), ("1E5", "100000"),
    ("1e", nil), ("e5", nil), ("1e+", nil), ("1e999999999999999999999", nil),
    ("1e-999999999999999999999", "0"), ("0e400", "0"), ("1.23457E+12", "1234570000000"),
  ])
  func lettersAndExponentsMultiply(_ text: String, _ value: String?) {
    #expect(plain(text) == value)
  }

  @Test(arguments: [
    "-1200", "−1200", "－１２００", "△1,200", "▲ 1200", "(1,200)", "（１，２００）", "1200-", "1,200−",
    "–1200", "-1,200.00", "(1200)円", "¥△1,200", "$(1,200)", "(¥1,200)", "¥1,200-",
  ])
  func thereAreManyWaysToBeNegative(_ text: String) {
    #expect(plain(text) == "-1200")
  }

  @Test(arguments: [
    "", " ", "-", "--", " --", "---", "－", "—", "–", "−", "ー", "n/a", "N/A", "NA", "na", "null",
    "NULL", "None", "nan", "NaN", "TBD", "未定", "なし", "該当なし", "(not set)", "\u{3000}", "\u{A0}",
    "\\N", "n.a.",
  ])
  func whatIsMissing(_ text: String) {
    #expect(number(text) == .missing)
    #expect(cell(text) { NumberCell.isMissing($0) })
  }

  @Test(arguments: ["#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#n/a"])
  func aFormulaThatFailedIsNoNumber(_ text: String) {
    #expect(number(text) == .failure)
    #expect(cell(text) { NumberCell.isMissing($0) })
  }

  @Test(arguments: [
    ("> 90%", NumberBound.above, "0.9"), ("< 10%", .below, "0.1"), ("<10", .below, "10"),
    (">=5", .atLeast, "5"), ("<= 5", .atMost, "5"), ("≥1,000", .atLeast, "1000"),
    ("≦ 3", .atMost, "3"), ("＜１０％", .below, "0.1"), ("100以上", .atLeast, "100"),
    ("5万円未満", .below, "50000"), ("10以下", .atMost, "10"), ("90%超", .above, "0.9"),
    ("100+", .atLeast, "100"),
  ])
  func aBoundIsNoValue(_ text: String, _ bound: NumberBound, _ value: String) {
    guard case .bound(bound, let limit) = number(text) else {
      Issue.record("\(text) is \(number(text))")
      return
    }
    #expect(limit.description == value)
  }

  @Test(arguments: [
    "abc", "1,23", "1,2345", ",123", "1,", "1,234,", "1.2.3", "$", "%", "()", "(-5)", "--5", "-+5",
    "1.5%%", "0x10", "inf", "1,234.5,6", ".", "¥", "\u{1}", "1,234 567", "1 23", "12 34", "1,,234",
    "0,667", "00,123", "-5-", "(5)-", "(5", "5)", "- -", "<", "> ", "<<5", "5 5", "1-2", "10–20",
    "約350万", "▼5", "±5", "5:30", "00:12:34", "2025-07-01", "12345678901234567890123", "１2３x",
    "1.5円万", "5%5", "1\u{0}2", "\u{FFFD}", "¥5¥5€", "+△5", "1e5e5", "1,234e", "(12)(3)",
  ])
  func whatIsNoNumber(_ text: String) {
    #expect(number(text) == .invalid)
  }

  @Test func numbersBeyondWhatIsExactAreRefused() {
    #expect(number("1" + String(repeating: "0", count: 400)) == .invalid)
    #expect(number(String(repeating: "9", count: 1 << 20)) == .invalid)
    #expect(number("9e20") == .invalid)
    #expect(plain(String(repeating: "0", count: 1 << 16) + "7") == "7")
    #expect(plain("0." + String(repeating: "0", count: 400) + "1") == "0")
    #expect(plain("3." + String(repeating: "3", count: 400)) == "3.333333333333333333")
  }
}

@Suite struct NumberFormats {
  @Test(arguments: [
    ("2.2667", "0.022667"), ("2.2667%", "0.022667"), ("100", "1"), ("0", "0"), ("1,200", "12"),
  ])
  func plainNumbersMayBePercentages(_ text: String, _ value: String) {
    #expect(plain(text, NumberFormat(percent: .unsigned)) == value)
  }

  @Test(arguments: [
    ("1,234", "1234000"), ("-5", "-5000"), ("0.5", "500"), ("¥12", "12000"), ("12円", "12000"),
    // The cell's own unit counts.
    ("1.2万円", "12000"), ("12K", "12000"), ("12%", nil), ("999999999999999999", nil),
  ])
  func theHeaderMayGiveTheUnit(_ text: String, _ value: String?) {
    #expect(plain(text, NumberFormat(exponent: 3)) == value)
  }

  @Test(arguments: [
    ("1234567", "1.234567"), ("-1", "-0.000001"), ("106250000000", "106250"),
    ("0.0000000000005", "0.000000000000000001"),
  ])
  func millionthsAreDivided(_ text: String, _ value: String) {
    #expect(plain(text, NumberFormat(exponent: -6)) == value)
  }
}
