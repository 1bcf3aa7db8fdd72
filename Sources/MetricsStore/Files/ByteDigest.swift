/// A checksum that does not depend on how the bytes are cut into blocks; no proof against intent.
struct ByteDigest {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325
  private var word: UInt64 = 0
  private var wordBytes: UInt64 = 0

  /// Adds the next bytes.
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var index = 0
    while wordBytes > 0, index < bytes.count {
      add(bytes[index])
      index += 1
    }
    while index + 8 <= bytes.count {
      mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
      index += 8
    }
    while index < bytes.count {
      add(bytes[index])
      index += 1
    }
  }

  private mutating func add(_ byte: UInt8) {
    word |= UInt64(byte) << (wordBytes * 8)
    wordBytes += 1
    guard wordBytes == 8 else { return }
    mix(word)
    word = 0
    wordBytes = 0
  }

  private mutating func mix(_ word: UInt64) {
    state = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
    state ^= state >> 29
  }

  /// The checksum of all bytes so far.
  var value: UInt64 {
    var end = self
    end.mix(word)
    end.mix(wordBytes)
    return end.state
  }
}
