import Metrics
import Testing

@testable import Reporting

private func report(_ query: Query, _ snapshot: Snapshot = ShopSnapshot.make()) -> QueryReport {
  QueryReport(query, of: snapshot, asOf: ShopSnapshot.asOf)
}

@Test func aQueryIsJSONWithARowOnEachLine() {
  let target = Target(metric: "visits", grain: .week, from: ShopSnapshot.first, value: 140)
  let json = report(Query(metrics: ["visits"]), ShopSnapshot.make(targets: [target])).json
  #expect(
    json == """
      {"as_of": "2026-11-15", "rows": [
        {"metric": "visits", "grain": "week", "period": "2026-W46", "from": "2026-11-09", \
      "to": "2026-11-15", "segment": {}, "value": 119, "covered_days": 7, "days": 7, \
      "complete": true, "previous": 105, "change": 14, "change_ratio": 0.13333333333333333, \
      "previous_year": null, "year_change_ratio": null, "target": 140, "attainment": 0.85, \
      "status": "off_track", "reason": null}
      ]}

      """)
}

@Test func aQueryIsCSVWithAColumnPerDimension() {
  let csv = report(Query(metrics: ["visits"], dimension: "channel")).csv
  #expect(
    csv == """
      metric,grain,period,from,to,segment_channel,value,covered_days,days,complete,previous,\
      change,change_ratio,previous_year,year_change_ratio,target,attainment,status,reason
      visits,week,2026-W46,2026-11-09,2026-11-15,Email,35,7,7,true,35,0,0,,,,,,
      visits,week,2026-W46,2026-11-09,2026-11-15,Paid Search,84,7,7,true,70,14,0.2,,,,,,

      """)
}

@Test func aQueryIsATableForPeople() {
  let text = report(
    Query(metrics: ["visits", "rate"], periods: .last(2))
  ).text(with: .plain)
  #expect(
    text == """
      METRIC  PERIOD     VALUE  PREVIOUS   CHANGE  CHANGE%  YEAR%  NOTE
      visits  2026-W45     105         –        –        –      –  no data
      visits  2026-W46     119       105      +14   +13.3%      –
      rate    2026-W45  20.00%         –        –        –      –  no data
      rate    2026-W46  20.17%    20.00%  +0.17pt    +0.8%      –

      """)
}

@Test func changesAreMeasuredAgainstWhatIsAskedFor() {
  let target = Target(metric: "visits", grain: .week, from: ShopSnapshot.first, value: 140)
  let report = report(Query(metrics: ["visits"]), ShopSnapshot.make(targets: [target]))
  #expect(
    report.text(comparedWith: .target, with: .plain) == """
      METRIC  PERIOD    VALUE  TARGET  CHANGE  CHANGE%  YEAR%  ATTAINED  STATUS
      visits  2026-W46    119     140     -21   -15.0%      –     85.0%  off track

      """)
  #expect(
    report.text(comparedWith: .year, with: .plain) == """
      METRIC  PERIOD    VALUE  YEAR BEFORE  CHANGE  CHANGE%  TARGET  ATTAINED  STATUS     NOTE
      visits  2026-W46    119            –       –        –     140     85.0%  off track  no data

      """)
}

@Test func aQueryWithoutATargetToCompareWithSaysSo() {
  let text = report(Query(metrics: ["visits"])).text(comparedWith: .target, with: .plain)
  #expect(text.hasSuffix("visits  2026-W46    119       –       –        –      –  no target\n"))
}

@Test func theHeadsAndNotesOfAQueryAreInTheLanguage() {
  let text = report(Query(metrics: ["rate"], grain: .month)).text(with: Pen(.japanese))
  #expect(
    text == """
      指標    期間           実績  前期  増減  増減率  前年比  備考
      rate  2026-11  20.09%   –   –    –    –  2026-11-15まで、14/15日、データなし

      """)
}

@Test func changesForBetterAndWorseHaveTones() {
  let target = Target(metric: "visits", grain: .week, from: ShopSnapshot.first, value: 140)
  let report = report(Query(metrics: ["visits"]), ShopSnapshot.make(targets: [target]))
  #expect(
    report.text(with: .marking).split(separator: "\n").last.map(String.init)
      == "visits  2026-W46    119       105     <good +14>   <good +13.3%>      <faint –>     140"
      + "     85.0%  <bad off track>")
}

@Test func aPartialPeriodEndsAtTheAsOfDate() {
  let csv = report(Query(metrics: ["orders"], grain: .month)).csv
  #expect(
    csv.hasSuffix(
      "orders,month,2026-11,2026-11-01,2026-11-15,45,14,15,false,,,,,,,,,no_data\n"))
}

@Test func aPeriodThatHasNotBegunHasNoDays() {
  let query = Query(metrics: ["orders"], periods: .last(1, endingOn: ShopSnapshot.asOf + 1))
  #expect(
    report(query).csv.hasSuffix("orders,week,2026-W47,,,,0,0,false,,,,,,,,,not_begun\n"))
}

@Test func aMetricWithoutTheDimensionHasARowThatSaysSo() {
  let query = Query(metrics: ["orders"], dimension: "channel")
  #expect(report(query).json.contains("\"segment\": {\"channel\": null}, \"value\": null"))
  #expect(report(query).json.contains("\"reason\": \"unknown_dimension\""))
}

@Test func severalValuesOfAFilterAreAListInJSONAndJoinedInCSV() {
  let query = Query(
    metrics: ["visits"], filter: Segment(["channel": ["Paid Search", "Email"]]))
  #expect(report(query).json.contains("\"segment\": {\"channel\": [\"Email\", \"Paid Search\"]}"))
  #expect(report(query).csv.contains(",\"Email,Paid Search\",119,"))
}

@Test func aCellThatASpreadsheetWouldComputeIsMadeAText() {
  for channel: SafeText in ["=1+1", "+1", "-1", "@x", "＝1", "＋1", "－1", "＠x"] {
    let snapshot = ShopSnapshot.make(channel: channel)
    let csv = report(Query(metrics: ["visits"], dimension: "channel"), snapshot).csv
    #expect(csv.contains(",'\(channel),84,"))
  }
}

@Test func negativeNumbersStayNumbersInCSV() {
  let table = CSVTable(header: ["a", "b"], rows: [[.number(-1.5), .text("x\"y")]])
  #expect(table.text == "a,b\n-1.5,\"x\"\"y\"\n")
}

@Test func toDateHasARowPerGrain() {
  let csv = report(Query(metrics: ["orders"], periods: .toDate)).csv
  let periods = csv.split(separator: "\n").dropFirst().map { $0.split(separator: ",")[2] }
  #expect(periods == ["2026-W46", "2026-11", "2026-Q4", "2026"])
}

@Test func everyPeriodThatHoldsADayOfTheRangeHasARow() {
  let range = DayRange(ShopSnapshot.asOf - 7, through: ShopSnapshot.asOf - 6)
  let csv = report(Query(metrics: ["orders"], periods: .touching(range))).csv
  #expect(csv.contains("2026-W45") && csv.contains("2026-W46"))
}

@Test func wideCharactersKeepColumnsAligned() {
  let table = TextTable([.text("A"), .number("B")], rows: [["売上", "1"], ["x", "10"]])
  #expect(
    table.text(
      with: Pen(measure: { $0.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2000 ? 2 : 1) } }))
      == "A      B\n売上   1\nx     10\n")
}
