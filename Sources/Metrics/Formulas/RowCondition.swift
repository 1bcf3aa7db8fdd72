/// A condition on the cells of one row, for example `Stage = "Closed Won" and Amount > 0`.
///
/// Both sides are compared as numbers where both are numbers, else as texts, exactly, after white
/// space at their ends is taken off. A number and a text that is none only ever differ. A column that a row lacks is an empty text.
public indirect enum RowCondition: Hashable, Sendable {
  /// A column or a constant.
  public enum Term: Hashable, Sendable {
    case column(String)
    case text(String)
    case number(Double)
  }

  /// How two terms are compared.
  public enum Comparison: String, Hashable, Sendable {
    case equal = "="
    case unequal = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  case comparison(Term, Comparison, Term)
  case isIn(Term, [Term])
  case and(RowCondition, RowCondition)
  case or(RowCondition, RowCondition)
  case not(RowCondition)

  /// The columns it names, each once.
  public var columns: [String] {
    func named(_ terms: [Term]) -> [String] {
      terms.compactMap { if case .column(let name) = $0 { name } else { nil } }
    }
    let all: [String] =
      switch self {
      case .comparison(let left, _, let right): named([left, right])
      case .isIn(let term, let list): named([term] + list)
      case .and(let left, let right), .or(let left, let right): left.columns + right.columns
      case .not(let inner): inner.columns
      }
    return all.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Whether a row meets it; `cell` gives the text of a column in that row.
  public func isMet(by cell: (String) -> String) -> Bool {
    switch self {
    case .comparison(let left, let comparison, let right):
      return RowCondition.compare(left, comparison, right, cell)
    case .isIn(let term, let list):
      return list.contains { RowCondition.compare(term, .equal, $0, cell) }
    case .and(let left, let right): return left.isMet(by: cell) && right.isMet(by: cell)
    case .or(let left, let right): return left.isMet(by: cell) || right.isMet(by: cell)
    case .not(let inner): return !inner.isMet(by: cell)
    }
  }

  private static func compare(
    _ left: Term, _ comparison: Comparison, _ right: Term, _ cell: (String) -> String
  ) -> Bool {
    let numbers = (number(left, cell), number(right, cell))
    if let left = numbers.0, let right = numbers.1 { return holds(left, comparison, right) }
    // A cell without a number is neither more nor less than one.
    if isNumber(left) || isNumber(right) { return comparison == .unequal }
    return holds(text(left, cell), comparison, text(right, cell))
  }

  private static func holds<Value: Comparable>(
    _ left: Value, _ comparison: Comparison, _ right: Value
  ) -> Bool {
    switch comparison {
    case .equal: left == right
    case .unequal: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }

  private static func isNumber(_ term: Term) -> Bool {
    if case .number = term { true } else { false }
  }

  private static func number(_ term: Term, _ cell: (String) -> String) -> Double? {
    switch term {
    case .number(let value): value
    case .column(let name): DecimalText.number(trimmed(cell(name)).filter { $0 != "," })
    case .text: nil
    }
  }

  private static func text(_ term: Term, _ cell: (String) -> String) -> String {
    switch term {
    case .number(let value): DecimalText.text(value)
    case .column(let name): trimmed(cell(name))
    case .text(let text): trimmed(text)
    }
  }

  private static func trimmed(_ text: String) -> String {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }
}
