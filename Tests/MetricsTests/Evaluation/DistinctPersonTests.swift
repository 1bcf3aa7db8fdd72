import Testing

@testable import Metrics

@Suite struct DistinctPersonTests {
  private let first = Day(number: 20_440)

  private func snapshot(
    _ events: [LoggedEvent], _ calendar: BusinessCalendar = BusinessCalendar()
  ) -> Snapshot {
    Snapshot(
      definitions: Definitions(
        workspace: WorkspaceDefinition(calendar: calendar),
        metrics: ["visit", "buy"].map { measured($0, .distinct) }),
      sources: ["files": SourceRollup(events, dimensions: ["channel", "country"])])
  }

  @Test func aPersonOfTwoDaysIsOneInTheWeek() throws {
    let monday = try #require(Day(iso: "2026-11-09"))
    let data = snapshot([
      LoggedEvent(0, on: monday, "visit", ["a", "JP"]),
      LoggedEvent(0, on: monday, "visit", ["a", "JP"]),
      LoggedEvent(0, on: monday + 1, "visit", ["b", "JP"]),
      LoggedEvent(1, on: monday + 1, "visit", ["a", "US"]),
      LoggedEvent(1, on: monday + 1, "buy", ["a", "US"]),
    ])
    #expect(try data.value("visit", "2026-11-09").value == 1)
    #expect(try data.value("visit", "2026-11-10").value == 2)
    #expect(try data.value("visit", "2026-W46").value == 2)
    #expect(try data.value("visit", "2026-W46", in: Segment(["channel": ["a"]])).value == 2)
    #expect(try data.value("visit", "2026-W46", in: Segment(["channel": ["b"]])).value == 1)
    #expect(try data.value("visit", "2026-W46", in: Segment(["channel": ["a", "b"]])).value == 2)
    #expect(try data.value("buy", "2026-W46").value == 1)
  }

  /// Every grain, some as-of dates in the middle of periods, and filters by one value, several, and two
  /// dimensions; with few persons over many days, and many persons over few.
  @Test(arguments: [(40, 300, 90), (300, 2000, 30), (50_000, 1000, 200)])
  func everyGrainAndSegmentIsWhatASetGives(_ persons: Int, _ rows: Int, _ days: Int) {
    var random = SeededNumbers(seed: UInt64(persons))
    let events = (0..<rows).map { _ in
      LoggedEvent(
        Int.random(in: 0..<persons, using: &random),
        on: first + Int.random(in: 0..<days, using: &random),
        Int.random(in: 0..<3, using: &random) == 0 ? "buy" : "visit",
        [
          ["a", "b", "c"].randomElement(using: &random) ?? "a",
          ["JP", "US"].randomElement(using: &random) ?? "JP",
        ])
    }
    let calendar = BusinessCalendar(weekStart: .sunday, fiscalStartMonth: 4)
    let data = snapshot(events, calendar)
    var wrong: [String] = []
    for values in [[], ["a"], ["a", "c"]] as [Set<SafeText>] {
      for country in [[], ["US"]] as [Set<SafeText>] {
        let own = events.filter {
          (values.isEmpty || values.contains($0.segment[0]))
            && (country.isEmpty || country.contains($0.segment[1]))
        }
        for asOf in [first + days / 2, first + days] {
          let evaluator = Evaluator(
            data, asOf: asOf, segment: Segment(["channel": values, "country": country]))
          for grain in Grain.allCases {
            for _ in 0..<6 {
              let day = first + Int.random(in: 0..<days, using: &random)
              let period = calendar.period(grain, containing: day)
              for metric in ["visit", "buy"] {
                let expected = Set(
                  own.filter {
                    $0.event == metric && period.range.contains($0.day) && $0.day <= asOf
                  }.map(\.person)
                ).count
                let found = evaluator.value(metric, in: period)
                if let value = found.value, Int(value) != expected {
                  wrong.append("\(metric) \(grain) \(day): \(value), not \(expected)")
                }
                if found.value == nil, expected > 0 { wrong.append("\(metric) \(grain): none") }
              }
            }
          }
        }
      }
    }
    #expect(wrong.prefix(5) == [])
  }

  @Test func aDayBeforeTheFirstAndAfterTheLastHaveNobody() {
    let sets = DailySets(segments: [[(day: 5, codes: [1, 2]), (day: 9, codes: [2])], []])
    let counter = DistinctCount()
    func count(_ from: Int32, _ until: Int32, of segments: [Int] = [0, 1]) -> Int {
      counter.count(
        sets, of: segments, in: DayRange(Day(number: from), until: Day(number: until)))
    }
    #expect(count(0, 5) == 0)
    #expect(count(0, 6) == 2)
    #expect(count(5, 10) == 2)
    #expect(count(6, 10) == 1)
    #expect(count(10, 99) == 0)
    #expect(count(0, 99, of: [1]) == 0)
    #expect(count(0, 99, of: []) == 0)
  }
}
