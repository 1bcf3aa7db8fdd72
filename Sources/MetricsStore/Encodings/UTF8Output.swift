/// Writes characters as UTF-8 one after another into memory that has room for all of them.
struct UTF8Output {
  private let start: UnsafeMutablePointer<UInt8>
  private var next: UnsafeMutablePointer<UInt8>
  /// How many bytes or pairs became U+FFFD, and where the first of them is.
  private(set) var flaws = 0
  private(set) var firstFlaw: Int?

  /// Writes from this address on.
  @inline(__always)
  init(_ start: UnsafeMutablePointer<UInt8>) {
    self.start = start
    next = start
  }

  /// How many bytes there are.
  @inline(__always)
  var count: Int { next - start }

  /// Writes a character of ASCII.
  @inline(__always)
  mutating func put(ascii byte: UInt8) {
    next.pointee = byte
    next += 1
  }

  /// Writes eight characters of ASCII.
  @inline(__always)
  mutating func put(ascii bytes: UInt64) {
    UnsafeMutableRawPointer(next).storeBytes(of: bytes, as: UInt64.self)
    next += 8
  }

  /// Writes what begins at an index of the input as far as it is ASCII; gives where that ends.
  @inline(__always)
  mutating func putASCII(_ input: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = start
    while index + 8 <= input.count {
      let bytes = input.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      guard bytes & 0x8080_8080_8080_8080 == 0 else { break }
      put(ascii: bytes)
      index += 8
    }
    while index < input.count, input[index] < 0x80 {
      put(ascii: input[index])
      index += 1
    }
    return index
  }

  /// Writes four characters of ASCII.
  @inline(__always)
  mutating func put(ascii bytes: UInt32) {
    UnsafeMutableRawPointer(next).storeBytes(of: bytes, as: UInt32.self)
    next += 4
  }

  /// Writes a character below U+10000.
  @inline(__always)
  mutating func put(_ unit: UInt16) {
    if unit < 0x80 {
      put(ascii: UInt8(truncatingIfNeeded: unit))
    } else if unit < 0x800 {
      next[0] = 0xC0 | UInt8(truncatingIfNeeded: unit >> 6)
      next[1] = continuation(UInt32(unit))
      next += 2
    } else {
      next[0] = 0xE0 | UInt8(truncatingIfNeeded: unit >> 12)
      next[1] = continuation(UInt32(unit) >> 6)
      next[2] = continuation(UInt32(unit))
      next += 3
    }
  }

  /// Writes the character of a surrogate pair.
  @inline(__always)
  mutating func put(high: UInt16, low: UInt16) {
    let scalar = 0x10000 + (UInt32(high & 0x3FF) << 10 | UInt32(low & 0x3FF))
    next[0] = 0xF0 | UInt8(truncatingIfNeeded: scalar >> 18)
    next[1] = continuation(scalar >> 12)
    next[2] = continuation(scalar >> 6)
    next[3] = continuation(scalar)
    next += 4
  }

  /// Writes U+FFFD.
  mutating func putFlaw() {
    flaws += 1
    firstFlaw = firstFlaw ?? count
    put(0xFFFD as UInt16)
  }

  @inline(__always)
  private func continuation(_ bits: UInt32) -> UInt8 {
    0x80 | UInt8(truncatingIfNeeded: bits & 0x3F)
  }

  /// What has been written from so many bytes.
  func block(used: Int) -> DecodedBlock {
    DecodedBlock(used: used, written: count, flaws: flaws, firstFlaw: firstFlaw)
  }
}
