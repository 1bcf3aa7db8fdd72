/// A metric computed from others: a tree of operations over the aggregates of its operands.
public indirect enum Formula: Hashable, Sendable {
  /// A constant.
  case number(Double)
  /// The aggregate of another metric over the same period and segment.
  case metric(String)
  /// The operand with its sign turned.
  case negated(Formula)
  /// Two operands joined by `+ - * /`.
  case binary(Operator, Formula, Formula)
  /// The least of its operands.
  case minimum([Formula])
  /// The greatest of its operands.
  case maximum([Formula])
  /// The operand without its sign.
  case magnitude(Formula)
  /// The first operand that is available.
  case coalesce([Formula])
  /// A metric so many periods earlier; a partial period looks at the same elapsed days.
  case lag(String, periods: Int)
  /// A metric over all days from its first observation to the end of the period.
  case cumulative(String)

  /// The four operations.
  public enum Operator: Character, Hashable, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divided = "/"
  }

  /// The metrics it names, each once, in the order of their first mention.
  public var operands: [String] {
    var seen: [String] = []
    visit { name in if !seen.contains(name) { seen.append(name) } }
    return seen
  }

  private func visit(_ body: (String) -> Void) {
    switch self {
    case .number: break
    case .metric(let name), .lag(let name, _), .cumulative(let name): body(name)
    case .negated(let operand), .magnitude(let operand): operand.visit(body)
    case .binary(_, let left, let right):
      left.visit(body)
      right.visit(body)
    case .minimum(let operands), .maximum(let operands), .coalesce(let operands):
      for operand in operands { operand.visit(body) }
    }
  }

  /// Numerator and denominator metrics where the formula is a plain quotient of two metrics.
  public var ratio: (numerator: String, denominator: String)? {
    guard case .binary(.divided, .metric(let numerator), .metric(let denominator)) = self else {
      return nil
    }
    return (numerator, denominator)
  }
}

extension Formula: CustomStringConvertible {
  /// The formula as definitions write it.
  public var description: String { text(parentRank: 0) }

  private func text(parentRank: Int) -> String {
    func list(_ name: String, _ operands: [Formula]) -> String {
      "\(name)(\(operands.map { $0.text(parentRank: 0) }.joined(separator: ", ")))"
    }
    switch self {
    case .number(let value): return DecimalText.text(value)
    case .metric(let name): return name
    case .negated(let operand): return "-" + operand.text(parentRank: 3)
    case .binary(let symbol, let left, let right):
      let rank = symbol == .plus || symbol == .minus ? 1 : 2
      let joined =
        "\(left.text(parentRank: rank)) \(symbol.rawValue) \(right.text(parentRank: rank + 1))"
      return rank < parentRank ? "(\(joined))" : joined
    case .minimum(let operands): return list("min", operands)
    case .maximum(let operands): return list("max", operands)
    case .magnitude(let operand): return list("abs", [operand])
    case .coalesce(let operands): return list("coalesce", operands)
    case .lag(let name, let periods): return "lag(\(name), \(periods))"
    case .cumulative(let name): return "cumulative(\(name))"
    }
  }
}
