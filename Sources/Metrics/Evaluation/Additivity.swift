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

  /// Whether a period twice as long has about twice as much of it: sums and counts, and formulas
  /// that grow like one, such as contracts × price; not rates, levels and distinct counts.
  ///
  /// A percentage never does, even where it is computed from a sum and a level, as a churn rate is.
  public func growsWithTime(_ metric: String) -> Bool {
    computable(metric)?.unit != .percent && growth(metric) == 1
  }

  /// The power of a period's length that a metric grows with: 1 for sums, 0 for rates and levels;
  /// nil where there is none, as for distinct counts.
  private func growth(_ metric: String) -> Int? {
    switch computable(metric)?.origin {
    case .measured(let quantity)?:
      switch quantity.rollup {
      case .sum, .count: return 1
      case .mean, .min, .max, .first, .last: return 0
      case .distinct: return nil
      }
    case .formula(let formula)?: return growth(formula)
    case nil: return nil
    }
  }

  private func growth(_ formula: Formula) -> Int? {
    switch formula {
    case .number, .cumulative: return 0
    case .metric(let name), .lag(let name, _): return growth(name)
    case .negated(let part), .magnitude(let part): return growth(part)
    case .binary(let symbol, let left, let right):
      if symbol == .plus || symbol == .minus { return commonGrowth([left, right]) }
      guard let left = growth(left), let right = growth(right) else { return nil }
      return symbol == .times ? left + right : left - right
    case .minimum(let parts), .maximum(let parts), .coalesce(let parts): return commonGrowth(parts)
    }
  }

  /// How all the parts grow that are not numbers; nil where they grow differently.
  private func commonGrowth(_ parts: [Formula]) -> Int? {
    let growing = parts.filter { part in if case .number = part { false } else { true } }
    let growths = Set(growing.map { growth($0) })
    return growths.count > 1 ? nil : growths.first ?? 0
  }
}
