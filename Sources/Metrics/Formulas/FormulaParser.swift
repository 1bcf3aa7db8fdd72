extension Formula {
  /// A formula read from its text, for example `cost / leads` or `coalesce(a, 0) * 2.4%`.
  ///
  /// It has `+ - * /`, parentheses, numbers, metric names and the functions `min`, `max`, `abs`,
  /// `coalesce`, `lag(metric, n)` and `cumulative(metric)`. Whether the names exist is for the one
  /// who knows the metrics.
  public init(parsing text: String) throws(ExpressionError) {
    var reader = try TokenReader(text)
    self = try Formula.sum(&reader)
    try reader.finish()
  }

  private static func sum(_ reader: inout TokenReader) throws(ExpressionError) -> Formula {
    var left = try product(&reader)
    while true {
      if reader.skip(symbol: "+") {
        left = .binary(.plus, left, try product(&reader))
      } else if reader.skip(symbol: "-") {
        left = .binary(.minus, left, try product(&reader))
      } else {
        return left
      }
    }
  }

  private static func product(_ reader: inout TokenReader) throws(ExpressionError) -> Formula {
    var left = try factor(&reader)
    while true {
      if reader.skip(symbol: "*") {
        left = .binary(.times, left, try factor(&reader))
      } else if reader.skip(symbol: "/") {
        left = .binary(.divided, left, try factor(&reader))
      } else {
        return left
      }
    }
  }

  private static func factor(_ reader: inout TokenReader) throws(ExpressionError) -> Formula {
    try reader.nested { (reader) throws(ExpressionError) in
      if reader.skip(symbol: "-") { return .negated(try factor(&reader)) }
      if reader.skip(symbol: "(") {
        let inner = try sum(&reader)
        try reader.close()
        return inner
      }
      switch reader.current.kind {
      case .number(let value):
        _ = reader.take()
        return .number(value)
      case .word(let name):
        let offset = reader.take().offset
        return reader.skip(symbol: "(")
          ? try call(name, at: offset, &reader) : .metric(name)
      default: throw reader.unexpected()
      }
    }
  }

  private static func call(
    _ name: String, at offset: Int, _ reader: inout TokenReader
  ) throws(ExpressionError) -> Formula {
    var arguments: [Formula] = []
    if !reader.skip(symbol: ")") {
      repeat { arguments.append(try sum(&reader)) } while reader.skip(symbol: ",")
      try reader.close()
    }
    func needs(_ expected: String, _ isRight: Bool) throws(ExpressionError) {
      guard !isRight else { return }
      let count = arguments.count
      throw ExpressionError(
        .argumentCount(function: name, expected: expected, found: count), offset: offset)
    }
    switch name {
    case "min", "max", "coalesce":
      try needs("two or more operands", arguments.count >= 2)
      return name == "min"
        ? .minimum(arguments) : name == "max" ? .maximum(arguments) : .coalesce(arguments)
    case "abs":
      try needs("one operand", arguments.count == 1)
      return .magnitude(arguments[0])
    case "lag":
      try needs("a metric and a number of periods", arguments.count == 2)
      guard case .metric(let metric) = arguments[0], case .number(let periods) = arguments[1],
        periods == periods.rounded(), (1...520).contains(periods)
      else { throw ExpressionError(.periodsNotWhole(name), offset: offset) }
      return .lag(metric, periods: Int(periods))
    case "cumulative":
      guard arguments.count == 1, case .metric(let metric) = arguments[0] else {
        throw ExpressionError(
          .argumentCount(function: name, expected: "one metric", found: arguments.count),
          offset: offset)
      }
      return .cumulative(metric)
    default: throw ExpressionError(.unknownFunction(name), offset: offset)
    }
  }
}
