import Metrics

/// The bytes U+FEFF at the start of a file, which tell its encoding.
struct ByteOrderMark {
  /// The encoding that has this mark.
  let encoding: TextEncoding
  /// How many bytes it takes; programs that put another one before a file's own are forgiven.
  let length: Int

  /// The mark of a file that starts with these bytes; nil where there is none.
  init?(_ start: UnsafeRawBufferPointer) {
    var length = 0
    while start[length...].starts(with: [0xEF, 0xBB, 0xBF]) { length += 3 }
    if length > 0 {
      encoding = .utf8
    } else if start.starts(with: [0xFF, 0xFE]) {
      encoding = .utf16LittleEndian
      length = 2
    } else if start.starts(with: [0xFE, 0xFF]) {
      encoding = .utf16BigEndian
      length = 2
    } else {
      return nil
    }
    self.length = length
  }
}
