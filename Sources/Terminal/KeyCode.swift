import CTerminal
import Drawing

extension Key {
  /// The key of a byte below 128.
  init(byte: UInt8) {
    switch byte {
    case 0x0A, 0x0D: self = .enter
    case 0x09: self = .tab
    case 0x1B: self = .escape
    case 0x08, 0x7F: self = .backspace
    case 0x00: self = .control(" ")
    case 0x01...0x1A: self = .control(Character(Unicode.Scalar(byte + 0x60)))
    case 0x1C...0x1F: self = .control(Character(Unicode.Scalar(byte + 0x40)))
    default: self = .character(Character(Unicode.Scalar(byte)))
    }
  }

  /// The key of a code of the C layer; `nil` if it is none.
  init?(code: Int32) {
    switch Int(code) {
    case Int(TERMINAL_KEY_UP): self = .up
    case Int(TERMINAL_KEY_DOWN): self = .down
    case Int(TERMINAL_KEY_LEFT): self = .left
    case Int(TERMINAL_KEY_RIGHT): self = .right
    case Int(TERMINAL_KEY_PAGE_UP): self = .pageUp
    case Int(TERMINAL_KEY_PAGE_DOWN): self = .pageDown
    case Int(TERMINAL_KEY_HOME): self = .home
    case Int(TERMINAL_KEY_END): self = .end
    case Int(TERMINAL_KEY_BACKSPACE): self = .backspace
    case Int(TERMINAL_KEY_DELETE): self = .delete
    case Int(TERMINAL_KEY_INSERT): self = .insert
    case Int(TERMINAL_KEY_BACK_TAB): self = .backTab
    case Int(TERMINAL_KEY_ENTER): self = .enter
    case Int(TERMINAL_KEY_FUNCTION) + 1...Int(TERMINAL_KEY_FUNCTION) + 12:
      self = .function(Int(code) - Int(TERMINAL_KEY_FUNCTION))
    default: return nil
    }
  }

  /// The character of a key pressed while an input method was on: `ｑ`, `／` and the ideographic space
  /// count as `q`, `/` and the space.
  static func folded(_ scalar: Unicode.Scalar) -> Character {
    switch scalar.value {
    case 0xFF01...0xFF5E:
      return Unicode.Scalar(scalar.value - 0xFEE0).map(Character.init) ?? Character(scalar)
    case 0x3000: return " "
    default: return Character(scalar)
    }
  }
}
