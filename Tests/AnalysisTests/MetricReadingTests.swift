import Analysis
import Metrics
import Testing

/// What a metric is held against in one period, and whether a change is good.
@Suite struct MetricReadingTests {
  private func reading(
    _ better: Polarity, target goal: Double? = nil, values: String = "10 20"
  ) throws -> MetricReading {
    let numbers = values.split(separator: " ")
    let days = ["2026-11-10", "2026-11-11"]
    let rows = zip(days, numbers).map { "\($0) \($1)" }.joined(separator: "\n")
    var metric = measured("cost")
    metric.better = better
    let targets = try goal.map { [try target("cost", .day, $0)] } ?? []
    let evaluator = try Snapshot(Table("day cost\n" + rows), [metric], targets: targets)
      .evaluator(asOf: "2026-11-11")
    return try #require(
      MetricReading(
        "cost", in: try evaluator.period("2026-11-11"), by: evaluator,
        targets: TargetBook(evaluator)))
  }

  @Test(
    arguments: [(Polarity.higher, true), (.lower, false), (.neutral, nil)] as [(Polarity, Bool?)])
  func whetherARiseIsGoodIsTheMetricsChoice(better: Polarity, isGood: Bool?) throws {
    let change = try reading(better).change(.previous)
    #expect(change.absolute == 10)
    #expect(change.ratio == 1)
    #expect(change.isGood == isGood)
    #expect(try reading(better, values: "20 10").change(.previous).isGood == isGood.map { !$0 })
  }

  @Test func noChangeIsNeitherGoodNorBad() throws {
    let change = try reading(.higher, values: "10 10").change(.previous)
    #expect(change.absolute == 0)
    #expect(change.isGood == nil)
  }

  @Test func withoutAYearBeforeThereIsNoChange() throws {
    let change = try reading(.higher).change(.year)
    #expect(change.absolute == nil)
    #expect(change.isGood == nil)
    #expect(change.reason == .noData)
  }

  @Test func aTargetIsAReferenceToo() throws {
    let change = try reading(.lower, target: 25).change(.target)
    #expect(change.reference == 25)
    #expect(change.absolute == -5)
    #expect(change.ratio == -0.2)
    #expect(change.isGood == true)
    #expect(change.reason == nil)
  }

  @Test func withoutATargetTheReasonIsSaid() throws {
    let change = try reading(.higher).change(.target)
    #expect(change.reference == nil)
    #expect(change.absolute == nil)
    #expect(change.reason == .noTarget)
  }

  @Test func againstATargetOfZeroThereIsNoRatio() throws {
    let change = try reading(.lower, target: 0).change(.target)
    #expect(change.absolute == 20)
    #expect(change.ratio == nil)
    #expect(change.reason == .fromZero)
    #expect(change.isGood == false)
  }

  @Test func aWeekThatLacksADayIsNotJudgedAgainstItsTarget() throws {
    let table = try Table(from: "2026-10-26", through: "2026-11-08") {
      $0.civil.day == 4 ? [:] : ["cost": 10]
    }
    let evaluator = try Snapshot(
      table, [measured("cost")], targets: [target("cost", .week, 70)]
    ).evaluator(asOf: "2026-11-08")
    let reading = try #require(
      MetricReading(
        "cost", in: try evaluator.period("2026-W45"), by: evaluator,
        targets: TargetBook(evaluator)))
    #expect(reading.value.value == 60)
    #expect(reading.attainment?.target == 70)
    #expect(reading.attainment?.ratio == nil)
    #expect(reading.attainment?.status == nil)
    #expect(reading.change(.target).absolute == nil)
    #expect(reading.change(.target).reason == .unequalCoverage)
  }

  @Test func whatIsNotDefinedHasNoReading() throws {
    let evaluator = try Snapshot(Table("day cost\n2026-11-11 1"), [measured("cost")])
      .evaluator(asOf: "2026-11-11")
    let period = try evaluator.period("2026-11")
    let targets = TargetBook(evaluator)
    #expect(MetricReading("orders", in: period, by: evaluator, targets: targets) == nil)
    let known = MetricReading("cost", in: period, by: evaluator, targets: targets)
    #expect(known?.isComplete == false)
    #expect(known?.attainment == nil)
  }
}
