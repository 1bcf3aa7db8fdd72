import Testing

@testable import Metrics

/// What is printed can be read again, and means the same.
@Suite struct FormulaPrintingTests {
  @Test(arguments: [
    ("a+b*c", "a + b * c"), ("(a+b)*c", "(a + b) * c"), ("a-(b-c)", "a - (b - c)"),
    ("(a-b)-c", "a - b - c"), ("a/(b*c)", "a / (b * c)"), ("-(a*b)", "-(a * b)"),
    ("-a*b", "-a * b"), ("2.4%*a", "0.024 * a"), ("1_000", "1000"),
    ("min(a,b+c)", "min(a, b + c)"), ("lag(a,2)", "lag(a, 2)"),
    ("coalesce(a,(0))", "coalesce(a, 0)"),
  ])
  func parenthesesStandOnlyWhereTheyAreNeeded(text: String, printed: String) throws {
    #expect(try Formula(parsing: text).description == printed)
  }

  @Test(arguments: [
    0.0000001, 1.25e-9, Double.leastNonzeroMagnitude, 0.1, 1.0 / 3, 1e15, 1e16, 1.5e16,
    1.2345678901234567e+19, 1e300,
    Double.greatestFiniteMagnitude, 123_456.789, 999_999_999_999_999, Double.leastNormalMagnitude,
  ])
  func everyNumberIsPrintedWithoutAnExponent(number: Double) throws {
    let text = Formula.number(number).description
    #expect(text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E })
    #expect(try Formula(parsing: text) == .number(number))
  }

  @Test func randomFormulasReadBackEqual() throws {
    var random = SeededNumbers(seed: 11)
    for _ in 0..<3000 {
      let formula = Formula.random(depth: 6, using: &random)
      let read = try Formula(parsing: formula.description)
      guard read == formula else {
        Issue.record("\(formula) was read as \(read)")
        return
      }
      #expect(read.description == formula.description)
    }
  }
}

extension Formula {
  /// A formula of at most so many levels, such as the parser makes.
  static func random(depth: Int, using random: inout SeededNumbers) -> Formula {
    let names = ["a", "b", "cost", "売上", "_x", "min", "lag"]
    func name() -> String { names.randomElement(using: &random) ?? "a" }
    func part() -> Formula { .random(depth: depth - 1, using: &random) }
    func parts() -> [Formula] { (0..<Int.random(in: 2...3, using: &random)).map { _ in part() } }
    switch Int.random(in: 0...(depth > 0 ? 12 : 2), using: &random) {
    case 0: return .number(Double.random(in: 0..<1, using: &random))
    case 1:
      let exponent = Int.random(in: -12...18, using: &random)
      let power = (0..<abs(exponent)).reduce(1.0) { value, _ in value * 10 }
      let digits = Double(Int.random(in: 0...999, using: &random))
      return .number(exponent < 0 ? digits / power : digits * power)
    case 2: return .metric(name())
    case 3: return .negated(part())
    case 4: return .magnitude(part())
    case 5: return .minimum(parts())
    case 6: return .maximum(parts())
    case 7: return .coalesce(parts())
    case 8: return .lag(name(), periods: Int.random(in: 1...520, using: &random))
    case 9: return .cumulative(name())
    case 10: return .binary(.plus, part(), part())
    case 11:
      return .binary(Bool.random(using: &random) ? .minus : .divided, part(), part())
    default: return .binary(.times, part(), part())
    }
  }
}
