import Metrics
import Testing

@testable import MetricsStore

@Suite struct TargetRowTests {
  private let place = SourcePlace(file: "data/targets.csv", line: 4)

  private func row(
    _ metric: String, _ grain: String, _ from: String, _ value: String,
    _ segment: [String: String] = [:]
  ) throws -> Result<Target, Metrics.Issue> {
    let definitions = try #require(load(fullExample).definitions)
    return TargetRow(
      metric: metric, grain: grain, from: from, value: value, segment: segment, place: place,
      definitions: definitions
    ).result
  }

  @Test func aRowIsATargetFromTheFirstDayOfItsPeriod() throws {
    let target = try row(
      "leads", "quarter", "FY2026-Q3", "1,350", ["channel": "Paid", "region": ""])
    #expect(
      try target.get()
        == Target(
          metric: "leads", segment: Segment(["channel": ["Paid"]]), grain: .quarter,
          from: try #require(Day(iso: "2026-10-01")), value: 1350, place: place))
  }

  @Test func aRowWithoutAGrainHoldsAtAny() throws {
    let target = try row("cvr", "", "2026-04-15", "2.4%").get()
    #expect(target.grain == nil)
    #expect(target.from == Day(iso: "2026-04-15"))
    #expect(target.value == 0.024)
  }

  @Test(arguments: [
    (["lead", "month", "2026-04", "3"], "unknown-metric"),
    (["leads", "monthly", "2026-04", "3"], "bad-value"),
    (["leads", "month", "April", "3"], "bad-value"),
    (["leads", "month", "2026-04", ""], "bad-value"),
    (["leads", "month", "2026-04", "many"], "bad-value"),
  ])
  func aRowWithAMistakeIsAnIssueAtItsLine(_ texts: [String], code: String) throws {
    let result = try row(texts[0], texts[1], texts[2], texts[3])
    let issue = #expect(throws: Metrics.Issue.self) { try result.get() }
    #expect(issue?.code == code)
    #expect(issue?.place == place)
  }

  @Test func aDimensionThatNoSourceHasIsAnIssue() throws {
    let result = try row("leads", "month", "2026-04", "3", ["chanel": "Paid"])
    let issue = #expect(throws: Metrics.Issue.self) { try result.get() }
    #expect(issue?.code == "unknown-dimension")
    #expect(issue?.help == "did you mean “channel”?")
  }
}
