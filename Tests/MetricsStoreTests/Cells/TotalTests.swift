import Testing

@testable import MetricsStore

private func label(_ text: String) -> TotalLabel? { cell(text) { TotalLabel($0) } }

/// Calls the body with several cells.
private func cells<Result>(_ texts: [String], _ body: ([CellBytes]) -> Result) -> Result {
  var block: [UInt8] = []
  var ends: [Int] = []
  for text in texts {
    block += Array(text.utf8)
    ends.append(block.count)
  }
  return block.withUnsafeBufferPointer { buffer in
    let whole = CellBytes(buffer)
    return body(zip([0] + ends, ends).map { whole.part($0, $1).trimmed })
  }
}

@Suite struct TotalLabels {
  @Test(arguments: [
    "Total", "total", "TOTAL", "Totals", "Grand total", "Grand Total", "Grand Totals (12 records)",
    "Total: Campaigns", "Total: Account", "Total:", "Total (3 rows)", "Overall", "Sum", "合計", "総計",
    "計", "全体", "合計: アカウント", "合計：キャンペーン", "合　計", "総 計", "総合計", "累計", "【合計】", "（合計）", "** Total **",
    "Summe", "Gesamt", "Gesamtergebnis", "Total général", "Total general", "Gran total", "Totale",
    "ｔｏｔａｌ", "合計（3件）", "集計",
  ])
  func aTotalIsKnownByItsWord(_ text: String) {
    #expect(label(text)?.kind == .total)
    #expect(label(text)?.isCertain == true)
  }

  @Test(arguments: [
    ("Subtotal", TotalLabel.Kind.subtotal), ("Sub-total", .subtotal), ("Sous-total", .subtotal),
    ("Zwischensumme", .subtotal), ("小計", .subtotal), ("小　計", .subtotal), ("Average", .average),
    ("Avg", .average), ("平均", .average), ("平均値", .average), ("Durchschnitt", .average),
    ("Moyenne", .average), ("Total: Other search terms", .remainder), ("合計: その他の検索語句", .remainder),
  ])
  func subtotalsMeansAndRemaindersAreToldApart(_ text: String, _ kind: TotalLabel.Kind) {
    #expect(label(text)?.kind == kind)
    #expect(label(text)?.isCertain == true)
  }

  @Test(arguments: [
    "Total Wine campaign", "Total - Brand", "Overall Winner", "Average Joe's", "Grand Total Wine",
    "合計アカウント", "全体会議", "平均単価", "East Total", "Paid Search total", "東京支店 計", "会計", "検索 合計",
  ])
  func aNameWithSuchAWordIsOnlyATotalIfItsNumbersSaySo(_ text: String) {
    #expect(label(text)?.isCertain == false)
  }

  @Test(arguments: [
    "", "Totally", "Totals2025", "Total2", "Total_wine", "Organic Search", "Summer Launch", "Sub",
    "Grand Hotel", "Submarine", "Summary", "Overlay", "Promo", "Sumo", "計画", "計測", "小売", "平日", "全国",
    "合同会社", "総務", "集客", "2025-07-01", "42", " --", "(not set)", "Direct", "Media",
    "[Follow-up] Summer",
    "T", "計\u{FF}", "Grand", "Subtotally", "Vital", "Portals", "Renewals",
  ])
  func otherNamesAreNoTotals(_ text: String) {
    #expect(label(text) == nil)
  }

  @Test func noBytesStopTheLabel() {
    var numbers = SeededNumbers(seed: 41)
    let parts = ["Total", "合", "計", ":", " ", "(", "【", "\u{3000}", "Grand", "\u{0}", "l", "s"]
    var found = 0
    for _ in 0..<20_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...5, using: &numbers) {
        bytes += Array(parts[Int.random(in: 0..<parts.count, using: &numbers)].utf8)
      }
      if Bool.random(using: &numbers), !bytes.isEmpty { bytes.removeLast() }
      if Bool.random(using: &numbers) { bytes.append(UInt8(truncatingIfNeeded: numbers.next())) }
      cell(bytes) { cell in
        guard TotalLabel(cell) != nil else { return }
        found += 1
        // The quick test never turns a label away.
        if !TotalLabel.isPossible(cell) { Issue.record("\(bytes)") }
      }
    }
    #expect(found > 1000)
  }
}

@Suite struct TotalRows {
  @Test func theMarkerMayStandBeforeTheColumnOfNames() {
    let row = cells(["合計: キャンペーン", " --"]) { TotalRow(labels: $0) }
    #expect(row?.kind == .total)
    #expect(row?.isCertain == true)
    #expect(cells(["有効", "ブランド_検索"]) { TotalRow(labels: $0) } == nil)
    #expect(cells(["合計", ""]) { TotalRow(labels: $0) }?.reason == .word)
  }

  @Test func aTotalBehindANameIsOneOfAPart() {
    #expect(cells(["Brand", "Total"]) { TotalRow(labels: $0) }?.kind == .subtotal)
    #expect(cells([" --", "Total"]) { TotalRow(labels: $0) }?.kind == .total)
  }

  @Test func theFirstRowMayBeASummaryWithoutAName() {
    let row = cells(["", "", "資料請求_7月", "東京"]) {
      TotalRow(firstLabels: Array($0[..<2]), nextLabels: Array($0[2...]))
    }
    #expect(row?.reason == .unnamed)
    let nameless = cells(["", "", "", ""]) {
      TotalRow(firstLabels: Array($0[..<2]), nextLabels: Array($0[2...]))
    }
    #expect(nameless == nil)
  }

