/// What is wrong with a formula or a condition, and where in it.
public struct ExpressionError: Error, Hashable, Sendable {
  /// What was found.
  public enum Kind: Hashable, Sendable {
    case empty
    case malformedNumber(String)
    case unclosedQuote
    case unexpected(String)
    case unexpectedEnd
    case missingParenthesis
    case unknownFunction(String)
    case argumentCount(function: String, expected: String, found: Int)
    case periodsNotWhole(String)
    case tooLong(limit: Int)
    case tooDeep(limit: Int)
  }

  /// What was found.
  public let kind: Kind
  /// How many characters of the expression precede it.
  public let offset: Int

  init(_ kind: Kind, offset: Int) {
    self.kind = kind
    self.offset = offset
  }

  /// What was found, as a sentence without its place.
  public var message: String {
    switch kind {
    case .empty: "the expression is empty"
    case .malformedNumber(let text): "“\(text)” is not a number"
    case .unclosedQuote: "a quote is opened and not closed"
    case .unexpected(let text): "“\(text)” is not expected here"
    case .unexpectedEnd: "the expression ends too early"
    case .missingParenthesis: "a parenthesis is opened and not closed"
    case .unknownFunction(let name): "there is no function “\(name)”"
    case .argumentCount(let function, let expected, let found):
      "\(function) takes \(expected), not \(found)"
    case .periodsNotWhole(let function): "\(function) takes a whole number of periods, 1 to 520"
    case .tooLong(let limit): "the expression is longer than \(limit) characters"
    case .tooDeep(let limit): "the expression is nested deeper than \(limit) levels"
    }
  }
}
