/// The smallest part of a formula or a condition, with where it starts.
struct ExpressionToken: Hashable {
  enum Kind: Hashable {
    case number(Double)
    /// A bare word: a metric, a function, a column or a keyword.
    case word(String)
    /// A column name between backticks.
    case column(String)
    /// A text between double quotes.
    case text(String)
    /// One of `+ - * / ( ) , = != < <= > >=`.
    case symbol(String)
    case end
  }

  let kind: Kind
  /// How many characters precede it in the expression.
  let offset: Int
}

/// Cuts an expression into tokens.
struct ExpressionTokenizer {
  private let characters: [Character]
  private var position = 0

  init(_ text: String) {
    characters = Array(text)
  }

  /// All tokens, the last of them `.end`.
  mutating func tokens() throws(ExpressionError) -> [ExpressionToken] {
    var tokens: [ExpressionToken] = []
    while true {
      let token = try next()
      tokens.append(token)
      if token.kind == .end { return tokens }
    }
  }

  private mutating func next() throws(ExpressionError) -> ExpressionToken {
    while position < characters.count, characters[position].isWhitespace { position += 1 }
    let start = position
    guard start < characters.count else { return ExpressionToken(kind: .end, offset: start) }
    let character = characters[start]
    let kind: ExpressionToken.Kind =
      if character.isASCIIDigit || character == "." {
        try number()
      } else if character.isLetter || character == "_" {
        .word(take { $0.isLetter || $0.isNumber || $0 == "_" })
      } else if character == "\"" || character == "`" {
        try quoted(by: character)
      } else {
        try symbol()
      }
    return ExpressionToken(kind: kind, offset: start)
  }

  private mutating func take(while accepted: (Character) -> Bool) -> String {
    let start = position
    while position < characters.count, accepted(characters[position]) { position += 1 }
    return String(characters[start..<position])
  }

  private mutating func number() throws(ExpressionError) -> ExpressionToken.Kind {
    let start = position
    let digits = take { $0.isASCIIDigit || $0 == "_" || $0 == "." }
    guard let value = DecimalText.number(digits) else {
      throw ExpressionError(.malformedNumber(digits), offset: start)
    }
    if position < characters.count, characters[position] == "%" {
      position += 1
      return .number(value / 100)
    }
    return .number(value)
  }

  private mutating func quoted(by quote: Character) throws(ExpressionError) -> ExpressionToken.Kind
  {
    let start = position
    position += 1
    let content = take { $0 != quote }
    guard position < characters.count else {
      throw ExpressionError(.unclosedQuote, offset: start)
    }
    position += 1
    return quote == "\"" ? .text(content) : .column(content)
  }

  private mutating func symbol() throws(ExpressionError) -> ExpressionToken.Kind {
    let two = String(characters[position..<min(position + 2, characters.count)])
    if ["!=", "<=", ">="].contains(two) {
      position += 2
      return .symbol(two)
    }
    let one = String(characters[position])
    guard "+-*/(),=<>".contains(one) else {
      throw ExpressionError(.unexpected(one), offset: position)
    }
    position += 1
    return .symbol(one)
  }
}

extension Character {
  var isASCIIDigit: Bool { isASCII && isNumber }
}

/// Numbers as definitions write them: `1_000`, `0.024`, `2.4%`, `-5`.
public enum DecimalText {
  /// The number, a percentage as its fraction, or nil where the text is no such number.
  public static func number(_ text: String) -> Double? {
    var digits = text.filter { $0 != "_" }
    let isPercentage = digits.hasSuffix("%")
    if isPercentage { digits.removeLast() }
    let unsigned = digits.hasPrefix("-") || digits.hasPrefix("+") ? digits.dropFirst() : digits[...]
    guard let first = unsigned.first, first.isASCIIDigit || first == ".",
      unsigned.allSatisfy({ $0.isASCIIDigit || $0 == "." }), let value = Double(digits),
      value.isFinite
    else { return nil }
    return isPercentage ? value / 100 : value
  }

  /// The shortest text that `number(_:)` reads back as this number; it never has an exponent.
  static func text(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
    let text = String(number)
    let parts = text.split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return text }
    let sign = number < 0 ? "-" : ""
    let digits = parts[0].filter(\.isASCIIDigit)
    let point = 1 + exponent
    func zeros(_ count: Int) -> String { String(repeating: "0", count: max(0, count)) }
    return point <= 0
      ? "\(sign)0.\(zeros(-point))\(digits)" : "\(sign)\(digits)\(zeros(point - digits.count))"
  }
}
