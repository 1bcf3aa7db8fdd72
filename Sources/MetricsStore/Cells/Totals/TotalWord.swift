/// A word that makes a row a total, in Japanese, English, German, French, Spanish or Italian.
struct TotalWord {
  /// What the figures of the row are.
  let kind: TotalLabel.Kind
  /// Whether it is a Japanese one, which no space has to end.
  let isJapanese: Bool
  /// Whether it begins other words too, as 計 does 計画, and counts only where nothing follows.
  let needsEnd: Bool

  /// Goes past the word here; nil where none stands.
  init?(_ cursor: inout CellCursor) {
    if let found = TotalWord.japanese(&cursor) {
      (kind, needsEnd) = found
      isJapanese = true
      return
    }
    guard let found = TotalWord.latin(&cursor) else { return nil }
    // `Total2` is a name.
    guard cursor.digit == nil, cursor.character != 0x5F else { return nil }
    kind = found
    isJapanese = false
    needsEnd = false
  }

  private static func japanese(_ cursor: inout CellCursor) -> (TotalLabel.Kind, Bool)? {
    var ahead = cursor
    let first = Unicode.Scalar(ahead.character)
    ahead.advance()
    // People spread them: 合　計.
    ahead.skipSpaces()
    var found: (TotalLabel.Kind, Bool)?
    switch first {
    case "計": found = (.total, true)
    case "合", "総", "累", "集":
      if first == "総" {
        _ = ahead.take("合")
        ahead.skipSpaces()
      }
      if ahead.take("計") { found = (.total, false) }
    case "小": if ahead.take("計") { found = (.subtotal, false) }
    case "平":
      if ahead.take("均") {
        _ = ahead.take("値")
        found = (.average, false)
      }
    case "全":
      if ahead.take("体") {
        _ = ahead.take("計")
        found = (.total, false)
      }
    default: break
    }
    if found != nil { cursor = ahead }
    return found
  }

  private static func latin(_ cursor: inout CellCursor) -> TotalLabel.Kind? {
    guard let word = NameWord(&cursor) else { return nil }
    if let kind = openings[word.bits] {
      // `Grand total`, `Sub-total`.
      guard cursor.take(" ") || cursor.take("-"), let next = NameWord(&cursor),
        words[next.bits] == .total
      else { return nil }
      return kind
    }
    guard let kind = words[word.bits] else { return nil }
    // `Total général`.
    var ahead = cursor
    ahead.skipSpaces()
    if kind == .total, let next = NameWord(&ahead), endings.contains(next.bits) { cursor = ahead }
    return kind
  }

  private static let openings: [UInt128: TotalLabel.Kind] = [
    NameWord("grand").bits: .total, NameWord("gran").bits: .total, NameWord("sub").bits: .subtotal,
    NameWord("sous").bits: .subtotal,
  ]

  private static let endings: Set<UInt128> = Set(
    ["general", "generale", "generaux", "geral", "complessivo"].map { NameWord($0).bits })

  private static let words: [UInt128: TotalLabel.Kind] = {
    let kinds: [(TotalLabel.Kind, String)] = [
      (
        .total,
        "total totals totale totaux totales sum summe suma somme gesamt gesamtsumme gesamtergebnis "
          + "endsumme insgesamt overall ensemble"
      ),
      (.subtotal, "subtotal subtotals zwischensumme"),
      (.average, "average averages avg durchschnitt mittelwert moyenne promedio"),
    ]
    var words: [UInt128: TotalLabel.Kind] = [:]
    for (kind, line) in kinds {
      for word in line.split(separator: " ") { words[NameWord(word).bits] = kind }
    }
    return words
  }()
}
