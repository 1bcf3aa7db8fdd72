import Testing

@testable import Metrics

@Suite struct RowConditionTests {
  private let row = [
    "Stage": "Closed Won", "Amount": "1,200", "Rate": "2.4%", "Empty": "", "Padded": "  yes ",
    "Close Date": "2026-11-15", "Negative": "-5", "Text": "abc",
  ]

  private func isMet(_ text: String) throws -> Bool {
    try RowCondition(parsing: text).isMet { row[$0] ?? "" }
  }

  @Test(arguments: [
    "Stage = \"Closed Won\"", "Stage != \"Open\"", "Amount = 1200", "Amount > 999.5",
    "Amount >= 1_200", "Amount <= 1200", "Amount < 1201", "Rate = 2.4%", "Rate = 0.024",
    "Negative = -5", "Negative < 0", "Empty = \"\"", "Unknown = \"\"", "Padded = \"yes\"",
    "`Close Date` >= \"2026-11-01\"", "`Close Date` < \"2026-12-01\"", "Text > \"abb\"",
    "Stage in (\"Open\", \"Closed Won\")", "Amount in (1, 1200)", "Stage not in (\"Open\")",
    "not Stage = \"Open\"", "\"Closed Won\" = Stage", "1 < 2", "Amount > Negative",
    "Stage = \"Closed Won\" AND Amount > 0",
  ])
  func itIsMet(by text: String) throws {
    #expect(try isMet(text))
  }

  @Test(arguments: [
    "Stage = \"closed won\"", "Stage = \"Closed\"", "Amount = \"1200\"", "Amount < 1200",
    "Amount > 1200", "Negative > 0", "Empty != \"\"", "Stage not in (\"Closed Won\")",
    "Amount in (1, 2)", "not Amount > 0", "Text = 0", "Empty = 0",
  ])
  func itIsNotMet(by text: String) throws {
    #expect(try !isMet(text))
  }

  @Test func andBindsTighterThanOrAndNotTightest() throws {
    let a = RowCondition.comparison(.column("a"), .equal, .number(1))
    let b = RowCondition.comparison(.column("b"), .equal, .number(2))
    let c = RowCondition.comparison(.column("c"), .equal, .number(3))
    #expect(try RowCondition(parsing: "a = 1 or b = 2 and c = 3") == .or(a, .and(b, c)))
    #expect(try RowCondition(parsing: "(a = 1 or b = 2) and c = 3") == .and(.or(a, b), c))
    #expect(try RowCondition(parsing: "not a = 1 and b = 2") == .and(.not(a), b))
    #expect(try RowCondition(parsing: "a = 1 and b = 2 and c = 3") == .and(.and(a, b), c))
  }

  @Test func columnsAreNamedOnce() throws {
    let condition = try RowCondition(parsing: "a = 1 and (`b c` in (d, 2) or not a != b)")
    #expect(condition.columns == ["a", "b c", "d", "b"])
  }

  @Test(arguments: [
    ("", ExpressionError.Kind.empty, 0), ("a", .unexpectedEnd, 1), ("a =", .unexpectedEnd, 3),
    ("a = 1 and", .unexpectedEnd, 9), ("a = 1 b", .unexpected("b"), 6),
    ("a in \"x\"", .unexpected("x"), 5), ("a in (\"x\"", .missingParenthesis, 9),
    ("a in ()", .unexpected(")"), 6), ("(a = 1", .missingParenthesis, 6),
    ("a not 1", .unexpected("1"), 6), ("a == 1", .unexpected("="), 3),
    ("= 1", .unexpected("="), 0), ("a = \"x", .unclosedQuote, 4), ("a = -b", .unexpected("b"), 5),
    ("and = 1", .unexpected("and"), 0), ("a ~ 1", .unexpected("~"), 2),
    ("a + 1", .unexpected("+"), 2),
    ("a = 1.2.3", .malformedNumber("1.2.3"), 4),
  ])
  func everyMistakeIsToldWithItsPlace(text: String, kind: ExpressionError.Kind, offset: Int) {
    #expect(throws: ExpressionError(kind, offset: offset)) { try RowCondition(parsing: text) }
  }
}
