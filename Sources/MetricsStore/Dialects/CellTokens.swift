/// A short cell as runs of digits, letters and single marks, of which kinds are told.
struct CellTokens {
  /// What a token is.
  enum Kind: UInt8 {
    case digits, letters, space
    /// A sign of a currency, or a unit behind a number.
    case unit
    case mark
  }

  /// One run.
  struct Token {
    var kind: Kind
    /// The mark itself, or the first byte of letters in lower case.
    var byte: UInt8
    /// How many characters it has.
    var count: Int
    /// The first three ASCII letters in lower case.
    var letters: UInt32
  }

  /// The runs.
  private(set) var tokens: [Token] = []
  /// Whether there are more runs than any number or date has.
  private(set) var isLong = false

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

  /// Whether a token is this mark.
  func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    index < tokens.count && tokens[index].kind == .mark && tokens[index].byte == UInt8(ascii: mark)
  }

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
