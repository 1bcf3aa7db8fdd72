/// Walks through the tokens of one expression; what the parsers of formulas and conditions share.
struct TokenReader {
  static let lengthLimit = 4000
  static let depthLimit = 64

  private let tokens: [ExpressionToken]
  private var position = 0
  private var depth = 0

  init(_ text: String) throws(ExpressionError) {
    guard text.count <= TokenReader.lengthLimit else {
      throw ExpressionError(.tooLong(limit: TokenReader.lengthLimit), offset: 0)
    }
    var tokenizer = ExpressionTokenizer(text)
    tokens = try tokenizer.tokens()
    if tokens.count == 1 { throw ExpressionError(.empty, offset: 0) }
  }

  var current: ExpressionToken { tokens[position] }

  /// The current token, after which the next one is current.
  mutating func take() -> ExpressionToken {
    let token = tokens[position]
    if position < tokens.count - 1 { position += 1 }
    return token
  }

  /// Steps over the symbol where it is the current token.
  mutating func skip(symbol: String) -> Bool {
    guard current.kind == .symbol(symbol) else { return false }
    _ = take()
    return true
  }

  /// Steps over the keyword where it is the current token, whatever its case.
  mutating func skip(keyword: String) -> Bool {
    guard case .word(let word) = current.kind, word.lowercased() == keyword else { return false }
    _ = take()
    return true
  }

  /// Steps over the closing parenthesis that has to be here.
  mutating func close() throws(ExpressionError) {
    if skip(symbol: ")") { return }
    throw current.kind == .end
      ? ExpressionError(.missingParenthesis, offset: current.offset) : unexpected()
  }

  /// Fails unless every token has been taken.
  func finish() throws(ExpressionError) {
    if current.kind != .end { throw unexpected() }
  }

  /// Counts one level of nesting around the body, so that no expression can exhaust the stack.
  mutating func nested<Result>(
    _ body: (inout TokenReader) throws(ExpressionError) -> Result
  ) throws(ExpressionError) -> Result {
    depth += 1
    defer { depth -= 1 }
    guard depth <= TokenReader.depthLimit else {
      throw ExpressionError(.tooDeep(limit: TokenReader.depthLimit), offset: current.offset)
    }
    return try body(&self)
  }

  /// The error for a current token that cannot stand here.
  func unexpected() -> ExpressionError {
    switch current.kind {
    case .end: ExpressionError(.unexpectedEnd, offset: current.offset)
    case .number(let value):
      ExpressionError(.unexpected(DecimalText.text(value)), offset: current.offset)
    case .word(let text), .column(let text), .text(let text), .symbol(let text):
      ExpressionError(.unexpected(text), offset: current.offset)
    }
  }
}
