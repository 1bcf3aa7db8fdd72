import Metrics
import Testing

@testable import MetricsStore

@Suite struct DefinitionsUnitsTests {
  @Test(arguments: [
    ("leads / visits", MetricUnit.ratio), ("leads + won", .count), ("2 * leads", .count),
    ("leads / 2", .count), ("rate + rate", .percent), ("rate * visits", .count),
    ("rate * rate", .percent), ("cost / leads", .currency), ("cost * rate + 5", .currency),
    ("cost * age / age", .currency), ("-lag(age, 2)", .days), ("age + 30", .days),
    ("max(cost, 0)", .currency), ("cumulative(leads)", .count), ("1 + 1", .count),
    ("per_lead * leads", .currency), ("chain", .currency),
  ])
  func aFormulaHasTheUnitThatFollows(_ formula: String, unit: MetricUnit) {
    let loaded = load(workspace("{formula: \"\(formula)\"}"))
    #expect(lines(loaded) == [])
    #expect(loaded.definitions?.metric("x")?.unit == unit)
  }

  @Test(arguments: [
    ("{formula: cost / leads, unit: currency}", [String]()),
    ("{formula: leads / cost, unit: ratio}", []),
    ("{formula: leads / visits, unit: count}", []),
    ("{formula: 3, unit: currency}", []),
    ("{formula: leads / visits, unit: currency}", ["unit-mismatch"]),
    ("{formula: cost * cost, unit: currency}", ["unit-mismatch"]),
    ("{formula: cost / leads}", []),
    ("{formula: leads / cost}", ["senseless-unit"]),
    ("{formula: cost * age}", ["senseless-unit"]),
    ("{formula: cost + age}", ["unlike-units"]),
    ("{formula: \"min(cost, leads)\"}", ["unlike-units"]),
    ("{formula: \"coalesce(cost / leads, age)\"}", ["unlike-units"]),
  ])
  func aUnitThatMakesNoSenseIsAnError(_ metric: String, codes: [String]) {
    #expect(load(workspace(metric)).issues.map(\.code) == codes)
  }

  private func workspace(_ metric: String) -> String {
    """
    sources: {web: {files: a.csv, date: d, measures: {n: n, c: c, a: a, r: r}}}
    metrics:
      x: \(metric)
      chain: {formula: per_lead}
      per_lead: {formula: cost / leads}
      visits: {from: web.n}
      leads: {from: web.n}
      won: {from: web.n}
      cost: {from: web.c, unit: currency}
      age: {from: web.a, rollup: mean, unit: days}
      rate: {from: web.r, rollup: mean, unit: percent}
    """
  }
}
