import Testing

@testable import Metrics

private let day: Int64 = 86_400

/// How many persons reached each stage.
private func reached(
  _ events: [LoggedEvent], _ stages: [String], within days: Int? = nil, entered: DayRange? = nil
) -> [Int]? {
  OrderedFunnel(SourceRollup(events), stages: stages, within: days, entered: entered)?.reached
}

@Suite struct OrderedFunnelTests {
  @Test func stagesCountOnlyInTheirOrder() {
    let events = [
      LoggedEvent(0, 10, "visit"), LoggedEvent(0, 20, "signup"), LoggedEvent(0, 30, "buy"),
      LoggedEvent(1, 10, "signup"), LoggedEvent(1, 20, "visit"), LoggedEvent(1, 30, "buy"),
      LoggedEvent(2, 10, "buy"),
    ]
    #expect(reached(events, ["visit", "signup", "buy"]) == [2, 1, 1])
  }

  @Test func otherEventsBetweenStagesDoNotMatter() {
    let events = [
      LoggedEvent(0, 10, "visit"), LoggedEvent(0, 15, "buy"), LoggedEvent(0, 20, "signup"),
      LoggedEvent(0, 25, "visit"), LoggedEvent(0, 30, "buy"),
    ]
    #expect(reached(events, ["visit", "signup", "buy"]) == [1, 1, 1])
  }

  @Test func theWindowEndsWithItsLastSecond() {
    let onTime = [LoggedEvent(0, 10, "visit"), LoggedEvent(0, 10 + 30 * day, "signup")]
    let late = [LoggedEvent(0, 10, "visit"), LoggedEvent(0, 11 + 30 * day, "signup")]
    #expect(reached(onTime, ["visit", "signup"], within: 30) == [1, 1])
    #expect(reached(late, ["visit", "signup"], within: 30) == [1, 0])
    #expect(reached(late, ["visit", "signup"]) == [1, 1])
  }

  @Test func theWindowRunsFromEnteringNotFromTheStageBefore() {
    let events = [
      LoggedEvent(0, 0, "visit"), LoggedEvent(0, 20 * day, "signup"),
      LoggedEvent(0, 40 * day, "buy"),
    ]
    #expect(reached(events, ["visit", "signup", "buy"], within: 30) == [1, 1, 0])
  }

  @Test func aLaterEntranceCanCarryWhatAnEarlierOneCannot() {
    let events = [
      LoggedEvent(0, 0, "visit"), LoggedEvent(0, 1 * day, "signup"),
      LoggedEvent(0, 20 * day, "visit"), LoggedEvent(0, 25 * day, "signup"),
      LoggedEvent(0, 45 * day, "buy"),
    ]
    #expect(reached(events, ["visit", "signup", "buy"], within: 30) == [1, 1, 1])
  }

  @Test func aLaterEntranceDoesNotUndoWhatAnEarlierOneReached() {
    let events = [
      LoggedEvent(0, 0, "visit"), LoggedEvent(0, 5 * day, "signup"),
      LoggedEvent(0, 6 * day, "visit"), LoggedEvent(0, 7 * day, "buy"),
    ]
    #expect(reached(events, ["visit", "signup", "buy"], within: 30) == [1, 1, 1])
  }

  @Test func eventsOfOneMomentAreTakenInTheOrderOfTheStages() {
    let events = [
      LoggedEvent(0, 10, "a"), LoggedEvent(0, 10, "b"), LoggedEvent(0, 10, "c"),
    ]
    #expect(reached(events, ["c", "b", "a"]) == [1, 1, 1])
    #expect(reached(events, ["b", "c", "a"]) == [1, 1, 1])
  }

