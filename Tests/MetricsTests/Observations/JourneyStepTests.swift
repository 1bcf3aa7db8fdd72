import Testing

@testable import Metrics

@Suite struct JourneyStepTests {
  @Test(arguments: [
    ("1900-01-01", 0), ("1969-12-31", 86_399), ("1970-01-01", 0), ("2026-11-15", 43_200),
    ("2199-12-31", 86_399),
  ])
  func aStepKeepsItsSecondItsDayAndItsKind(_ date: String, _ second: Int64) throws {
    let day = try #require(Day(iso: date))
    let moment = Int64(day.number) * 86_400 + second
    for kind in [0, 1, Int32(JourneyStep.kindLimit - 1)] {
      let step = JourneyStep(moment: moment, kind: kind)
      #expect(step.moment == moment)
      #expect(step.day == day)
      #expect(step.kind == Int(kind))
      #expect(step.with(kind: 7).moment == moment)
      #expect(step.with(kind: 7).kind == 7)
    }
  }

  @Test func whatLiesOutsideIsMovedToTheEnds() {
    #expect(JourneyStep(moment: .min, kind: 3).day == Day(iso: "1900-01-01"))
    #expect(JourneyStep(moment: .max, kind: 3).moment == 1 << 33)
    #expect(JourneyStep(moment: 0, kind: -1).kind == 0)
  }

  @Test func stepsAreInTheOrderOfTime() {
    #expect(JourneyStep(moment: -5, kind: 9) < JourneyStep(moment: 3, kind: 0))
    #expect(JourneyStep(moment: 3, kind: 0) < JourneyStep(moment: 3, kind: 1))
  }
}
