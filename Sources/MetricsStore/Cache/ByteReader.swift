/// Why kept bytes are not used: they are not what a ``ByteWriter`` wrote.
struct CacheDamage: Error {}

/// Takes out what a ``ByteWriter`` put in; whatever the bytes are, it stays inside of them.
struct ByteReader {
  private let bytes: UnsafeRawBufferPointer
  private var offset = 0

  /// Begins with the first of the bytes, which must outlive it.
  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  /// How many bytes are left.
  var left: Int { bytes.count - offset }

  /// The next so many bytes.
  @inline(__always)
  mutating func take(_ count: Int) throws(CacheDamage) -> UnsafeRawBufferPointer {
    guard count >= 0, count <= left else { throw CacheDamage() }
    defer { offset += count }
    return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
  }

  /// The next byte.
  @inline(__always)
  mutating func byte() throws(CacheDamage) -> UInt8 {
    guard offset < bytes.count else { throw CacheDamage() }
    defer { offset += 1 }
    return bytes[offset]
  }

  /// The next number of eight bytes.
  mutating func word() throws(CacheDamage) -> UInt64 {
    UInt64(littleEndian: try take(8).loadUnaligned(as: UInt64.self))
  }

  /// The next count, whatever it counts.
  @inline(__always)
  mutating func bits() throws(CacheDamage) -> UInt64 {
    var result: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 64 {
      let byte = try byte()
      result |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return result }
      shift += 7
    }
    throw CacheDamage()
  }

  /// The next count, of at most so many.
  @inline(__always)
  mutating func count(atMost limit: Int) throws(CacheDamage) -> Int {
    let count = try bits()
    guard count <= UInt64(max(0, limit)) else { throw CacheDamage() }
    return Int(count)
  }

  /// The next count of values that take at least so many bytes each.
  mutating func count(ofBytes size: Int) throws(CacheDamage) -> Int {
    try count(atMost: left / size)
  }

  /// The next number that may be negative.
  @inline(__always)
  mutating func number() throws(CacheDamage) -> Int {
    let bits = try bits()
    return Int(truncatingIfNeeded: Int64(bitPattern: bits >> 1) ^ -Int64(bitPattern: bits & 1))
  }

  /// The next number, inside of a range.
  @inline(__always)
  mutating func number(in range: ClosedRange<Int>) throws(CacheDamage) -> Int {
    let number = try number()
    guard range.contains(number) else { throw CacheDamage() }
    return number
  }

  /// The next text.
  mutating func text() throws(CacheDamage) -> String {
    let bytes = try take(try count(ofBytes: 1))
    guard let text = String(validating: bytes, as: UTF8.self) else { throw CacheDamage() }
    return text
  }

  /// The next value, or nil where none was written.
  mutating func optional<Value>(
    _ body: (inout ByteReader) throws(CacheDamage) -> Value
  ) throws(CacheDamage) -> Value? {
    switch try byte() {
    case 0: return nil
    case 1: return try body(&self)
    default: throw CacheDamage()
    }
  }

  /// The next values; each takes at least a byte.
  mutating func all<Value>(
    _ body: (inout ByteReader) throws(CacheDamage) -> Value
  ) throws(CacheDamage) -> [Value] {
    let count = try count(ofBytes: 1)
    var values: [Value] = []
    values.reserveCapacity(min(count, 1 << 12))
    for _ in 0..<count { values.append(try body(&self)) }
    return values
  }
}
