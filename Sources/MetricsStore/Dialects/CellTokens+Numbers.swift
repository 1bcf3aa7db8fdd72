// What makes a cell a number.
extension CellTokens {
  /// Whether it is a number with a sign, fraction, grouping, exponent, currency, scale or per cent.
  var isNumber: Bool {
    guard !isLong else { return false }
    var first = 0
    var last = tokens.count
    trim(&first, &last)
    guard first < last, tokens[first..<last].contains(where: { $0.kind == .digits }) else {
      return false
    }
    dropExponent(after: first, &last)
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
    if last - first >= 2, tokens[last - 1].kind == .letters,
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

  /// Leaves out an exponent at the end.
  private func dropExponent(after first: Int, _ last: inout Int) {
    guard last - first >= 3, tokens[last - 1].kind == .digits else { return }
    var before = last - 2
    if isSign(tokens[before]) { before -= 1 }
    guard before > first, tokens[before].kind == .letters, tokens[before].count == 1,
      tokens[before].byte == UInt8(ascii: "e")
    else { return }
    last = before
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
}
