import Metrics
import Testing

@testable import MetricsStore

@Suite struct HeaderNames {
  @Test(arguments: [
    ("Sessions", "sessions"), ("ＳＥＳＳＩＯＮＳ", "Sessions"), ("アクティブ ユーザー", "アクティブユーザー"),
    ("ｱｸﾃｨﾌﾞ ﾕｰｻﾞｰ", "アクティブ ユーザー"), ("ﾍﾟｰｼﾞ", "ページ"), ("ｳﾞｧ", "ヴァ"), ("商談 所有者", "商談　所有者"),
    ("費用\u{A0}", "費用"), ("か\u{3099}く", "がく"), ("チャネル グループ（デフォルト）", "チャネル グループ (デフォルト)"),
    ("確度（％）", "確度(%)"), ("\u{FEFF}Day", "Day"), ("Cost – total", "Cost - total"),
    ("ÉTÉ", "e\u{301}te\u{301}"), ("表示①", "表示1"), ("￥", "¥"), ("〜", "～"),
  ])
  func namesThatPeopleReadAsOneAreOne(_ pair: (String, String)) {
    #expect(HeaderName(pair.0).folded == HeaderName(pair.1).folded)
  }

  @Test(arguments: [
    ("ハ", "パ"), ("ﾊ", "ﾊﾟ"), ("Clicks", "Clicks (all)"), ("Users", "New users"), ("ー", "-"),
    ("ッ", "ツ"),
  ])
  func namesThatDifferStayDifferent(_ pair: (String, String)) {
    #expect(!HeaderName(pair.0).isLike(HeaderName(pair.1)))
  }

  @Test func aUnitInBracketsIsNoPartOfTheName() {
    #expect(HeaderName("消化金額 (JPY)").bare == "消化金額")
    #expect(HeaderName("Amount spent (USD)").unit == "usd")
    #expect(HeaderName("売上（千円）").unit == "千円")
    #expect(HeaderName("確度(%)").unit == "%")
    #expect(HeaderName("売上[円]").unit == "円")
    #expect(HeaderName("Clicks (all)").unit == nil)
    #expect(HeaderName("(JPY)").unit == nil)
    #expect(HeaderName("Date entered \"Won (Sales)\"").unit == nil)
  }

  @Test func twoUnitsAreTwoColumns() {
    #expect(HeaderName("Cost").isLike(HeaderName("Cost (JPY)")))
    #expect(HeaderName("Cost (JPY)").isLike(HeaderName("Cost")))
    #expect(!HeaderName("Cost (JPY)").isLike(HeaderName("Cost (USD)")))
  }

  @Test func aMatchTakesTheExactNameThenTheFoldedThenTheOneWithAUnit() {
    let columns: [ColumnName] = [["Cost"], ["費用"], ["cost (usd)"]]
    #expect(HeaderMatch(columns, in: ["Cost (JPY)", "cost", "Cost"]).fields == [2, nil, 1])
    #expect(HeaderMatch(columns, in: ["Cost (JPY)", "cost"]).fields == [1, nil, 1])
    #expect(HeaderMatch(columns, in: ["Cost (JPY)", "費用(千円)"]).fields == [0, 1, nil])
  }

  @Test func columnsThatDifferInTheUnitOnlyAreTold() {
    let match = HeaderMatch([["Cost"]], in: ["Day", "Cost (JPY)", "Cost (USD)"])
    #expect(match.fields == [1])
    #expect(match.ambiguities.map(\.fields) == [[1, 2]])
    #expect(HeaderMatch([["Cost"]], in: ["Cost", "Cost (USD)"]).ambiguities.isEmpty)
  }

  @Test func repeatedNamesAreNumbered() {
    let match = HeaderMatch([["Visits (2)"]], in: ["Visits", "Visits", "", "", "Visits"])
    #expect(match.names == ["Visits", "Visits (2)", "", "", "Visits (3)"])
    #expect(match.fields == [1])
    #expect(match.duplicates.map(\.field) == [1, 4])
  }

  @Test func aNumberThatIsTakenIsPassedOver() {
    #expect(DistinctNames(["A", "A", "A (2)", "A"]).names == ["A", "A (3)", "A (2)", "A (4)"])
  }

  @Test func manyEqualNamesTakeNoLongerThanTheyAreMany() {
    let names = DistinctNames(Array(repeating: "x", count: 50_000)).names
    #expect(Set(names).count == 50_000)
  }

  @Test func columnsThatMayLackDoNotHideAHeader() {
    let match = HeaderMatch([["Day"], ["Cost"]], in: ["Cost"])
    #expect(match.isComplete(besides: [0]))
    #expect(!match.isComplete(besides: [1]))
    #expect(match.complete == nil)
  }
}

@Suite struct HeaderOddities {
  @Test func twoCurrenciesOfOneColumnAreAWarning() {
    let loaded = Loaded(
      web, [measured("cost", "web", "cost")],
      csv: "Date,Channel,Cost (JPY),Cost (USD)\n2026-11-01,P,100,1\n")
    #expect(loaded.value("cost", "2026-11-01") == 100)
    #expect(loaded.codes == ["ambiguous-column"])
    #expect(loaded.places == ["data/a.csv:1:14"])
  }

  @Test func aRepeatedNameSaysHowToNameTheOther() {
    let loaded = Loaded(
      web, [measured("sessions", "web", "sessions")],
      csv: "Date,Channel,Sessions,Sessions\n2026-11-01,P,1,2\n")
    #expect(loaded.snapshot.issues.map(\.help) == ["name the other one as \"Sessions (2)\""])
  }
}
