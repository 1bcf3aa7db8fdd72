import Glibc

extension GrowingBytes {
  /// Takes back escapes such as `_x000D_` from `start` on, which stand for one character of UTF-16
  /// in the texts of a workbook.
  mutating func unescape(from start: Int) {
    guard memchr(base + start, Int32(UInt8(ascii: "_")), count - start) != nil else { return }
    var source = start
    var target = start
    var isCopied = true
    while source < count {
      if base[source] == UInt8(ascii: "_"), let unit = escape(at: source) {
        // What takes seven bytes needs at most three.
        var length = 7
        var scalar = Unicode.Scalar(unit)
        if unit & 0xFC00 == 0xD800, let low = escape(at: source + 7), low & 0xFC00 == 0xDC00 {
          scalar = Unicode.Scalar(0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(low & 0x3FF)))
          length = 14
        }
        if unit == 0 { scalar = nil }
        for byte in String(scalar ?? "\u{FFFD}").utf8 {
          base[target] = byte
          target += 1
        }
        source += length
        isCopied = false
      } else {
        if !isCopied { base[target] = base[source] }
        source += 1
        target += 1
      }
    }
    cut(to: target)
  }

  /// The code unit that an escape at an offset stands for; nil where there is none.
  private func escape(at start: Int) -> UInt16? {
    guard start + 7 <= count, base[start] == UInt8(ascii: "_"),
      base[start + 1] == UInt8(ascii: "x"), base[start + 6] == UInt8(ascii: "_")
    else { return nil }
    var unit: UInt16 = 0
    for index in start + 2..<start + 6 {
      let byte = base[index]
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x41 + 10
      case 0x61...0x66: digit = byte - 0x61 + 10
      default: return nil
      }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}
