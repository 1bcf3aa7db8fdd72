/// A colour of the sRGB space, 8 bits each.
public struct Color: Hashable, Sendable {
  /// The share of red, 0…255.
  public var red: UInt8
  /// The share of green, 0…255.
  public var green: UInt8
  /// The share of blue, 0…255.
  public var blue: UInt8

  /// A colour from its shares.
  public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// A colour from the bits of `0xRRGGBB`.
  public init(_ bits: UInt32) {
    self.init(UInt8(bits >> 16 & 0xFF), UInt8(bits >> 8 & 0xFF), UInt8(bits & 0xFF))
  }

  /// A colour from `#RRGGBB` or `#RGB`; `nil` for anything else.
  public init?(hexadecimal text: String) {
    guard text.hasPrefix("#"), let bits = UInt32(text.dropFirst(), radix: 16) else { return nil }
    switch text.utf8.count {
    case 7: self.init(bits)
    case 4:
      self.init((bits >> 8 & 0xF) * 0x110000 | (bits >> 4 & 0xF) * 0x1100 | (bits & 0xF) * 0x11)
    default: return nil
    }
  }

  /// The bits of `0xRRGGBB`.
  public var bits: UInt32 { UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) }
}

/// How many colours a terminal shows.
public enum ColorDepth: String, CaseIterable, Hashable, Sendable {
  /// No colours: bold, underlined and reversed must do.
  case none
  /// The 16 of the terminal's palette.
  case sixteen
  /// The usual palette of 256.
  case twoHundredFiftySix
  /// Any 24-bit colour.
  case trueColor
}
