/// Bytes in memory, with room that grows where it must; freed when it goes.
struct GrowingBytes: ~Copyable {
  /// Where the bytes begin; good until the next bytes are added.
  private(set) var base: UnsafeMutablePointer<UInt8>
  /// How many bytes there are.
  private(set) var count = 0
  private var capacity: Int

  /// No bytes, with room for some.
  init(capacity: Int = 1 << 12) {
    self.capacity = max(16, capacity)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  /// All bytes; good until the next are added.
  var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  /// Makes sure that so many bytes can be added; at least doubles the room where it grows.
  @inline(__always)
  mutating func reserve(_ more: Int) {
    if capacity - count < more { grow(by: more) }
  }

  @inline(never)
  private mutating func grow(by more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
  }

  /// Adds a byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    base[count] = byte
    count += 1
  }

  /// Adds a byte for which `reserve` made room.
  @inline(__always)
  mutating func appendReserved(_ byte: UInt8) {
    base[count] = byte
    count += 1
  }

  /// Adds bytes that lie elsewhere.
  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    reserve(bytes.count)
    (base + count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  /// Adds the bytes of a text.
  mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Adds the same byte several times.
  mutating func append(_ byte: UInt8, times: Int) {
    reserve(times)
    (base + count).update(repeating: byte, count: times)
    count += times
  }

  /// Takes away what stands behind the first `count` bytes, and keeps the room.
  @inline(__always)
  mutating func cut(to count: Int) { self.count = min(self.count, max(0, count)) }
}
