import Metrics
import Testing

@testable import MetricsStore

private func profile(_ name: String, _ cells: [String]) -> ColumnProfile {
  var profile = ColumnProfile(name: name)
  for text in cells {
    Array(text.utf8).withUnsafeBufferPointer { profile.see(CellBytes($0)) }
  }
  return profile
}

private func reading(_ name: String, _ cells: [String]) -> ColumnReading {
  profile(name, cells).reading
}

/// The cells of a column as a program wants them.
private func typed(_ name: String, _ cells: [String]) -> [String] {
  let reading = reading(name, cells)
  return cells.map { text in cell(text) { reading.typed($0) } }
}

@Suite struct HeaderUnits {
  @Test(arguments: [
    ("売上(千円)", 3), ("売上（百万円）", 6), ("売上[万円]", 4), ("売上（億円）", 8), ("売上 単位：千円", 3),
    ("売上（単位：百万円）", 6), ("売上（千円、税抜）", 3), ("人数（千人）", 3), ("Revenue (in thousands)", 3),
    ("Revenue in millions", 6), ("Revenue (k)", 3), ("Revenue ($k)", 3), ("Revenue (USD mn)", 6),
    ("Revenue ($M)", 6), ("Revenue ($000)", 3), ("Revenue (000s)", 3), ("cost_micros", -6),
    ("metrics.cost_micros", -6), ("Cost (JPY)", 0), ("Amount spent (USD)", 0), ("Cost", 0),
    ("Time (m)", 0), ("Amount (税込)", 0), ("Clicks (all)", 0), ("Deals (Q1)", 0), ("売上(円/件)", 0),
    ("千円", 0), ("(", 0), ("()", 0), ("", 0), ("消化金額 (JPY)", 0), ("micros of it", 0),
  ])
  func theNameGivesThePowerOfTen(_ name: String, _ exponent: Int) {
    #expect(HeaderUnit(name).exponent == exponent)
  }

  @Test(arguments: [
    ("消化金額 (JPY)", "JPY"), ("Amount spent (USD)", "USD"), ("売上(千円)", "JPY"), ("Revenue ($k)", "$"),
    ("Cost (€)", "EUR"), ("Clicks (all)", nil), ("Cost", nil),
  ])
  func theNameGivesTheCurrency(_ name: String, _ code: String?) {
    #expect(HeaderUnit(name).currency?.code == code)
  }

  @Test func aPercentSignInTheNameMakesPercentages() {
    #expect(HeaderUnit("確度(%)").isPercent)
    #expect(HeaderUnit("確度（％）").isPercent)
    #expect(HeaderUnit("% Delivered").isPercent)
    #expect(!HeaderUnit("Engagement rate").isPercent)
  }
}

@Suite struct ColumnTypes {
  @Test(arguments: [
    ("x", [], ColumnType.empty), ("x", ["", "--", "NA", "#N/A"], .empty),
    ("クリック数", ["1,250", "640", "0"], .integer), ("Sent", ["1000.0", "200.0"], .integer),
    ("Conversions", ["48.00", "8.25", " --"], .decimal),
    ("CTR", ["6.10%", " --", "2.05%"], .percent),
    ("確度(%)", ["100", "90", "0"], .percent),
    ("x", ["¥1,200", "￥300"], .currency(Currency(code: "JPY"))),
    ("消化金額 (JPY)", ["123456", "79996"], .currency(Currency(code: "JPY"))),
    ("x", ["$5", "€7"], .currency(nil)), ("売上", ["1億2,345万円"], .currency(Currency(code: "JPY"))),
    ("日", ["2025/07/01", "2025/07/02"], .date), ("x", ["20250701", "20250702"], .date),
    ("x", ["2025070100", "2025070123"], .dateTime), ("x", ["2025-07-01 10:00", ""], .dateTime),
    ("月", ["令和6年4月", "R6.6", "2024/8"], .month), ("x", ["202501", "202502", "202503"], .month),
    ("x", ["202501", "202501"], .integer), ("x", ["2025.7", "2025.8", "2025.9"], .decimal),
    ("年月", ["2025.7", "2025.8", "2025.9"], .month), ("x", ["10000101", "12345678"], .integer),
    ("x", ["TRUE", "false", ""], .boolean), ("キャンペーン", ["ブランド_検索", "一般_検索①"], .text),
    ("Record ID", ["40100001", "40100002"], .identifier), ("x", ["007", "042"], .identifier),
    ("x", ["1234567890123456789"], .identifier),
    ("Order ID", ["20250701", "20250702"], .identifier),
    ("x", ["a@example.com", "b.c@example.co.jp"], .personal(.mail)),
    ("x", ["03-1234-5678", "+819012345678"], .personal(.telephone)),
    ("電話番号", ["0312345678"], .personal(.telephone)), ("氏名", ["山田 太郎"], .personal(.name)),
    ("Name", ["Jane Doe"], .personal(.name)), ("Campaign name", ["Summer"], .text),
    ("Emails sent", ["100", "200"], .integer), ("x", ["1", "2", "3", "4", "abc"], .integer),
    ("x", ["1", "2", "3", "abc", "def"], .text), ("x", ["5m ago", "yesterday"], .text),
  ])
  func theCellsTellTheType(_ name: String, _ cells: [String], _ type: ColumnType) {
    #expect(reading(name, cells).type == type)
  }

