import Metrics
import Testing

/// What adds up over segments and days, and what merely grows with time.
@Suite struct AdditivityTests {
  private func evaluator(_ formula: String) throws -> Evaluator {
    let metrics = [
      measured("leads"), measured("rows", .count), measured("price", .mean), measured("mrr", .last),
      measured("users", .distinct), try computed("tested", formula),
    ]
    let day = try #require(Day(iso: "2026-11-02"))
    return Evaluator(Snapshot(try Table("day leads\n2026-11-02 1"), metrics), asOf: day)
  }

  @Test(arguments: ["leads", "-leads", "leads + rows", "2 * leads - rows / 4"])
  func sumsAddUpAndGrow(formula: String) throws {
    #expect(try evaluator(formula).isAdditive("tested"))
    #expect(try evaluator(formula).growsWithTime("tested"))
  }

  @Test(arguments: [
    "leads * price", "abs(leads)", "max(leads - rows, 0)", "coalesce(leads, rows)", "leads / mrr",
    "lag(leads, 1)", "leads * rows / leads", "leads * 2 * price", "leads - 100",
  ])
  func anAmountGrowsThoughItsSegmentsNeedNotAddUp(formula: String) throws {
    #expect(try !evaluator(formula).isAdditive("tested"))
    #expect(try evaluator(formula).growsWithTime("tested"))
  }

  @Test(arguments: [
    "leads / rows", "price", "mrr", "price * mrr", "cumulative(leads)", "users", "leads / users",
    "leads * rows", "mrr / leads", "leads + mrr", "7", "1 - leads / rows", "leads / 0 / leads",
    "mrr / lag(mrr, 1) - 1", "tested",
  ])
  func ratesAndLevelsDoNotGrow(formula: String) throws {
    #expect(try !evaluator(formula).isAdditive("tested"))
    #expect(try !evaluator(formula).growsWithTime("tested"))
  }
}
