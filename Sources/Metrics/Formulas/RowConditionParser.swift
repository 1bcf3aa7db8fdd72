extension RowCondition {
  /// A condition read from its text.
  ///
  /// It has `= != < <= > >=`, `in ("a", "b")`, `and`, `or`, `not`, parentheses, numbers, texts in
  /// double quotes, and column names, between backticks where they have spaces.
  public init(parsing text: String) throws(ExpressionError) {
    var reader = try TokenReader(text)
    self = try RowCondition.disjunction(&reader)
    try reader.finish()
  }

  private static func disjunction(
    _ reader: inout TokenReader
  ) throws(ExpressionError) -> RowCondition {
    var left = try conjunction(&reader)
    while reader.skip(keyword: "or") { left = .or(left, try conjunction(&reader)) }
    return left
  }

  private static func conjunction(
    _ reader: inout TokenReader
  ) throws(ExpressionError) -> RowCondition {
    var left = try negation(&reader)
    while reader.skip(keyword: "and") { left = .and(left, try negation(&reader)) }
    return left
  }

  private static func negation(
    _ reader: inout TokenReader
  ) throws(ExpressionError) -> RowCondition {
    try reader.nested { (reader) throws(ExpressionError) in
      if reader.skip(keyword: "not") { return .not(try negation(&reader)) }
      if reader.skip(symbol: "(") {
        let inner = try disjunction(&reader)
        try reader.close()
        return inner
      }
      return try comparison(&reader)
    }
  }

  private static func comparison(
    _ reader: inout TokenReader
  ) throws(ExpressionError) -> RowCondition {
    let left = try term(&reader)
    if reader.skip(keyword: "in") { return .isIn(left, try list(&reader)) }
    if reader.skip(keyword: "not") {
      guard reader.skip(keyword: "in") else { throw reader.unexpected() }
      return .not(.isIn(left, try list(&reader)))
    }
    guard case .symbol(let symbol) = reader.current.kind,
      let comparison = Comparison(rawValue: symbol)
    else { throw reader.unexpected() }
    _ = reader.take()
    return .comparison(left, comparison, try term(&reader))
  }

  private static func list(_ reader: inout TokenReader) throws(ExpressionError) -> [Term] {
    guard reader.skip(symbol: "(") else { throw reader.unexpected() }
    var terms: [Term] = []
    repeat { terms.append(try term(&reader)) } while reader.skip(symbol: ",")
    try reader.close()
    return terms
  }

  private static func term(_ reader: inout TokenReader) throws(ExpressionError) -> Term {
    let isNegative = reader.skip(symbol: "-")
    switch reader.current.kind {
    case .number(let value):
      _ = reader.take()
      return .number(isNegative ? -value : value)
    case .text(let text) where !isNegative:
      _ = reader.take()
      return .text(text)
    case .column(let name) where !isNegative:
      _ = reader.take()
      return .column(name)
    case .word(let name)
    where !isNegative && !["and", "or", "not", "in"].contains(name.lowercased()):
      _ = reader.take()
      return .column(name)
    default: throw reader.unexpected()
    }
  }
}
