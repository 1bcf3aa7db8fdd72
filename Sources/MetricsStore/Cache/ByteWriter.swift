/// Puts values one behind the other into bytes, the lowest byte of a number first.
struct ByteWriter {
  /// What has been written.
  private(set) var bytes: [UInt8] = []

  /// Writes a byte.
  mutating func write(byte: UInt8) { bytes.append(byte) }

  /// Writes a number of eight bytes.
  mutating func write(word: UInt64) {
    withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Writes a count in as few bytes as it needs: seven bits in each, the lowest first.
  @inline(__always)
  mutating func write(count: UInt64) {
    var rest = count
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Writes a count, which is not negative.
  @inline(__always)
  mutating func write(count: Int) { write(count: UInt64(count)) }

  /// Writes a number that may be negative; one near 0 takes one byte.
  @inline(__always)
  mutating func write(_ number: Int) {
    write(count: UInt64(bitPattern: Int64(number << 1 ^ number >> 63)))
  }

  /// Writes a text.
  mutating func write(_ text: String) {
    write(count: text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes whether there is a value, and the value where there is one.
  mutating func write<Value>(_ value: Value?, _ body: (inout ByteWriter, Value) -> Void) {
    write(byte: value == nil ? 0 : 1)
    if let value { body(&self, value) }
  }

  /// Writes how many values there are, and each.
  mutating func write<Value>(all values: [Value], _ body: (inout ByteWriter, Value) -> Void) {
    write(count: values.count)
    for value in values { body(&self, value) }
  }

  /// Makes room for so many bytes and has them filled.
  mutating func fill(_ count: Int, _ body: (UnsafeMutableRawBufferPointer) -> Void) {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: count))
    bytes.withUnsafeMutableBytes { body(UnsafeMutableRawBufferPointer(rebasing: $0[start...])) }
  }
}
