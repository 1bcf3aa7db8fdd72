import Testing

@testable import Metrics

/// Every mistake is told with its place.
@Suite struct FormulaErrorTests {
  private func error(_ text: String) -> ExpressionError? {
    do {
      _ = try Formula(parsing: text)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: ["", " ", "\n\t"])
  func nothingIsNoFormula(text: String) {
    #expect(error(text) == ExpressionError(.empty, offset: 0))
  }

  @Test(arguments: [
    ("1.2.3", "1.2.3", 0), ("a + 1..2", "1..2", 4), (".", ".", 0), ("a * ._", "._", 4),
  ])
  func aNumberHasOnePoint(text: String, number: String, offset: Int) {
    #expect(error(text) == ExpressionError(.malformedNumber(number), offset: offset))
  }

  @Test func aNumberBeyondEveryNumberIsMalformed() {
    let digits = String(repeating: "9", count: 400)
    #expect(error("a + \(digits)") == ExpressionError(.malformedNumber(digits), offset: 4))
  }

  @Test(arguments: [
    ("a $ b", "$", 2), ("a ! b", "!", 2), ("a b", "b", 2), ("a)", ")", 1), ("()", ")", 1),
    ("a + * b", "*", 4), ("+a", "+", 0), ("a = b", "=", 2), ("2a", "a", 1), ("a, b", ",", 1),
    ("min(a,, b)", ",", 6), ("min(a b)", "b", 6), ("a 5", "5", 2), ("\"a\"", "a", 0),
    ("`a`", "a", 0), ("a.b", ".", 1), ("1e5", "e5", 1), ("売上 ÷ 件数", "÷", 3),
  ])
  func whatCannotStandThereIsNamed(text: String, what: String, offset: Int) {
    let found = error(text)
    #expect(found?.offset == offset)
    let kinds: [ExpressionError.Kind?] = [.unexpected(what), .malformedNumber(what)]
    #expect(kinds.contains(found?.kind))
  }

  @Test(arguments: [("a +", 3), ("-", 1), ("a / ", 4), ("min(a,", 6), ("(", 1)])
  func anEndThatComesTooEarlyIsNamed(text: String, offset: Int) {
    #expect(error(text) == ExpressionError(.unexpectedEnd, offset: offset))
  }

  @Test(arguments: [("(a", 2), ("min(a, b", 8), ("((a)", 4), ("abs(a ", 6)])
  func aParenthesisIsClosed(text: String, offset: Int) {
    #expect(error(text) == ExpressionError(.missingParenthesis, offset: offset))
  }

  @Test(arguments: [("a + \"b", 4), ("`a", 0)])
  func aQuoteIsClosed(text: String, offset: Int) {
    #expect(error(text) == ExpressionError(.unclosedQuote, offset: offset))
  }

  @Test(arguments: [("sum(a)", "sum", 0), ("a + Min(b, c)", "Min", 4), ("f()", "f", 0)])
  func aFunctionIsOneOfThose(text: String, name: String, offset: Int) {
    #expect(error(text) == ExpressionError(.unknownFunction(name), offset: offset))
  }

  @Test(arguments: [
    ("min(a)", "min", "two or more operands", 1, 0),
    ("1 + max()", "max", "two or more operands", 0, 4),
    ("coalesce(a)", "coalesce", "two or more operands", 1, 0),
    ("abs(a, b)", "abs", "one operand", 2, 0), ("abs()", "abs", "one operand", 0, 0),
    ("lag(a)", "lag", "a metric and a number of periods", 1, 0),
    ("cumulative(a, b)", "cumulative", "one metric", 2, 0),
  ])
  func aFunctionHasItsNumberOfOperands(
    text: String, function: String, expected: String, found: Int, offset: Int
  ) {
    let kind = ExpressionError.Kind.argumentCount(
      function: function, expected: expected, found: found)
    #expect(error(text) == ExpressionError(kind, offset: offset))
  }

  @Test(arguments: [
    "lag(a, 0)", "lag(a, -1)", "lag(a, 1.5)", "lag(a, 521)", "lag(a, b)", "lag(a, 1000000000000)",
    "lag(a, 50%)",
  ])
  func aLagIsAWholeNumberOfPeriods(text: String) {
    #expect(error("b + " + text) == ExpressionError(.periodsNotWhole("lag"), offset: 4))
  }

  @Test func everyErrorHasASentence() {
    let kinds: [ExpressionError.Kind] = [
      .empty, .malformedNumber("1.1.1"), .unclosedQuote, .unexpected("$"), .unexpectedEnd,
      .missingParenthesis, .unknownFunction("f"),
      .argumentCount(function: "abs", expected: "one operand", found: 2), .periodsNotWhole("lag"),
      .tooLong(limit: 4000), .tooDeep(limit: 64),
    ]
    let messages = kinds.map { ExpressionError($0, offset: 0).message }
    #expect(Set(messages).count == kinds.count)
    #expect(messages.contains("abs takes one operand, not 2"))
  }
}
