import Testing

@testable import Metrics

@Suite struct SegmentTests {
  private let snapshot: Snapshot

  init() throws {
    let sales = try Table(
      """
      day        channel country sales
      2026-01-05 paid    JP      1
      2026-01-05 paid    US      2
      2026-01-05 organic JP      4
      2026-01-05 mail    US      8
      2026-01-06 mail    JP      16
      """, dimensions: ["channel", "country"])
    let visits = try Table(
      """
      day        channel visits
      2026-01-05 paid    100
      2026-01-05 organic 300
      """, dimensions: ["channel"])
    snapshot = Snapshot(
      ["files": sales, "web": visits],
      [
        measured("sales"), measured("visits", source: "web"),
        try computed("rate", "sales / visits"),
      ])
  }

  private func sales(_ values: [String: Set<SafeText>]) throws -> Double? {
    try snapshot.value("sales", "2026-W02", in: Segment(values)).value
  }

  @Test func severalValuesOfOneDimensionAreJoined() throws {
    #expect(try sales(["channel": ["paid"]]) == 3)
    #expect(try sales(["channel": ["paid", "organic"]]) == 7)
    #expect(try sales(["channel": ["paid", "organic", "mail"]]) == 31)
    #expect(try sales(["channel": ["paid", "unheard of"]]) == 3)
  }

  @Test func severalDimensionsNarrow() throws {
    #expect(try sales(["channel": ["paid"], "country": ["JP"]]) == 1)
    #expect(try sales(["channel": ["paid", "mail"], "country": ["US"]]) == 10)
    #expect(try sales(["channel": ["organic"], "country": ["US"]]) == 0)
  }

  @Test func aDimensionWithoutValuesIsNoLimit() throws {
    #expect(try sales([:]) == 31)
    #expect(try sales(["channel": []]) == 31)
    #expect(Segment(["channel": []]).isEverything)
  }

  @Test func aSourceWithoutTheDimensionHasNoValueThere() throws {
    let japan = Segment(["country": ["JP"]])
    #expect(
      try snapshot.value("rate", "2026-W02", in: japan).reason
        == .unknownDimension(source: "web", dimension: "country"))
    let paid = Segment(["channel": ["paid"]])
    #expect(try snapshot.value("rate", "2026-W02", in: paid).value == 0.03)
  }

  @Test func narrowingIsCuttingWhatIsAccepted() {
    let some = Segment(["channel": ["paid", "mail"]])
    #expect(some.narrowed("channel", to: "mail") == Segment(["channel": ["mail"]]))
    #expect(
      some.narrowed("country", to: "JP")
        == Segment(["channel": ["paid", "mail"], "country": ["JP"]]))
    #expect(some.narrowed("country", to: "JP").dimensions == ["channel", "country"])
  }

  @Test func whatNothingCanBeInNeverBecomesEverything() throws {
    let nothing = Segment(["channel": ["paid"]]).narrowed("channel", to: "mail")
    #expect(!nothing.isEverything)
    #expect(try snapshot.value("sales", "2026-W02", in: nothing).value == 0)
    let narrower = nothing.narrowed("country", to: "JP")
    #expect(try snapshot.value("sales", "2026-W02", in: narrower).value == 0)
    let replaced = nothing.replacing("country", with: ["JP"])
    #expect(try snapshot.value("sales", "2026-W02", in: replaced).value == 0)
    #expect(nothing.replacing("channel", with: []).isEverything)
  }

  @Test func theValuesOfADimensionAreThoseOfAllSources() {
    #expect(snapshot.values(of: "channel").map(\.string) == ["mail", "organic", "paid"])
    #expect(snapshot.values(of: "country").map(\.string) == ["JP", "US"])
    #expect(snapshot.values(of: "planet").isEmpty)
  }

  @Test func theAsOfDateIsTheLastDayOfData() throws {
    let today = try #require(Day(iso: "2026-02-01"))
    #expect(snapshot.asOf(.latest, today: today).description == "2026-01-06")
    #expect(snapshot.asOf(.today, today: today) == today)
    #expect(snapshot.asOf(.day(today - 9), today: today) == today - 9)
    #expect(Snapshot().asOf(.latest, today: today) == today)
    #expect(AsOf("latest") == .latest && AsOf("today") == .today)
    #expect(AsOf("2026-02-01") == .day(today) && AsOf("2026-02-30") == nil)
  }

  /// A level per plan: each day's segments are added up, and only the last day's.
  @Test func aStockOfSeveralSegmentsIsTheirSumOnTheLastDay() throws {
    let table = try Table(
      """
      day        plan  mrr
      2026-01-30 basic 100
      2026-01-30 pro   900
      2026-01-31 basic 110
      2026-01-31 pro   880
      """, dimensions: ["plan"])
    let snapshot = Snapshot(table, [measured("mrr", .last)])
    #expect(try snapshot.value("mrr", "2026-01").value == 990)
    #expect(try snapshot.value("mrr", "2026-01", asOf: "2026-01-30").value == 1000)
    #expect(try snapshot.value("mrr", "2026-01", in: Segment(["plan": ["pro"]])).value == 880)
  }
}
