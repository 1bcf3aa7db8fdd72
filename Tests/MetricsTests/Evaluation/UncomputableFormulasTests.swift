import Testing

@testable import Metrics

/// Definitions that would never come to an end give no value, and give it at once.
@Suite struct UncomputableFormulasTests {
  private func snapshot(_ formulas: [(String, String)]) throws -> Snapshot {
    let table = try Table(
      """
      day        m0
      2026-01-01 1
      """)
    return Snapshot(table, [measured("m0")] + (try formulas.map { try computed($0, $1) }))
  }

  /// The reason for having no value, with what else an evaluator knows of such a metric.
  private func isUnknown(_ metric: String, in snapshot: Snapshot) throws -> Bool {
    let evaluator = Evaluator(snapshot, asOf: try #require(snapshot.latestDay))
    return try snapshot.value(metric, "2026-01").reason == .unknownMetric(metric)
      && evaluator.span(metric) == nil && !evaluator.isAdditive(metric)
  }

  @Test func aFormulaThatLeadsBackToItselfHasNoValue() throws {
    let circular = try snapshot([
      ("a", "a + 1"), ("b", "c"), ("c", "d * 2"), ("d", "abs(b)"), ("e", "lag(e, 1) + m0"),
      ("f", "cumulative(f)"), ("g", "m0 + coalesce(b, 0)"), ("fine", "m0 * 2"),
    ])
    for metric in ["a", "b", "c", "d", "e", "f", "g"] {
      #expect(try isUnknown(metric, in: circular))
    }
    #expect(try circular.value("fine", "2026-01").value == 2)
  }

  @Test func aTowerIsComputedUpToItsHeightAndNoFurther() throws {
    let tower = try snapshot((1...3000).map { ("m\($0)", "m\($0 - 1) + 1") })
    #expect(try tower.value("m64", "2026-01").value == 65)
    #expect(try isUnknown("m65", in: tower))
    #expect(try isUnknown("m3000", in: tower))
  }

  @Test func aFormulaThatDoublesAtEachStepHasNoValueOnceItIsTooLarge() throws {
    let doubling = try snapshot((1...60).map { ("m\($0)", "m\($0 - 1) + m\($0 - 1)") })
    #expect(try doubling.value("m10", "2026-01").value == 1024)
    #expect(try isUnknown("m20", in: doubling))
    #expect(try isUnknown("m60", in: doubling))
  }

  @Test func longChainsAboveOneAnotherHaveNoValueOnceTheyAreTooDeep() throws {
    let plus = String(repeating: "+1", count: 900)
    let deep = try snapshot((1...40).map { ("m\($0)", "m\($0 - 1)\(plus)") })
    #expect(try deep.value("m1", "2026-01").value == 901)
    #expect(try isUnknown("m2", in: deep))
    #expect(try isUnknown("m40", in: deep))
  }

  @Test func theFirstOfTwoMetricsOfOneNameCounts() throws {
    let twice = try snapshot([("a", "m0"), ("a", "m0 * 5")])
    #expect(try twice.value("a", "2026-01").value == 1)
  }
}
