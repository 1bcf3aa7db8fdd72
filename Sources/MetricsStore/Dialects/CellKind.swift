/// What a cell looks like, without regard to its column.
enum CellKind: UInt8, CaseIterable, Sendable {
  /// Nothing, or white space.
  case empty
  /// One of the usual marks for nothing, such as `--` or `n/a`.
  case missing
  /// Digits.
  case integer
  /// Any other number: with signs, fractions, grouping, currencies, per cent.
  case number
  case date
  case time
  /// `true`, `false`, `yes`, `no`.
  case boolean
  /// An address of the web or of mail.
  case link
  /// Letters and digits, or letters and marks without spaces.
  case code
  /// Letters only.
  case word
  /// Anything else.
  case text

  /// Whether a header hardly looks like this.
  var isTyped: Bool {
    switch self {
    case .integer, .number, .date, .time, .boolean, .link: true
    case .empty, .missing, .code, .word, .text: false
    }
  }

  /// Whether the cell holds something.
  var isFilled: Bool { self != .empty && self != .missing }

  /// The kind of a cell without white space at its ends. Complexity: O(n), at most 64 bytes of text.
  init(_ cell: CellBytes) {
    guard !cell.isEmpty else {
      self = .empty
      return
    }
    if cell.count > CellKind.longest {
      self = cell.holds("://") ? .link : .text
      return
    }
    let tokens = CellTokens(cell)
    if CellKind.isMissing(cell) {
      self = .missing
    } else if tokens.isInteger {
      self = .integer
    } else if tokens.isNumber {
      self = .number
    } else if tokens.isTime(from: 0) {
      self = .time
    } else if tokens.isDate {
      self = .date
    } else if cell.isWord("true") || cell.isWord("false") || cell.isWord("yes")
      || cell.isWord("no")
    {
      self = .boolean
    } else if tokens.isLetters {
      self = .word
    } else if cell.holds("://") || (cell.holds("@") && tokens.isOneWord) {
      self = .link
    } else if tokens.isOneWord {
      self = .code
    } else {
      self = .text
    }
  }

  /// Longer cells are texts or links.
  private static let longest = 64

  private static func isMissing(_ cell: CellBytes) -> Bool {
    guard cell.count <= 7 else { return false }
    return cell.isWord("-") || cell.isWord("--") || cell.isWord("---") || cell.isWord("n/a")
      || cell.isWord("na") || cell.isWord("nan") || cell.isWord("null") || cell.isWord("none")
      || cell.isWord("nil") || cell.isWord(".") || cell.isWord("?") || cell.isWord("*")
      || cell.isWord("..") || cell.isWord("#n/a") || cell.isWord("inf") || cell.isWord("-inf")
      || cell.isWord("tbd") || cell.isWord("missing") || cell.isWord("－") || cell.isWord("−")
      || cell.isWord("–") || cell.isWord("—") || cell.isWord("\\n")
  }
}

extension CellBytes {
  /// Whether a short ASCII text stands somewhere in it.
  func holds(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard count >= length, length > 0 else { return false }
    for start in 0...(count - length) where self[start] == text.utf8Start[0] {
      if (1..<length).allSatisfy({ self[start + $0] == text.utf8Start[$0] }) { return true }
    }
    return false
  }
}
