/// A short cell as runs of digits, letters and single marks, of which kinds are told.
struct CellTokens {
  /// What a token is.
  private enum Kind: UInt8 {
    case digits, letters, space
    /// A sign of a currency, or a unit behind a number.
    case unit
    case mark
  }

  /// One run.
  private struct Token {
    var kind: Kind
    /// The mark itself, or the first byte of letters in lower case.
    var byte: UInt8
    /// How many characters it has.
    var count: Int
    /// The first three ASCII letters in lower case.
    var letters: UInt32
  }

  private var tokens: [Token] = []
  /// Whether there are more runs than any number or date has.
  private var isLong = false

  private static let most = 24

  /// Cuts a cell into runs. Complexity: O(n).
  init(_ cell: CellBytes) {
    tokens.reserveCapacity(8)
    var index = 0
    while index < cell.count {
      let (kind, byte, length) = CellTokens.next(cell, index)
      index += length
      if let last = tokens.last, last.kind == kind, kind == .digits || kind == .letters {
        tokens[tokens.count - 1].count += 1
        if kind == .letters, last.count < 3 {
          tokens[tokens.count - 1].letters = last.letters << 8 | UInt32(byte)
        }
        continue
      }
      guard tokens.count < CellTokens.most else {
        isLong = true
        return
      }
      tokens.append(Token(kind: kind, byte: byte, count: 1, letters: UInt32(byte)))
    }
  }

  /// Whether it is digits and nothing else.
  var isInteger: Bool { tokens.count == 1 && tokens[0].kind == .digits }

  /// Whether it is letters and nothing else.
  var isLetters: Bool { tokens.count == 1 && tokens[0].kind == .letters }

  /// Whether it has no spaces, and letters or digits and few marks between them.
  var isOneWord: Bool {
    !isLong
      && tokens.allSatisfy { token in
        switch token.kind {
        case .digits, .letters: true
        case .space, .unit: false
        case .mark:
          !"\"'`,;|\t^~()[]{}<>=".utf8.contains(token.byte)
        }
      }
  }

  /// Whether it is a number with a sign, fraction, grouping, exponent, currency, scale or per cent.
  var isNumber: Bool {
    guard !isLong else { return false }
    var first = 0
    var last = tokens.count
    trim(&first, &last)
    guard first < last, tokens[first..<last].contains(where: { $0.kind == .digits }) else {
      return false
    }
    if last - first >= 3, isExponent(&last) {}
    return isPlainNumber(first, last)
  }

  /// Goes past what may stand around the digits of a number.
  private func trim(_ first: inout Int, _ last: inout Int) {
    let isOutside: (Token) -> Bool = { token in
      switch token.kind {
      case .unit, .space: true
      case .mark: "+-$%()#<>~".utf8.contains(token.byte)
      case .letters, .digits: false
      }
    }
    while first < last, isOutside(tokens[first]) { first += 1 }
    while last > first, isOutside(tokens[last - 1]) { last -= 1 }
    if last - first >= 2, tokens[last - 1].kind == .letters, tokens[last - 1].count <= 2,
      "kmb".utf8.contains(tokens[last - 1].byte), tokens[last - 1].count == 1
    {
      last -= 1
    }
    // A currency's three letters before or behind.
    if last - first >= 3, tokens[first].kind == .letters, tokens[first].count == 3,
      tokens[first + 1].kind == .space
    {
      first += 2
    }
    if last - first >= 3, tokens[last - 1].kind == .letters, tokens[last - 1].count == 3,
      tokens[last - 2].kind == .space
    {
      last -= 2
    }
    while first < last, tokens[first].kind == .unit || isSign(tokens[first]) { first += 1 }
  }

  private func isSign(_ token: Token) -> Bool {
    token.kind == .mark && (token.byte == UInt8(ascii: "-") || token.byte == UInt8(ascii: "+"))
  }

  /// Whether an exponent stands at the end, which is taken off.
  private func isExponent(_ last: inout Int) -> Bool {
    guard tokens[last - 1].kind == .digits else { return false }
    var before = last - 2
    if before > 0, isSign(tokens[before]) { before -= 1 }
    guard before > 0, tokens[before].kind == .letters, tokens[before].count == 1,
      tokens[before].byte == UInt8(ascii: "e")
    else { return false }
    last = before
    return true
  }

