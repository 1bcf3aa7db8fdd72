/// The bytes of one cell, somewhere in a block.
struct CellBytes {
  private let base: UnsafePointer<UInt8>
  /// Where it begins and ends, from `base` on.
  private let start: Int
  private let end: Int

  /// The bytes between two offsets of a block.
  @inline(__always)
  init(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) {
    self.base = base
    self.start = start
    self.end = end
  }

  /// All bytes of a buffer.
  init(_ buffer: UnsafeBufferPointer<UInt8>) {
    base = buffer.baseAddress ?? CellBytes.nowhere
    start = 0
    end = buffer.count
  }

  private static var nowhere: UnsafePointer<UInt8> {
    UnsafePointer(bitPattern: MemoryLayout<Int>.alignment).unsafelyUnwrapped
  }

  /// How many bytes there are.
  @inline(__always)
  var count: Int { end - start }

  /// Whether there are none.
  @inline(__always)
  var isEmpty: Bool { start == end }

  /// The byte at a position from 0 to `count`, without `count`.
  @inline(__always)
  subscript(_ index: Int) -> UInt8 { base[start + index] }

  /// The 8 bytes from a position on; they must be readable.
  @inline(__always)
  func word(at index: Int) -> UInt64 {
    UInt64(
      littleEndian: UnsafeRawPointer(base + start + index).loadUnaligned(as: UInt64.self))
  }

  /// The 2 bytes from a position on; they must be readable.
  @inline(__always)
  func halfWord(at index: Int) -> UInt16 {
    UInt16(
      littleEndian: UnsafeRawPointer(base + start + index).loadUnaligned(as: UInt16.self))
  }

  /// The bytes as a buffer.
  @inline(__always)
  var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base + start, count: count) }

  /// The part between two positions.
  @inline(__always)
  func part(_ from: Int, _ to: Int) -> CellBytes { CellBytes(base, start + from, start + to) }

  /// The bytes as text; what is not UTF-8 becomes U+FFFD.
  var text: String { String(decoding: buffer, as: UTF8.self) }

  /// Without spaces, tabs, line ends, no-break and wide spaces at either end.
  @inline(__always)
  var trimmed: CellBytes {
    var low = start
    var high = end
    if low < high, isPlain(base[low]), isPlain(base[high - 1]) { return self }
    while let length = spaceLength(low, high) { low += length }
    while let length = spaceLengthBefore(high, low) { high -= length }
    return CellBytes(base, low, high)
  }

  @inline(__always)
  private func isPlain(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x80 }

  private func spaceLength(_ index: Int, _ limit: Int) -> Int? {
    guard index < limit else { return nil }
    let byte = base[index]
    if byte == 0x20 || (0x09...0x0D).contains(byte) { return 1 }
    if byte == 0xC2, index + 1 < limit, base[index + 1] == 0xA0 { return 2 }
    if byte == 0xE3, index + 2 < limit, base[index + 1] == 0x80, base[index + 2] == 0x80 {
      return 3
    }
    return nil
  }

  private func spaceLengthBefore(_ index: Int, _ limit: Int) -> Int? {
    for length in 1...3 where index - length >= limit {
      if spaceLength(index - length, index) == length { return length }
    }
    return nil
  }

  /// Whether it is the ASCII text, in whatever case.
  func isWord(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    for index in 0..<count {
      let byte = self[index]
      let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      if lower != word.utf8Start[index] { return false }
    }
    return true
  }
}
