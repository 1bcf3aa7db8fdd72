import Glibc

/// The characters of all pairs of bytes in CP932, as the system's `iconv` has them.
///
/// One table is looked up faster than `iconv` converts, and what to do about a pair that is none is
/// then ours to say.
struct CP932Table: Sendable {
  /// UTF-16 by lead and trail byte; 0 where the pair is no character. All of CP932 is below U+10000.
  let units: [UInt16]

  /// The table; nil where `iconv` does not know CP932, as in systems with few converters installed.
  static let shared = CP932Table()

  private init?() {
    guard let converter = iconv_open("UTF-16LE", "CP932"), Int(bitPattern: converter) != -1 else {
      return nil
    }
    defer { iconv_close(converter) }
    var units = [UInt16](repeating: 0, count: 1 << 16)
    for lead in Array(0x81...0x9F) + Array(0xE0...0xFC) {
      for trail in 0x40...0xFC where trail != 0x7F {
        units[lead << 8 | trail] =
          CP932Table.unit([UInt8(lead), UInt8(trail)], converter) ?? 0
      }
    }
    // What every converter agrees on; a table without it is none.
    guard units[0x82A0] == 0x3042 else { return nil }
    self.units = units
  }

  /// The one character that the bytes write; nil where they do not.
  private static func unit(_ bytes: [UInt8], _ converter: iconv_t) -> UInt16? {
    var input = bytes.map { CChar(bitPattern: $0) }
    var output: [CChar] = [0, 0, 0, 0]
    let status = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var next = input.baseAddress
        var left = input.count
        var written = output.baseAddress
        var room = output.count
        let status = iconv(converter, &next, &left, &written, &room)
        return status == 0 && left == 0 && room == 2
      }
    }
    // After a fault it starts anew.
    _ = iconv(converter, nil, nil, nil, nil)
    guard status else { return nil }
    return UInt16(UInt8(bitPattern: output[0])) | UInt16(UInt8(bitPattern: output[1])) << 8
  }
}
