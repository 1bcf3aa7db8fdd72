/// Goes through the characters of a cell, with those that mean the same made one.
///
/// Full-width letters, digits and signs become the ASCII ones, every space a space, every dash and
/// minus a hyphen, and typographic apostrophes a plain one. Nothing is copied.
struct CellCursor {
  /// What `character` is behind the last one.
  static let end = UInt32.max

  /// The character here, folded; `end` behind the last one, U+FFFD for bytes that are not UTF-8.
  private(set) var character: UInt32 = 0
  /// Where the character here begins in the cell, in bytes.
  private(set) var position = 0

  private let cell: CellBytes
  private var next = 0

  /// Stands on the first character from a position on.
  @inline(__always)
  init(_ cell: CellBytes, at position: Int = 0) {
    self.cell = cell
    next = position
    advance()
  }

  /// Goes to the next character.
  @inline(__always)
  mutating func advance() {
    position = next
    guard next < cell.count else {
      character = CellCursor.end
      return
    }
    let byte = cell[next]
    if byte < 0x80 {
      next += 1
      character = byte < 0x20 ? CellCursor.foldedControl(byte) : UInt32(byte)
    } else {
      decode(byte)
    }
  }

  /// Whether nothing is left.
  @inline(__always)
  var isAtEnd: Bool { character == CellCursor.end }

  /// The value of the digit here; nil where none stands.
  @inline(__always)
  var digit: Int? {
    let value = character &- 0x30
    return value < 10 ? Int(value) : nil
  }

  /// Whether an ASCII letter stands here.
  @inline(__always)
  var isLetter: Bool { (character | 0x20) &- 0x61 < 26 }

  /// The character after this one, folded.
  var following: UInt32 {
    var copy = self
    copy.advance()
    return copy.character
  }

  /// Goes past any spaces.
  @inline(__always)
  mutating func skipSpaces() {
    while character == 0x20 { advance() }
  }

  /// Goes past the character if it is here.
  @inline(__always)
  mutating func take(_ wanted: Unicode.Scalar) -> Bool {
    guard character == wanted.value else { return false }
    advance()
    return true
  }

  /// Goes past the characters if all of them stand here one after another.
  mutating func take(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    guard character == first.value, following == second.value else { return false }
    advance()
    advance()
    return true
  }

  private static func foldedControl(_ byte: UInt8) -> UInt32 {
    (0x09...0x0D).contains(byte) ? 0x20 : UInt32(byte)
  }

  private mutating func decode(_ lead: UInt8) {
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead < 0xF5, next + length <= cell.count else {
      next += 1
      character = 0xFFFD
      return
    }
    var scalar = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length {
      let byte = cell[next + offset]
      guard byte & 0xC0 == 0x80 else {
        next += 1
        character = 0xFFFD
        return
      }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    next += length
    character = CellCursor.folded(scalar)
  }

  /// What stands for a character beyond ASCII.
  private static func folded(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xFF01...0xFF5E: scalar - 0xFEE0
    case 0x00A0, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF: 0x20
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: 0x2D
    case 0x2018, 0x2019, 0x02BC: 0x27
    case 0x301C: 0x7E
    case 0x2215: 0x2F
    case 0xFFE5: 0xA5
    case 0xFFE1: 0xA3
    case 0xFFE6: 0x20A9
    default: scalar
    }
  }
}