  /// Whether it is digits with at most one fraction, and grouping in its right places.
  private func isPlainNumber(_ first: Int, _ last: Int) -> Bool {
    var separators: [(byte: UInt8, after: Int)] = []
    var index = first
    if tokens[index].kind == .mark, tokens[index].byte == UInt8(ascii: ".") {
      return last - first == 2 && tokens[first + 1].kind == .digits
    }
    guard tokens[index].kind == .digits else { return false }
    let head = tokens[index].count
    index += 1
    while index < last {
      let token = tokens[index]
      // Units such as 億 may stand between digits.
      if token.kind == .unit, index + 1 == last || tokens[index + 1].kind == .digits {
        if index + 1 == last { return true }
        index += 2
        continue
      }
      guard token.kind == .mark || token.kind == .space, ".,' ".utf8.contains(token.byte) else {
        return false
      }
      let after =
        index + 1 < last && tokens[index + 1].kind == .digits ? tokens[index + 1].count : 0
      guard after > 0 || (index + 1 == last && token.byte == UInt8(ascii: ".")) else {
        return false
      }
      separators.append((token.byte, after))
      index += after > 0 ? 2 : 1
    }
    guard let fraction = separators.last else { return true }
    let groups = separators.dropLast()
    if groups.isEmpty {
      let isGroup = fraction.after == 3 && head <= 3
      return isGroup || fraction.byte == UInt8(ascii: ".") || fraction.byte == UInt8(ascii: ",")
    }
    let mark = groups[groups.startIndex].byte
    guard head <= 3, groups.allSatisfy({ $0.byte == mark && $0.after == 3 }) else { return false }
    return fraction.byte == mark
      ? fraction.after == 3
      : fraction.byte == UInt8(ascii: ".") || fraction.byte == UInt8(ascii: ",")
  }

  /// Whether from a token on there is a time of day.
  func isTime(from start: Int) -> Bool {
    var index = start
    guard !isLong, index + 2 < tokens.count, tokens[index].kind == .digits,
      tokens[index].count <= 2
    else { return false }
    var parts = 1
    while index + 2 < tokens.count + 0, isMark(index + 1, ":"), tokens[index + 2].kind == .digits,
      tokens[index + 2].count == 2
    {
      index += 2
      parts += 1
    }
    guard (2...3).contains(parts) else { return false }
    index += 1
    if isMark(index, ".") || isMark(index, ","), index + 1 < tokens.count,
      tokens[index + 1].kind == .digits
    {
      index += 2
    }
    guard index < tokens.count else { return true }
    // A zone, or the half of the day.
    let rest = tokens[index...]
    return rest.count <= 5
      && rest.allSatisfy { token in
        switch token.kind {
        case .digits: token.count <= 4
        case .letters: token.count <= 4
        case .space: true
        case .unit: false
        case .mark: "+-:".utf8.contains(token.byte)
        }
      }
  }

