import Metrics
import Testing

@testable import Reporting

private let report = SixTwelveReport(
  Query(metrics: ["visits"]), of: ShopSnapshot.make(), asOf: ShopSnapshot.asOf)

@Test func theBoxHasNineFiguresAndTheReasonsOfThoseThatAreNotThere() {
  #expect(
    report.json.contains(
      """
      "box": {"last_week": 119, "wow": 0.13333333333333333, "yoy": null, "mtd": 224, \
      "mtd_yoy": null, "qtd": 224, "qtd_yoy": null, "ytd": 224, "ytd_yoy": null, \
      "reasons": {"yoy": "no_data", "mtd_yoy": "no_data", "qtd_yoy": "no_data", \
      "ytd_yoy": "no_data"}}
      """))
}

@Test func sixTwelveIsCSVWithAPartPerRow() {
  let rows = report.csv.split(separator: "\n")
  #expect(rows.count == 1 + 6 + 12 + 9)
  #expect(rows[0] == "metric,part,period,from,to,value,previous_year,target,reason")
  #expect(rows[6] == "visits,week,2026-W46,2026-11-09,2026-11-15,119,,,no_data")
  #expect(rows[20] == "visits,box,wow,2026-11-09,2026-11-15,0.13333333333333333,,,")
}

@Test func sixTwelveIsTwoTablesForPeople() {
  let text = report.text(with: .plain)
  #expect(text.hasPrefix("visits\nPERIOD    VALUE  YEAR BEFORE  NOTE\n"))
  #expect(text.contains("\n2026-W46    119            –\n"))
  #expect(text.contains("\nwow        +13.3%\n"))
}

@Test func sixTwelveHasHeadsInTheLanguageAndTonesOfChanges() {
  let text = report.text(with: Pen(.japanese))
  #expect(text.hasPrefix("visits\n期間         実績  前年  備考\n"))
  #expect(text.contains("\nyoy             –  データなし\n"))
  #expect(report.text(with: .marking).contains("\nwow        <good +13.3%>\n"))
}
