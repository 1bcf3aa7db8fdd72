import Metrics

/// Checks formulas against one another: unknown names, cycles, size, units.
struct FormulaChecks {
  /// How many terms a formula may have once it is written out to measured metrics.
  static let termLimit = 10_000
  /// How many formulas may stand inside one another.
  static let depthLimit = 64

  private let names: [String]
  private let log: IssueLog
  private var metrics: [ReadMetric]
  private let positions: [String: Int]
  private var states: [State]

  private enum State {
    case unvisited, open
    /// Done, with how many terms it has and how deep it is; nil terms where it has mistakes.
    case done(terms: Int?, depth: Int)
  }

  /// Checks of the metrics that could be read, among all names that are defined.
  init(_ metrics: [ReadMetric], names: [String], log: IssueLog) {
    self.metrics = metrics
    self.names = names
    self.log = log
    positions = Dictionary(
      metrics.enumerated().map { ($1.definition.name, $0) }, uniquingKeysWith: { first, _ in first }
    )
    states = [State](repeating: .unvisited, count: metrics.count)
  }

  /// The metrics with the units of their formulas filled in, after what is wrong was noted.
  mutating func checked() -> [MetricDefinition] {
    var path: [Int] = []
    for index in metrics.indices { visit(index, &path) }
    return metrics.map(\.definition)
  }

  /// Visits operands first, so that the unit of each is known when it is needed.
  private mutating func visit(_ index: Int, _ path: inout [Int]) {
    guard case .unvisited = states[index] else { return }
    guard let formula = metrics[index].definition.formula else {
      states[index] = .done(terms: 1, depth: 0)
      return
    }
    states[index] = .open
    path.append(index)
    defer { path.removeLast() }
    var terms: Int? = 0
    var depth = 0
    for (name, place) in mentions(in: metrics[index]) {
      let operand = size(of: name, at: place, &path)
      depth = max(depth, operand.depth + 1)
      terms = terms.flatMap { sum in operand.terms.map { sum + $0 } }
    }
    if depth > FormulaChecks.depthLimit || terms ?? 0 > FormulaChecks.termLimit {
      report(.formulaTooLarge(limit: FormulaChecks.termLimit), index)
      terms = nil
      depth = 0
    }
    states[index] = .done(terms: terms, depth: depth)
    if terms != nil { fillUnit(of: index, formula) }
  }

  private mutating func size(
    of name: String, at place: SourcePlace, _ path: inout [Int]
  ) -> (terms: Int?, depth: Int) {
    guard let operand = positions[name] else {
      if !names.contains(name) { log.add(.unknown(.metric, name, among: names), at: place) }
      return (nil, 0)
    }
    // A longer chain than allowed is cut before it can exhaust the stack.
    guard path.count <= 4 * FormulaChecks.depthLimit else {
      log.add(.formulaTooLarge(limit: FormulaChecks.termLimit), at: place)
      return (nil, 0)
    }
    visit(operand, &path)
    switch states[operand] {
    case .done(let terms, let depth): return (terms, depth)
    case .open, .unvisited:
      let start = path.firstIndex(of: operand) ?? 0
      let cycle = (path[start...] + [operand]).map { metrics[$0].definition.name }
      log.add(.formulaCycle(cycle), at: place)
      return (nil, 0)
    }
  }

  private mutating func fillUnit(of index: Int, _ formula: Formula) {
    var algebra = UnitAlgebra()
    for name in formula.operands {
      algebra.units[name] = positions[name].map { metrics[$0].definition.unit }
    }
    do {
      metrics[index].definition.unit = try algebra.unit(
        of: formula, declared: metrics[index].declaredUnit)
    } catch {
      report(error.problem, index)
      states[index] = .done(terms: nil, depth: 0)
    }
  }

  private func report(_ problem: DefinitionIssue, _ index: Int) {
    log.add(problem, at: metrics[index].formula?.place ?? metrics[index].definition.place)
  }

  /// Every metric that a formula names, with where it stands there.
  private func mentions(in metric: ReadMetric) -> [(name: String, place: SourcePlace)] {
    guard let cursor = metric.formula, case .text(let text, _) = cursor.node.content,
      let operands = metric.definition.formula?.operands
    else { return [] }
    return FormulaWords(text).words.filter { operands.contains($0.word) }
      .map { ($0.word, cursor.node.place(ofCharacter: $0.offset)) }
  }
}

/// The bare words of a formula that are not functions, with where they start.
struct FormulaWords {
  let words: [(word: String, offset: Int)]

  init(_ text: String) {
    let characters = Array(text)
    var words: [(String, Int)] = []
    var index = 0
    func end(_ from: Int, _ accepted: (Character) -> Bool) -> Int {
      characters[from...].firstIndex { !accepted($0) } ?? characters.count
    }
    while index < characters.count {
      let character = characters[index]
      if character.isLetter || character == "_" {
        let next = end(index) { $0.isLetter || $0.isNumber || $0 == "_" }
        let after = end(next) { $0.isWhitespace }
        if after == characters.count || characters[after] != "(" {
          words.append((String(characters[index..<next]), index))
        }
        index = next
      } else if character.isNumber {
        index = end(index) { $0.isNumber || $0 == "_" || $0 == "." }
      } else {
        index += 1
      }
    }
    self.words = words
  }
}
