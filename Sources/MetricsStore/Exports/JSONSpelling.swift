/// Texts as JSON writes them.
enum JSONSpelling {
  /// The text in quotes, with controls escaped.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..<" ", "\u{7F}"..<"\u{A0}": result += escaped(UInt8(scalar.value))
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// A control as `\u001b`.
  static func escaped(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return "\\u00" + (digits.utf8.count < 2 ? "0" : "") + digits
  }
}

extension OutputBytes {
  /// Adds a cell as a JSON text.
  mutating func appendJSON(_ cell: CellBytes) {
    append(UInt8(ascii: "\""))
    var isC1 = false
    for index in 0..<cell.count {
      let byte = cell[index]
      // U+0080 to U+009F are 0xC2 and a byte below 0xA0.
      if isC1 {
        isC1 = false
        if byte < 0xA0 {
          append(JSONSpelling.escaped(byte))
        } else {
          append(0xC2)
          append(byte)
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        append(UInt8(ascii: "\\"))
        append(byte)
      case 0x0A: append("\\n")
      case 0x0D: append("\\r")
      case 0x09: append("\\t")
      case 0..<0x20, 0x7F: append(JSONSpelling.escaped(byte))
      case 0xC2: isC1 = true
      default: append(byte)
      }
    }
    append(UInt8(ascii: "\""))
  }
}
