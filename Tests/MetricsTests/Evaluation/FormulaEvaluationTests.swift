import Testing

@testable import Metrics

/// A formula is evaluated on the aggregates of its operands.
@Suite struct FormulaEvaluationTests {
  private let table: Table

  init() throws {
    table = try Table(
      """
      day        channel cost leads visits deals
      2026-11-02 paid    100  1     10     -
      2026-11-02 organic 20   4     90     1
      2026-11-03 paid    300  9     100    0
      2026-11-05 organic 0    0     50     -
      """, dimensions: ["channel"])
  }

  private func value(
    _ formula: String, _ label: String = "2026-W45", in segment: Segment = Segment()
  ) throws -> MetricValue {
    let snapshot = Snapshot(
      table,
      [
        measured("cost"), measured("leads"), measured("visits"), measured("deals"),
        try computed("cpa", "cost / leads"), try computed("tested", formula),
      ])
    return try snapshot.value("tested", label, asOf: "2026-11-08", in: segment)
  }

  @Test func aRateIsARatioOfSumsAndNotAMeanOfRatios() throws {
    // The mean of the daily ratios of leads to visits would be (0.05 + 0.09 + 0) / 3.
    #expect(try value("leads / visits").value == 14.0 / 250)
    #expect(try value("leads / visits", "2026-11-02").value == 5.0 / 100)
    #expect(try value("leads / visits", "2026-11").value == 14.0 / 250)
  }

  @Test func aRateOfASegmentIsThatSegmentsRatioOfSums() throws {
    #expect(try value("cost / leads", in: Segment(["channel": ["paid"]])).value == 40)
    #expect(try value("cost / leads", in: Segment(["channel": ["organic"]])).value == 5)
    #expect(try value("cost / leads").value == 30)
  }

  @Test func aFormulaOfFormulasUsesTheirAggregates() throws {
    #expect(try value("cpa * 2").value == 60)
    #expect(try value("cost - cpa * leads").value == 0)
  }

  @Test(arguments: [
    ("2 + 3 * 4", 14.0), ("(2 + 3) * 4", 20), ("10 - 4 - 3", 3), ("100 / 10 / 2", 5),
    ("-3 + 1", -2),
    ("abs(3 - 5)", 2), ("min(4, 2, 3)", 2), ("max(4, 2, 30%)", 4), ("coalesce(1 / 0, 7)", 7),
    ("coalesce(0, 7)", 0), ("leads - cost", -406), ("max(leads, 20)", 20), ("0 / leads", 0),
  ])
  func figuresAreThoseOfAPocketCalculator(formula: String, expected: Double) throws {
    #expect(try value(formula).value == expected)
  }

  @Test(arguments: [
    "cost / 0", "cost / (leads - 14)", "1 + cost / 0", "-(cost / 0)", "abs(1 / 0)", "min(1, 1 / 0)",
    "max(1 / 0, 1)", "(1 / 0) * 0", "0 / (1 / 0)", "0 / 0", "coalesce(1 / 0, 2 / 0)",
  ])
  func divisionByZeroSpreads(formula: String) throws {
    let value = try value(formula)
    #expect(value.value == nil)
    #expect(value.reason == .divisionByZero)
  }

  @Test func whatIsNotAvailableSpreadsWithItsReason() throws {
    #expect(try value("cost + leads", "2026-11-04").reason == .noData)
    #expect(try value("cost / deals", "2026-11-05").reason == .noData)
    #expect(try value("coalesce(deals, 0) + cost", "2026-11-05").value == 0)
    #expect(try value("coalesce(deals, nothing)", "2026-11-05").reason == .noData)
  }

  @Test func theCoverageOfAFormulaIsTheLeastOfItsOperands() throws {
    let coverage = try value("deals / visits").coverage
    #expect(coverage == Coverage(covered: 2, days: 7, missing: 5))
    #expect(try value("visits / 2").coverage == Coverage(covered: 3, days: 7, missing: 4))
    #expect(try value("2 * 3").coverage == Coverage(covered: 7, days: 7, missing: 0))
  }

  @Test func sumsAndTheirMultiplesAreAdditiveAndRatesAreNot() throws {
    let metrics = [
      measured("cost"), measured("leads", .count), measured("users", .distinct),
      measured("mrr", .last), measured("hours", .mean),
    ]
    func isAdditive(_ formula: String) throws -> Bool {
      let snapshot = Snapshot(table, metrics + [try computed("tested", formula)])
      return Evaluator(snapshot, asOf: Day(number: 20_765)).isAdditive("tested")
    }
    for formula in ["cost", "cost + leads", "cost - 2 * leads", "-cost / 100", "50% * cost"] {
      #expect(try isAdditive(formula))
    }
    for formula in [
      "users", "mrr", "hours", "cost / leads", "cost * leads", "cost + 1", "7", "2 / cost",
      "abs(cost)", "min(cost, leads)", "cumulative(cost)", "cost + users", "unknown",
    ] {
      #expect(try !isAdditive(formula))
    }
  }
}