  private func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    index < tokens.count && tokens[index].kind == .mark && tokens[index].byte == UInt8(ascii: mark)
  }

  /// Whether it is a date or a month, alone or with a time.
  var isDate: Bool {
    guard !isLong, tokens.count >= 3 else { return false }
    // An era's name in front of its year: 令和6年.
    let start = tokens[0].kind == .letters && tokens[0].byte >= 0x80 && tokens[0].count <= 2 ? 1 : 0
    guard tokens[start].kind == .digits || (start == 0 && (isMonth(0) || isWeekday(0))) else {
      return false
    }
    var numbers = 0
    var months = 0
    var index = start
    while index < tokens.count {
      let token = tokens[index]
      if numbers + months >= 2, isTime(from: index) { break }
      switch token.kind {
      case .digits:
        guard token.count <= 4 else { return false }
        numbers += 1
      case .letters:
        if isMonth(index) {
          months += 1
        } else if token.letters == CellTokens.letters("t") || isWeekday(index)
          || isOrdinal(index)
        {
          break
        } else {
          return false
        }
      case .mark:
        guard "-/.,()".utf8.contains(token.byte) else { return false }
      case .space: break
      case .unit: return false
      }
      index += 1
    }
    guard numbers + months <= 3, months <= 1 else { return false }
    if months == 1 { return numbers >= 1 }
    // Without a month's name two separators are needed, or a year and one.
    guard start + 2 < tokens.count else { return false }
    let separator = tokens[start + 1]
    guard separator.kind == .mark, separator.byte != UInt8(ascii: ","),
      separator.byte != UInt8(ascii: "(")
    else { return false }
    if numbers == 3 {
      return tokens.count > start + 3 && tokens[start + 3].byte == separator.byte
    }
    let isMonth = tokens.count == start + 3 ? tokens[start + 2].count == 2 : isMark(start + 3, "/")
    return numbers == 2 && (start == 1 || tokens[0].count == 4) && isMonth
      && separator.byte != UInt8(ascii: ".")
  }

  private static func letters(_ text: StaticString) -> UInt32 {
    (0..<min(3, text.utf8CodeUnitCount)).reduce(0) { $0 << 8 | UInt32(text.utf8Start[$1]) }
  }

  private func isMonth(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .letters, (3...9).contains(token.count) else { return false }
    return CellTokens.months.contains(token.letters)
  }

  private func isWeekday(_ index: Int) -> Bool {
    (2...9).contains(tokens[index].count) && CellTokens.weekdays.contains(tokens[index].letters)
  }

  private func isOrdinal(_ index: Int) -> Bool {
    guard index > 0, tokens[index - 1].kind == .digits, tokens[index].count == 2 else {
      return false
    }
    return CellTokens.ordinals.contains(tokens[index].letters)
  }

  private static let months = Set(
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"].map {
      letters($0)
    })
  private static let weekdays = Set(
    ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map { letters($0) })
  private static let ordinals = Set(["st", "nd", "rd", "th"].map { letters($0) })

  /// The kind, the byte in lower case and the length of the character at an offset.
  private static func next(_ cell: CellBytes, _ index: Int) -> (Kind, UInt8, Int) {
    let byte = cell[index]
    if byte &- 0x30 < 10 { return (.digits, byte, 1) }
    let lower = byte | 0x20
    if (0x61...0x7A).contains(lower) { return (.letters, lower, 1) }
    if byte < 0x80 {
      return byte == 0x20 ? (.space, byte, 1) : (.mark, byte, 1)
    }
    let length = min(cell.count - index, byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1)
    guard length > 1 else { return (.letters, byte, 1) }
    return wide(cell, index, length)
  }

  /// Characters beyond ASCII that numbers and dates have.
  private static func wide(_ cell: CellBytes, _ index: Int, _ length: Int) -> (Kind, UInt8, Int) {
    let second = cell[index + 1]
    if length == 2, cell[index] == 0xC2 {
      switch second {
      case 0xA0: return (.space, 0x20, 2)
      case 0xA3, 0xA5, 0xA2: return (.unit, second, 2)
      default: return (.letters, second, 2)
      }
    }
    guard length == 3 else { return (.letters, second, length) }
    let third = cell[index + 2]
    switch (cell[index], second, third) {
    case (0xEF, 0xBC, 0x90...0x99): return (.digits, third - 0x60, 3)
    case (0xEF, 0xBC, 0x8B): return (.mark, UInt8(ascii: "+"), 3)
    case (0xEF, 0xBC, 0x8D), (0xE2, 0x88, 0x92): return (.mark, UInt8(ascii: "-"), 3)
    case (0xEF, 0xBC, 0x8C): return (.mark, UInt8(ascii: ","), 3)
    case (0xEF, 0xBC, 0x8E): return (.mark, UInt8(ascii: "."), 3)
    case (0xEF, 0xBC, 0x85): return (.mark, UInt8(ascii: "%"), 3)
    case (0xEF, 0xBF, 0xA5), (0xE2, 0x82, 0xAC): return (.unit, third, 3)
    // △ ▲ ▼ ▽
    case (0xE2, 0x96, 0xB2...0xBD): return (.unit, third, 3)
    // 円 万 億 千 兆
    case (0xE5, 0x86, 0x86), (0xE4, 0xB8, 0x87), (0xE5, 0x84, 0x84), (0xE5, 0x8D, 0x83),
      (0xE5, 0x85, 0x86):
      return (.unit, third, 3)
    // 年 月 日
    case (0xE5, 0xB9, 0xB4), (0xE6, 0x9C, 0x88), (0xE6, 0x97, 0xA5):
      return (.mark, UInt8(ascii: "/"), 3)
    case (0xE2, 0x80, 0xAF), (0xE2, 0x80, 0x89), (0xE3, 0x80, 0x80): return (.space, 0x20, 3)
    default: return (.letters, second, 3)
    }
  }
}
