import Testing

@testable import Metrics

@Suite struct FormulaParsingTests {
  private let a = Formula.metric("a")
  private let b = Formula.metric("b")
  private let c = Formula.metric("c")

  @Test func timesBindsTighterThanPlus() throws {
    #expect(try Formula(parsing: "a + b * c") == .binary(.plus, a, .binary(.times, b, c)))
    #expect(try Formula(parsing: "a * b + c") == .binary(.plus, .binary(.times, a, b), c))
    #expect(try Formula(parsing: "a - b / c") == .binary(.minus, a, .binary(.divided, b, c)))
  }

  @Test func operationsOfOneRankGoFromLeftToRight() throws {
    #expect(try Formula(parsing: "a - b - c") == .binary(.minus, .binary(.minus, a, b), c))
    #expect(try Formula(parsing: "a / b * c") == .binary(.times, .binary(.divided, a, b), c))
    #expect(try Formula(parsing: "a - b + c") == .binary(.plus, .binary(.minus, a, b), c))
  }

  @Test func parenthesesChangeTheOrder() throws {
    #expect(try Formula(parsing: "(a + b) * c") == .binary(.times, .binary(.plus, a, b), c))
    #expect(try Formula(parsing: "a - (b - c)") == .binary(.minus, a, .binary(.minus, b, c)))
    #expect(try Formula(parsing: "((a))") == a)
  }

  @Test func aSignBindsTightest() throws {
    #expect(try Formula(parsing: "-a * b") == .binary(.times, .negated(a), b))
    #expect(try Formula(parsing: "a - -b") == .binary(.minus, a, .negated(b)))
    #expect(try Formula(parsing: "--a") == .negated(.negated(a)))
    #expect(try Formula(parsing: "-(a + b)") == .negated(.binary(.plus, a, b)))
  }

  @Test func numbersMayHaveUnderscoresPointsAndPercent() throws {
    let cases: [(String, Double)] = [
      ("0", 0), ("1_000_000", 1_000_000), ("0.024", 0.024), (".5", 0.5), ("2.4%", 0.024),
      ("100%", 1), ("12.", 12),
    ]
    for (text, value) in cases {
      #expect(try Formula(parsing: text) == .number(value))
    }
  }

  @Test func functionsTakeTheirOperands() throws {
    #expect(try Formula(parsing: "min(a, b)") == .minimum([a, b]))
    #expect(try Formula(parsing: "max(a, b, 3)") == .maximum([a, b, .number(3)]))
    #expect(try Formula(parsing: "abs(a - b)") == .magnitude(.binary(.minus, a, b)))
    #expect(try Formula(parsing: "coalesce(a, 0)") == .coalesce([a, .number(0)]))
    #expect(try Formula(parsing: "lag(a, 12)") == .lag("a", periods: 12))
    #expect(try Formula(parsing: "cumulative(a)") == .cumulative("a"))
  }

  @Test func aFunctionNameWithoutParenthesesIsAMetric() throws {
    #expect(try Formula(parsing: "min / max") == .binary(.divided, .metric("min"), .metric("max")))
  }

  @Test func namesMayBeOfAnyScript() throws {
    #expect(try Formula(parsing: "売上 / 件数").operands == ["売上", "件数"])
    #expect(try Formula(parsing: "_x1").operands == ["_x1"])
  }

  @Test func whiteSpaceDoesNotMatter() throws {
    #expect(try Formula(parsing: "\n a\t/\r\n b ") == Formula(parsing: "a/b"))
  }

  @Test func operandsAreNamedOnceInTheirOrder() throws {
    let formula = try Formula(parsing: "lag(b, 1) + max(a, b, cumulative(c)) - abs(-a)")
    #expect(formula.operands == ["b", "a", "c"])
  }

  @Test func onlyAPlainQuotientOfMetricsIsARatio() throws {
    let ratio = try #require(try Formula(parsing: "cost / leads").ratio)
    #expect(ratio == ("cost", "leads"))
    for text in ["a / 2", "a * b", "a / b / c", "abs(a) / b", "a"] {
      #expect(try Formula(parsing: text).ratio == nil)
    }
  }
}
