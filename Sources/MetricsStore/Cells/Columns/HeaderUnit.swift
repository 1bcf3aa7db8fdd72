/// The unit that a column's name says its numbers are in: `売上(千円)`, `Amount spent (USD)`,
/// `確度(%)`, `cost_micros`.
struct HeaderUnit: Hashable, Sendable {
  /// The power of ten by which the numbers are to be multiplied; 0 where nothing is said.
  private(set) var exponent = 0
  /// The currency; nil where nothing is said.
  private(set) var currency: Currency?
  /// Whether the numbers are percentages.
  private(set) var isPercent = false

  /// Reads a column's name.
  init(_ name: String) {
    let folded = FoldedName(name)
    if folded.words.last == "micros" { exponent = -6 }
    if folded.words.suffix(2).first == "in", let word = folded.words.last,
      let found = HeaderUnit.plurals[word]
    {
      exponent = found
    }
    if folded.text.contains("%") { isPercent = true }
    for part in HeaderUnit.brackets(in: folded.text) {
      guard let unit = HeaderUnit(bracket: part) else { continue }
      if unit.exponent != 0 { exponent = unit.exponent }
      currency = currency ?? unit.currency
    }
  }

  /// Reads what stands in brackets; nil where something in it is no unit.
  private init?(bracket text: Substring) {
    var text = text
    for prefix in ["単位:", "単位", "in"] where text.hasPrefix(prefix) {
      text = text.dropFirst(prefix.count)
    }
    if let found = HeaderUnit.plurals[String(text)] {
      exponent = found
      return
    }
    var rest = String(text)
    let isRead = rest.withUTF8 { read(CellBytes($0)) }
    guard isRead else { return nil }
  }

  private mutating func read(_ text: CellBytes) -> Bool {
    var cursor = CellCursor(text)
    // A lone M or B may be minutes or bytes, unless money stands beside it.
    var needsCurrency = false
    while !cursor.isAtEnd {
      if let sign = Currency(sign: cursor.character) {
        currency = sign
        cursor.advance()
      } else if let power = NumberUnit.small(cursor.character) ?? NumberUnit.large(cursor.character)
      {
        exponent += power
        cursor.advance()
      } else if HeaderUnit.isThousand(&cursor) {
        exponent += 3
      } else if exponent != 0, NumberUnit.isCounter(cursor.character) {
        cursor.advance()
      } else if let word = PackedWord(&cursor) {
        guard let (code, power) = HeaderUnit.split(word.bits) else { return false }
        currency = code ?? currency
        exponent += power
        needsCurrency = needsCurrency || word.bits == 0x6D || word.bits == 0x62
      } else {
        return false
      }
    }
    return !needsCurrency || currency != nil
  }

  /// What a word such as `usd`, `k`, `usdk` or `kusd` says; nil where it is no unit.
  private static func split(_ word: UInt64) -> (Currency?, Int)? {
    if let code = Currency(word: word) { return (code, 0) }
    if let power = NumberUnit.word(word) { return (nil, power) }
    for letters in UInt64(1)...4 {
      let unit = word & (1 << (letters * 8) - 1)
      if let code = Currency(word: word >> (letters * 8)), let power = NumberUnit.word(unit) {
        return (code, power)
      }
    }
    if let code = Currency(word: word & 0xFF_FFFF), let power = NumberUnit.word(word >> 24) {
      return (code, power)
    }
    return nil
  }

  /// Goes past `000` and `000s`.
  private static func isThousand(_ cursor: inout CellCursor) -> Bool {
    var ahead = cursor
    _ = ahead.take("'")
    guard ahead.take("0", "0"), ahead.take("0"), ahead.digit == nil else { return false }
    _ = ahead.take("s")
    cursor = ahead
    return true
  }

  private static let plurals = [
    "thousands": 3, "millions": 6, "billions": 9, "thousand": 3, "million": 6, "billion": 9,
  ]

  /// What stands in brackets, and behind 単位:, in parts between commas.
  private static func brackets(in name: String) -> [Substring] {
    var parts: [Substring] = []
    if let unit = name.split(separator: "単位:").dropFirst().last { parts.append(unit) }
    for opening in name.indices where "([【〔".contains(name[opening]) {
      let inside = name[name.index(after: opening)...]
      guard let closing = inside.firstIndex(where: { ")]】〕".contains($0) }) else { continue }
      parts += inside[..<closing].split { ",、・;".contains($0) }
    }
    return parts
  }
}