  @Test func theFirstRowMayBeCalledAsItsColumn() {
    func row(_ label: String, _ header: String) -> TotalRow? {
      cell(label) { TotalRow(firstLabel: $0, header: header) }
    }
    #expect(row("Marketing Channel", "Marketing channel")?.isCertain == true)
    #expect(row("Marketing Channel", "")?.isCertain == false)
    #expect(row("Paid Search", "Marketing channel") == nil)
  }
}

@Suite struct TotalChecks {
  private func sum(_ texts: [String]) -> ColumnSum {
    var sum = ColumnSum()
    for text in texts {
      cell(text) { cell in
        if let number = WrittenNumber(cell, NumberFormat()) { sum.add(number) }
      }
    }
    return sum
  }

  private func check(
    _ total: String, _ rows: [String], _ role: ColumnRole = .additive
  ) -> TotalCheck {
    let rows = sum(rows)
    return cell(total) { TotalCheck(column: 4, $0, NumberFormat(), rows, role) }
  }

  @Test func rowsThatAddUpMatch() {
    #expect(check("1,890", ["1,250", "640", "0"]) == .matches)
    #expect(check("56.00", ["48.00", "8.00", "0.00"]) == .matches)
  }

  @Test func rowsThatDoNotAddUpDiffer() {
    let found = check("195,850", ["106250", "89600", "1"])
    #expect(
      found
        == .differs(
          column: 4, total: ExactDecimal(units: 195_850 * ExactDecimal.one.units),
          sum: ExactDecimal(units: 195_851 * ExactDecimal.one.units)))
    #expect(
      found.words(columnName: "費用")
        == "the total of \"費用\" is 195850, but the rows add up to 195851")
  }

  @Test func roundedNumbersMayMissTheTotalByTheirRounding() {
    // Half of 100万 and four halves of 1万 are 52万: the board's sheet adds up.
    let sales = ["1億2,345万円", "9,876万円", "1.05億円", "10,200万円", "¥98,760,000"]
    #expect(check("5億2,847万円", sales) == .matches)
    #expect(check("5億2,857万円", sales) != .matches)
    #expect(check("3.33", ["1.11", "1.11", "1.12"]) == .matches)
    #expect(check("3.40", ["1.11", "1.11", "1.12"]) != .matches)
  }

  @Test func ratesAndPeopleAreNotCompared() {
    #expect(check("3.66%", ["6.10%", "2.05%"]) == .notAdditive)
    #expect(check("15,200", ["9800", "6100"], .people) == .notAdditive)
    #expect(check(" --", ["5000"]) == .notAdditive)
    #expect(check("see below", ["5000"]) == .unreadable)
  }

  @Test func numbersConfirmADoubtfulTotal() {
    #expect([check("3", ["1", "2"]), check("5%", ["1%"])].isConfirmed)
    #expect(![check("5%", ["1%"])].isConfirmed)
    #expect(![check("3", ["1", "2"]), check("4", ["1", "2"])].isConfirmed)
  }

  @Test func aKnownSumHasTheSlackOfItsRows() {
    let sum = ColumnSum(ExactDecimal(100, exponent: 0), rows: 10, places: 2)
    #expect(sum.slack == ExactDecimal(5, exponent: -2))
    #expect(ColumnSum(.zero, rows: 10, places: 0).slack == .zero)
  }
}

@Suite struct ColumnRoles {
  @Test(arguments: [
    "Clicks", "Impr.", "Impressions", "Cost", "Conversions", "Sessions", "Engaged sessions",
    "Event count", "Total revenue", "Amount spent (USD)", "Link clicks", "Bounces", "Unsubscribes",
    "クリック数", "表示回数", "費用", "コンバージョン", "消化金額 (JPY)", "インプレッション", "売上", "コスト", "合計収益", "セッション",
    "Corporate sales", "Generated leads", "Shares", "Total Recipients", "Conversion value",
  ])
  func countsAndAmountsAddUp(_ header: String) {
    #expect(ColumnRole(header: header) == .additive)
  }

  @Test(arguments: [
    ("CTR", ColumnRole.ratio), ("Avg. CPC", .average), ("Cost / conv.", .ratio),
    ("Conv. rate", .ratio), ("Engagement rate", .ratio), ("Open Rate", .ratio),
    ("Probability (%)", .ratio), ("% Delivered", .ratio), ("クリック率", .ratio), ("平均クリック単価", .average),
    ("コンバージョン単価", .ratio), ("コンバージョン率", .ratio), ("前年比", .ratio), ("確度(%)", .ratio),
    ("結果の単価", .ratio), ("CPA", .ratio), ("Position", .rank), ("掲載順位", .rank), ("最適化スコア", .rank),
    ("Reach", .people), ("リーチ", .people), ("Active users", .people), ("アクティブ ユーザー", .people),
    ("Unique Opens", .people), ("Users", .people), ("ユーザー数", .people),
    ("セッションあたりの平均エンゲージメント時間", .average), ("Average engagement time per active user", .average),
    ("ＣＴＲ", .ratio),
  ])
  func otherFiguresDoNot(_ header: String, _ role: ColumnRole) {
    #expect(ColumnRole(header: header) == role)
    #expect(!role.isAdditive)
  }
}
