/// Numbers in bytes that were read from a file, the least byte first.
struct LittleEndian {
  private let bytes: [UInt8]

  /// The numbers in these bytes.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// How many bytes there are.
  var count: Int { bytes.count }

  /// The number of so many bytes, 8 at most, at an offset; nil where it does not lie inside.
  func number(at offset: Int, bytes length: Int) -> UInt64? {
    guard offset >= 0, length <= 8, offset <= count - length else { return nil }
    var value: UInt64 = 0
    for index in (0..<length).reversed() { value = value << 8 | UInt64(bytes[offset + index]) }
    return value
  }

  /// The number as an `Int`; nil also where it does not fit.
  func int(at offset: Int, bytes length: Int) -> Int? {
    number(at: offset, bytes: length).flatMap { Int(exactly: $0) }
  }

  /// The bytes from an offset; nil where they do not lie inside.
  func slice(at offset: Int, count length: Int) -> ArraySlice<UInt8>? {
    guard offset >= 0, length >= 0, length <= count, offset <= count - length else { return nil }
    return bytes[offset..<offset + length]
  }
}
