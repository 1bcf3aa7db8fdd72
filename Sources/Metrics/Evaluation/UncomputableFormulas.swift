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
  /// - Complexity: linear in the formulas, times how many stand one above the other, at most 64.
  init(among metrics: [String: MetricDefinition]) {
    var extents: [String: FormulaExtent] = [:]
    var pending: [(name: String, formula: Formula)] = []
    for (name, metric) in metrics {
      if let formula = metric.formula { pending.append((name, formula)) }
    }
    func extent(_ operand: String) -> FormulaExtent? {
      metrics[operand]?.formula == nil ? FormulaExtent(size: 1, depth: 1) : extents[operand]
    }
    for _ in 0..<UncomputableFormulas.heightLimit where !pending.isEmpty {
      let known = pending.compactMap { name, formula in
        FormulaExtent(formula, operand: extent).map { (name, $0) }
      }
      if known.isEmpty { break }
      for (name, extent) in known { extents[name] = extent }
      pending.removeAll { extents[$0.name] != nil }
    }
    names = Set(pending.map(\.name)).union(extents.filter { $0.value.isTooLarge }.keys)
  }
}

/// How many operations a formula takes, with those of its operands.
private struct FormulaExtent {
  var size: Int
  var depth: Int

  var isTooLarge: Bool {
    size > UncomputableFormulas.sizeLimit || depth > UncomputableFormulas.depthLimit
  }

  init(size: Int, depth: Int) {
    self.size = min(size, UncomputableFormulas.sizeLimit + 1)
    self.depth = min(depth, UncomputableFormulas.depthLimit + 1)
  }

  /// The extent of a formula, or nil where that of an operand is not known.
  init?(_ formula: Formula, operand: (String) -> FormulaExtent?) {
    let parts: [FormulaExtent?] =
      switch formula {
      case .number: []
      case .metric(let name), .lag(let name, _), .cumulative(let name): [operand(name)]
      case .negated(let part), .magnitude(let part): [FormulaExtent(part, operand: operand)]
      case .binary(_, let left, let right):
        [FormulaExtent(left, operand: operand), FormulaExtent(right, operand: operand)]
      case .minimum(let parts), .maximum(let parts), .coalesce(let parts):
        parts.map { FormulaExtent($0, operand: operand) }
      }
    var size = 1
    var depth = 0
    for part in parts {
      guard let part else { return nil }
      size += part.size
      depth = max(depth, part.depth)
    }
    self.init(size: size, depth: depth + 1)
  }
}
