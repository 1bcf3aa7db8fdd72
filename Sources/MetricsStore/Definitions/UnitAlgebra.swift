import Metrics

/// Computes units with formulas: money and days as exponents, everything else without a dimension.
struct UnitAlgebra {
  /// The units of the metrics that the formula names.
  var units: [String: MetricUnit] = [:]

  /// Why a formula's unit is wrong.
  struct Failure: Error {
    let problem: DefinitionIssue
  }

  /// How often money and days are factors of a value; a number fits in with anything.
  private enum Dimension: Equatable {
    case number
    case exponents(currency: Int, days: Int)

    static let none = Dimension.exponents(currency: 0, days: 0)
  }

  /// The declared unit, after it was checked, or the one that follows from the formula.
  func unit(of formula: Formula, declared: MetricUnit?) throws(Failure) -> MetricUnit {
    let computed = try dimension(formula)
    guard let declared else { return try inferred(computed, formula) }
    guard declared != .ratio, computed != .number, computed != dimension(of: declared) else {
      return declared
    }
    throw Failure(
      problem: .unitMismatch(declared: declared.rawValue, computed: words(computed)))
  }

  private func dimension(of unit: MetricUnit) -> Dimension {
    switch unit {
    case .currency: .exponents(currency: 1, days: 0)
    case .days: .exponents(currency: 0, days: 1)
    case .count, .percent, .ratio: .none
    }
  }

  private func dimension(_ formula: Formula) throws(Failure) -> Dimension {
    switch formula {
    case .number: return .number
    case .metric(let name), .lag(let name, _), .cumulative(let name):
      return units[name].map { dimension(of: $0) } ?? .number
    case .negated(let operand), .magnitude(let operand): return try dimension(operand)
    case .binary(.plus, let left, let right), .binary(.minus, let left, let right):
      return try alike([left, right])
    case .minimum(let operands), .maximum(let operands), .coalesce(let operands):
      return try alike(operands)
    case .binary(.times, let left, let right):
      return product(try dimension(left), try dimension(right), sign: 1)
    case .binary(.divided, let left, let right):
      return product(try dimension(left), try dimension(right), sign: -1)
    }
  }

  private func alike(_ operands: [Formula]) throws(Failure) -> Dimension {
    var common = Dimension.number
    for operand in operands {
      let next = try dimension(operand)
      if next == .number { continue }
      guard common == .number || common == next else {
        throw Failure(problem: .unlikeUnits(words(common), words(next)))
      }
      common = next
    }
    return common
  }

  private func product(_ left: Dimension, _ right: Dimension, sign: Int) -> Dimension {
    if left == .number, right == .number { return .number }
    func exponents(_ dimension: Dimension) -> (Int, Int) {
      if case .exponents(let currency, let days) = dimension { (currency, days) } else { (0, 0) }
    }
    let (a, b) = (exponents(left), exponents(right))
    return .exponents(currency: a.0 + sign * b.0, days: a.1 + sign * b.1)
  }

  private func words(_ dimension: Dimension) -> String {
    guard case .exponents(let currency, let days) = dimension else { return "a plain number" }
    let parts = [("currency", currency), ("days", days)].filter { $0.1 != 0 }
      .map { $0.1 == 1 ? $0.0 : "\($0.0)^\($0.1)" }
    return parts.isEmpty ? "a plain number" : parts.joined(separator: "·")
  }
}

// What follows where no unit is declared.
extension UnitAlgebra {
  private func inferred(_ computed: Dimension, _ formula: Formula) throws(Failure) -> MetricUnit {
    switch computed {
    case .exponents(1, 0): return .currency
    case .exponents(0, 1): return .days
    case .number, .exponents(0, 0): return plainUnit(formula) ?? .count
    default: throw Failure(problem: .senselessUnit(words(computed)))
    }
  }

  /// The unit of a formula without a dimension; nil for numbers, which fit in with anything.
  private func plainUnit(_ formula: Formula) -> MetricUnit? {
    switch formula {
    case .number: return nil
    case .metric(let name), .lag(let name, _), .cumulative(let name): return units[name]
    case .negated(let operand), .magnitude(let operand): return plainUnit(operand)
    case .binary(.plus, let left, let right), .binary(.minus, let left, let right):
      return common([left, right], otherwise: .count)
    case .minimum(let operands), .maximum(let operands), .coalesce(let operands):
      return common(operands, otherwise: .count)
    case .binary(.times, let left, let right):
      let isCount = [left, right].contains { plainUnit($0) == .count }
      return isCount ? .count : common([left, right], otherwise: .ratio)
    case .binary(.divided, let left, .number): return plainUnit(left)
    case .binary(.divided, _, _): return .ratio
    }
  }

  private func common(_ operands: [Formula], otherwise: MetricUnit) -> MetricUnit? {
    let units = Set(operands.compactMap { plainUnit($0) })
    return units.count > 1 ? otherwise : units.first
  }
}
