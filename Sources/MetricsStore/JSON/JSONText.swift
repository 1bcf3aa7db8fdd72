/// Turns the escapes in a JSON text into what they stand for.
enum JSONText {
  /// Calls `add` with every byte of the text in UTF-8. Half of a surrogate pair, and an escape that
  /// is none, becomes U+FFFD or what stands behind the backslash.
  @inline(__always)
  static func decode(_ text: CellBytes, _ add: (UInt8) -> Void) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      guard byte == UInt8(ascii: "\\"), index < text.count else {
        add(byte)
        continue
      }
      let escape = text[index]
      index += 1
      switch escape {
      case UInt8(ascii: "n"): add(0x0A)
      case UInt8(ascii: "r"): add(0x0D)
      case UInt8(ascii: "t"): add(0x09)
      case UInt8(ascii: "b"): add(0x08)
      case UInt8(ascii: "f"): add(0x0C)
      case UInt8(ascii: "u"):
        let scalar = JSONText.scalar(text, &index)
        for byte in String(scalar).utf8 { add(byte) }
      default: add(escape)
      }
    }
  }

  /// The character whose digits begin at `index`, which goes behind them.
  private static func scalar(_ text: CellBytes, _ index: inout Int) -> Unicode.Scalar {
    guard let unit = unit(text, at: index) else { return "\u{FFFD}" }
    index += 4
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard unit & 0xFC00 == 0xD800, index + 6 <= text.count, text[index] == UInt8(ascii: "\\"),
      text[index + 1] == UInt8(ascii: "u"), let low = JSONText.unit(text, at: index + 2),
      low & 0xFC00 == 0xDC00
    else { return "\u{FFFD}" }
    index += 6
    let value = 0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(low & 0x3FF))
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  private static func unit(_ text: CellBytes, at start: Int) -> UInt16? {
    guard start + 4 <= text.count else { return nil }
    var unit: UInt16 = 0
    for index in start..<start + 4 {
      let byte = text[index]
      switch byte {
      case 0x30...0x39: unit = unit << 4 | UInt16(byte - 0x30)
      case 0x41...0x46: unit = unit << 4 | UInt16(byte - 0x41 + 10)
      case 0x61...0x66: unit = unit << 4 | UInt16(byte - 0x61 + 10)
      default: return nil
      }
    }
    return unit
  }
}