  @Test(arguments: [
    (["1.234,56", "0,5"], UInt8(ascii: ","), true), (["1,234.56", "7"], UInt8(ascii: "."), true),
    (["1,234", "25,881"], UInt8(ascii: "."), true), (["1,234", "0,5"], UInt8(ascii: ","), true),
    (["1.234", "2.500"], UInt8(ascii: "."), false), (["1.234", "0.667"], UInt8(ascii: "."), true),
    (["1.234", "1.234.567"], UInt8(ascii: ","), true),
    (["62,5 %", "7 %"], UInt8(ascii: ","), true),
    (["5", "7"], UInt8(ascii: "."), true), (["15,200", "2580.516129"], UInt8(ascii: "."), true),
    (["1,5", "2.5", "3.5"], UInt8(ascii: "."), false),
  ])
  func allCellsDecideTheDecimalSeparator(_ cells: [String], _ decimal: UInt8, _ isSure: Bool) {
    let reading = reading("x", cells)
    #expect(reading.numbers.decimal == decimal)
    #expect(reading.doubts.isEmpty == isSure)
  }

  @Test func percentagesInTheNameMakePlainNumbersShares() {
    #expect(typed("確度(%)", ["100", "90", "", "0"]) == ["1", "0.9", "", "0"])
    #expect(typed("Open Rate", ["52.26%", "40.20%"]) == ["0.5226", "0.402"])
    #expect(typed("CTR (%)", ["2.5%", "3.5%"]) == ["0.025", "0.035"])
  }

  @Test func theUnitOfTheNameIsMultipliedIn() {
    #expect(typed("売上(千円)", ["1,234", "△5"]) == ["1234000", "-5000"])
    #expect(typed("cost_micros", ["1500000", "1"]) == ["1.5", "0.000001"])
  }

  @Test func datesBecomeISODates() {
    #expect(
      typed("日", ["2025/7/1(火)", "20250702", "July 3, 2025", "TBD"])
        == ["2025-07-01", "2025-07-02", "2025-07-03", ""])
    #expect(
      typed("x", ["3/27/2025", "4/1/2025", "2025-07-01 10:00"])
        == ["2025-03-27", "2025-04-01", "2025-07-01"])
    #expect(typed("月", ["令和6年4月", "R6.6", "2024/8"]) == ["2024-04", "2024-06", "2024-08"])
  }

  @Test func whatDoesNotFitStaysAsItIs() {
    #expect(typed("x", ["1", "2", "3", "4", "abc"]) == ["1", "2", "3", "4", "abc"])
    #expect(typed("x", ["1", "2", "3", "4", "< 10"]) == ["1", "2", "3", "4", "< 10"])
    #expect(typed("Country", ["NA", "JP"]) == ["NA", "JP"])
    #expect(typed("x", ["1/2/2025", "3/4/2025"]) == ["1/2/2025", "3/4/2025"])
    #expect(typed("x", ["#DIV/0!", "1"]) == ["", "1"])
  }

  @Test(arguments: [
    (["1/2/2025", "3/4/2025"], "date-order-unclear"),
    (["3/27/2025", "27/3/2025"], "date-orders-contradict"), (["1.234"], "decimal-unclear"),
    (["1,5", "2.5"], "decimals-contradict"), (["$5", "€5"], "currencies-differ"),
    (["5%", "0.05"], "percentages-mixed"), (["2025-07", "2025-07-01"], "months-among-days"),
    (["< 10", "20"], "bounds"), (["#DIV/0!", "20"], "formula-errors"),
    (["1", "2", "3", "4", "abc"], "misfits"),
  ])
  func whatCannotBeDecidedIsSaid(_ cells: [String], _ code: String) {
    let doubts = reading("x", cells).doubts
    #expect(doubts.map(\.code) == [code])
    #expect(doubts.allSatisfy { !$0.words.isEmpty })
  }

  @Test func aProfileKeepsAFewExamplesOnly() {
    let cells = (0..<1000).map { "\($0)" } + (0..<100).map { "odd \($0)" }
    let found = profile("x", cells)
    #expect(found.rows == 1100)
    #expect(found.notNumbers.map(\.text) == ["odd 0", "odd 1", "odd 2"])
    #expect(found.notNumbers.map(\.row) == [1000, 1001, 1002])
    guard case .misfits(100, .integer, let examples)? = found.reading.doubts.first else {
      Issue.record("\(found.reading.doubts)")
      return
    }
    #expect(examples == found.notNumbers)
  }

  @Test func theBoardsSheetIsUnderstood() {
    #expect(
      typed("売上", ["1億2,345万円", "9,876万円", "1.05億円", "10,200万円", "¥98,760,000", "5億2,847万円"])
        == ["123450000", "98760000", "105000000", "102000000", "98760000", "528470000"])
    #expect(
      typed("前年比", ["△3.2%", "＋5.1％", "▲1.0%", "10.4%", "-2.0%", ""])
        == ["-0.032", "0.051", "-0.01", "0.104", "-0.02", ""])
    #expect(
      typed("広告費", ["３５０万円", "４１２．５万円", "398万", "4,050,000円", "(1,200)"])
        == ["3500000", "4125000", "3980000", "4050000", "-1200"])
    #expect(
      typed("CPA", ["¥12,300", "¥11,850", "￥１２，０００", "11,400円", "－"])
        == ["12300", "11850", "12000", "11400", ""])
    #expect(typed("新規顧客", ["１２８", "１３５", "１２１", "142", "-"]) == ["128", "135", "121", "142", ""])
  }
}
