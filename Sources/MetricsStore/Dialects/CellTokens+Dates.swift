// What makes a cell a date or a time of day.
extension CellTokens {
  /// Whether from a token on there is a time of day.
  func isTime(from start: Int) -> Bool {
    var index = start
    guard !isLong, index + 2 < tokens.count, tokens[index].kind == .digits,
      tokens[index].count <= 2
    else { return false }
    var parts = 1
    while index + 2 < tokens.count, isMark(index + 1, ":"), tokens[index + 2].kind == .digits,
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
        // `July 8, 2025`, but not `28/01/2018,00:00`.
        let isClose = index + 1 < tokens.count && tokens[index + 1].kind != .space
        if token.byte == UInt8(ascii: ","), isClose { return false }
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
}