  @Test func thoseWhoEnteredInAPeriodAreFollowedBeyondIt() throws {
    let january = DayRange(
      try #require(Day(iso: "2026-01-01")), until: try #require(Day(iso: "2026-02-01")))
    let start = Int64(january.start.number) * day
    let events = [
      LoggedEvent(0, start + 30 * day, "visit"), LoggedEvent(0, start + 40 * day, "signup"),
      LoggedEvent(1, start - 1, "visit"), LoggedEvent(1, start, "signup"),
      LoggedEvent(2, start - 1, "visit"), LoggedEvent(2, start, "visit"),
      LoggedEvent(2, start + 1, "signup"), LoggedEvent(3, start + 31 * day, "visit"),
    ]
    #expect(reached(events, ["visit", "signup"], entered: january) == [2, 2])
  }

  @Test func whatHappensAfterTheAsOfDateDoesNotCount() throws {
    let monday = try #require(Day(iso: "2026-11-09"))
    let source = SourceRollup([
      LoggedEvent(0, on: monday, "visit"), LoggedEvent(0, on: monday + 1, "signup"),
      LoggedEvent(1, on: monday + 1, "visit"), LoggedEvent(2, on: monday + 2, "visit"),
    ])
    func reached(asOf day: Day) -> [Int]? {
      OrderedFunnel(source, stages: ["visit", "signup"], asOf: day)?.reached
    }
    #expect(reached(asOf: monday - 1) == [0, 0])
    #expect(reached(asOf: monday) == [1, 0])
    #expect(reached(asOf: monday + 1) == [2, 1])
    #expect(reached(asOf: monday + 2) == [3, 1])
  }

  @Test func aStageThatNeverHappensIsReachedByNobody() {
    #expect(reached([LoggedEvent(0, 1, "visit")], ["visit", "gone"]) == [1, 0])
    #expect(reached([], ["visit", "signup"]) == [0, 0])
    #expect(OrderedFunnel(SourceRollup(), stages: ["visit"]) == nil)
  }

  @Test func aPersonBelongsToTheSegmentOfTheFirstEntrance() throws {
    let events = [
      LoggedEvent(0, 10, "visit", ["social"]), LoggedEvent(0, 20, "visit", ["email"]),
      LoggedEvent(0, 30, "signup", ["direct"]),
      LoggedEvent(1, 10, "visit", ["email"]), LoggedEvent(2, 10, "signup", ["email"]),
    ]
    let source = SourceRollup(events, dimensions: ["channel"])
    let funnel = try #require(
      OrderedFunnel(source, stages: ["visit", "signup"], by: "channel"))
    #expect(funnel.reached == [2, 1])
    #expect(funnel.parts.map(\.value) == ["email", "social"])
    #expect(funnel.parts.map(\.reached) == [[1, 0], [1, 1]])
    let social = OrderedFunnel(
      source, stages: ["visit", "signup"], part: Segment(["channel": ["social"]]))
    #expect(social?.reached == [1, 1])
    #expect(OrderedFunnel(source, stages: ["visit"], by: "country") == nil)
    #expect(OrderedFunnel(source, stages: ["visit"], part: Segment(["x": ["y"]])) == nil)
  }

  @Test func entrancesOfOneMomentCountForTheFirstSegmentByName() throws {
    let one = [LoggedEvent(0, 10, "visit", ["b"]), LoggedEvent(0, 10, "visit", ["a"])]
    for events in [one, one.reversed()] {
      let funnel = OrderedFunnel(
        SourceRollup(events, dimensions: ["channel"]), stages: ["visit"], by: "channel")
      #expect(funnel?.parts.map(\.value) == ["a"])
    }
  }

  @Test func moreStagesThanBitsAreRefused() {
    let stages = (0...64).map { "s\($0)" }
    #expect(reached([], stages) == nil)
    #expect(reached([], stages.dropLast())?.count == 64)
  }

  /// Whether some chain of events goes through so many stages, by trying all of them.
  private func hasChain(
    _ own: [LoggedEvent], _ stages: ArraySlice<String>, from moment: Int64, until limit: Int64
  ) -> Bool {
    guard let stage = stages.first else { return true }
    return own.contains { event in
      event.event == stage && event.moment >= moment && event.moment <= limit
        && hasChain(own, stages.dropFirst(), from: event.moment, until: limit)
    }
  }

  @Test func itIsWhatTryingEveryChainGives() throws {
    var random = SeededNumbers(seed: 11)
    let names = ["a", "b", "c", "d", "other"]
    var wrong: [String] = []
    for round in 0..<300 {
      let persons = Int.random(in: 1...6, using: &random)
      let hours = Int64.random(in: 2...400, using: &random)
      let events = (0..<Int.random(in: 1...40, using: &random)).map { _ in
        LoggedEvent(
          Int.random(in: 0..<persons, using: &random),
          Int64.random(in: -hours..<hours, using: &random) * 3600,
          names.randomElement(using: &random) ?? "a",
          [["x", "y"].randomElement(using: &random) ?? "x"])
      }
      let stages = Array(names.dropLast().shuffled(using: &random).prefix(1 + round % 4))
      let within = round % 3 == 0 ? nil : Int.random(in: 0...9, using: &random)
      let entered = DayRange(Day(number: -4), until: Day(number: round % 2 == 0 ? 4 : 99))
      let window = within.map { Int64($0) * day } ?? 1 << 40
      var expected = [[String]: [Int]]()
      for person in 0..<persons {
        let own = events.filter { $0.person == person }
        let entrances = own.filter { $0.event == stages[0] && entered.contains($0.day) }
        guard let first = entrances.map(\.moment).min() else { continue }
        let segment = entrances.filter { $0.moment == first }.map(\.segment[0]).min()
        for (stage, _) in stages.enumerated() {
          let isReached = entrances.contains {
            hasChain(own, stages[1..<stage + 1], from: $0.moment, until: $0.moment + window)
          }
          expected[[segment?.string ?? ""], default: stages.map { _ in 0 }][stage] +=
            isReached ? 1 : 0
        }
      }
      let funnel = try #require(
        OrderedFunnel(
          SourceRollup(events, dimensions: ["s"]), stages: stages, within: within,
          entered: entered, by: "s"))
      let found = funnel.parts.map { ([$0.value.string], $0.reached) }
      if Dictionary(uniqueKeysWithValues: found) != expected { wrong.append("round \(round)") }
      let sums = stages.indices.map { stage in expected.values.reduce(0) { $0 + $1[stage] } }
      if sums != funnel.reached { wrong.append("sum \(round)") }
    }
    #expect(wrong.prefix(5) == [])
  }
}
