/// Where something stands in a text, as people count.
enum LinePlace {
  /// How many lines end between two offsets; a CR and an LF that follow one another end one, at the CR.
  /// The byte before the first must be readable.
  static func breaks(in bytes: UnsafePointer<UInt8>, _ from: Int, _ to: Int) -> Int {
    var count = 0
    for index in from..<max(from, to) {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\r") {
        count += 1
      } else if byte == UInt8(ascii: "\n"), bytes[index - 1] != UInt8(ascii: "\r") {
        count += 1
      }
    }
    return count
  }

  /// The line and the column of an offset, in characters from 1, given the line on which a record
  /// starts.
  static func place(
    of target: Int, in bytes: UnsafePointer<UInt8>, from start: Int, line: Int
  ) -> (line: Int, column: Int) {
    var place = (line: line, column: 1)
    for offset in start..<max(start, target) {
      let byte = bytes[offset]
      let isBreak =
        byte == UInt8(ascii: "\n")
        || (byte == UInt8(ascii: "\r") && bytes[offset + 1] != UInt8(ascii: "\n"))
      if isBreak {
        place = (place.line + 1, 1)
      } else if byte & 0xC0 != 0x80, byte != UInt8(ascii: "\r") {
        place.column += 1
      }
    }
    return place
  }
}
