extension Evaluator {
  /// Whether the values of days and of segments add up to the whole.
  public func isAdditive(_ metric: String) -> Bool {
    guard let definition = computable(metric) else { return false }
    switch definition.origin {
    case .measured(let quantity): return quantity.rollup.isAdditive
    case .formula(let formula): return isAdditive(formula)
    }
  }

  private func isAdditive(_ formula: Formula) -> Bool {
    switch formula {
    case .metric(let name): isAdditive(name)
    case .negated(let operand): isAdditive(operand)
    case .binary(.plus, let left, let right), .binary(.minus, let left, let right):
      isAdditive(left) && isAdditive(right)
    case .binary(.times, .number, let operand), .binary(.times, let operand, .number),
      .binary(.divided, let operand, .number):
      isAdditive(operand)
    default: false
    }
  }
}
