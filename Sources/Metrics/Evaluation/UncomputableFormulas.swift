/// The metrics whose formulas lead back to themselves, or grow too large when they are expanded.
///
/// Definitions with such metrics have errors; computing one would take all the time or stack there
/// is.
struct UncomputableFormulas {
  /// How many metrics may stand one above the other.
  static let heightLimit = 64
  /// How many operations may be nested in one another, over all those metrics.
  static let depthLimit = 1000
  /// How many operations computing a value may take.
  static let sizeLimit = 10_000

  /// The names of those metrics, and of all that are computed from them.
  let names: Set<String>

  /// The metrics among the given ones, by name, that cannot be computed.
  ///
  /// Each is looked at once all that it is computed from have been (Kahn 1962); what is never
  /// reached leads back to itself.
  ///
  /// - Complexity: linear in the formulas.
  init(among metrics: [String: MetricDefinition]) {
    let formulas = metrics.compactMapValues(\.formula)
    var waiting: [String: Int] = [:]
    var dependents: [String: [String]] = [:]
    for (name, formula) in formulas {
      let operands = formula.operands.filter { formulas[$0] != nil }
      waiting[name] = operands.count
      for operand in operands { dependents[operand, default: []].append(name) }
    }
    var extents: [String: FormulaExtent] = [:]
    var ready = waiting.filter { $0.value == 0 }.map(\.key)
    while let name = ready.popLast(), let formula = formulas[name] {
      extents[name] = FormulaExtent(formula) { extents[$0] ?? .measured }.raised
      for dependent in dependents[name] ?? [] {
        waiting[dependent, default: 0] -= 1
        if waiting[dependent] == 0 { ready.append(dependent) }
      }
    }
    names = Set(formulas.keys.filter { extents[$0]?.isTooLarge ?? true })
  }
}

/// How much it takes to compute a formula, with all that it is computed from.
private struct FormulaExtent {
  /// Operations in all, as far as they matter.
  var size = 1
  /// Operations nested in one another, as far as they matter.
  var depth = 1
  /// Metrics one above the other.
  var height = 0

  static let measured = FormulaExtent()

  /// The extent of the formula's own metric, one step above.
  var raised: FormulaExtent {
    FormulaExtent(size: size, depth: depth, height: height + 1)
  }

  var isTooLarge: Bool {
    size > UncomputableFormulas.sizeLimit || depth > UncomputableFormulas.depthLimit
      || height > UncomputableFormulas.heightLimit
  }
}

extension FormulaExtent {
  /// The extent of a formula, given those of its operands.
  init(_ formula: Formula, operand: (String) -> FormulaExtent) {
    let parts: [FormulaExtent] =
      switch formula {
      case .number: []
      case .metric(let name), .lag(let name, _), .cumulative(let name): [operand(name)]
      case .negated(let part), .magnitude(let part): [FormulaExtent(part, operand: operand)]
      case .binary(_, let left, let right):
        [FormulaExtent(left, operand: operand), FormulaExtent(right, operand: operand)]
      case .minimum(let parts), .maximum(let parts), .coalesce(let parts):
        parts.map { FormulaExtent($0, operand: operand) }
      }
    for part in parts {
      size = min(size + part.size, UncomputableFormulas.sizeLimit + 1)
      depth = min(max(depth, part.depth + 1), UncomputableFormulas.depthLimit + 1)
      height = max(height, part.height)
    }
  }
}
