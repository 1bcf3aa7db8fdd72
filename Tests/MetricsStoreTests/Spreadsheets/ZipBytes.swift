/// A ZIP archive made in memory, without compression unless a member brings its own.
struct ZipBytes {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Adds a member that is stored as it is.
  mutating func add(_ name: String, _ text: String, flags: UInt64 = 0) {
    let content = Array(text.utf8)
    add(
      name, content, method: 0, size: content.count, checksum: ZipBytes.checksum(content),
      flags: flags)
  }

  /// Adds a member whose compressed bytes are given.
  mutating func add(
    _ name: String, _ compressed: [UInt8], method: UInt64, size: Int, checksum: UInt64,
    flags: UInt64 = 0
  ) {
    let place = body.count
    let common =
      little(20, 2) + little(flags, 2) + little(method, 2) + little(0, 4) + little(checksum, 4)
      + little(UInt64(compressed.count), 4) + little(UInt64(size), 4)
      + little(UInt64(name.utf8.count), 2) + little(0, 2)
    body += little(0x0403_4B50, 4) + common + Array(name.utf8) + compressed
    directory +=
      little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 10) + little(UInt64(place), 4)
      + Array(name.utf8)
    count += 1
  }

  /// The archive, with a comment at its end and something before its start.
  func bytes(comment: String = "", before: String = "") -> [UInt8] {
    Array(before.utf8) + body + directory + little(0x0605_4B50, 4) + little(0, 4)
      + little(UInt64(count), 2) + little(UInt64(count), 2)
      + little(UInt64(directory.count), 4) + little(UInt64(body.count), 4)
      + little(UInt64(comment.utf8.count), 2) + Array(comment.utf8)
  }

  /// The archive with the directory's place written as ZIP64 does.
  func largeBytes() -> [UInt8] {
    let recordPlace = body.count + directory.count
    return body + directory + little(0x0606_4B50, 4) + little(44, 8) + little(45, 2)
      + little(45, 2) + little(0, 8) + little(UInt64(count), 8) + little(UInt64(count), 8)
      + little(UInt64(directory.count), 8) + little(UInt64(body.count), 8)
      + little(0x0706_4B50, 4) + little(0, 4) + little(UInt64(recordPlace), 8) + little(1, 4)
      + little(0x0605_4B50, 4) + little(0, 4) + little(0xFFFF, 2) + little(0xFFFF, 2)
      + little(0xFFFF_FFFF, 4) + little(0xFFFF_FFFF, 4) + little(0, 2)
  }

  private func little(_ value: UInt64, _ length: Int) -> [UInt8] {
    (0..<length).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> UInt64($0 * 8)) : 0 }
  }

  /// The CRC-32 of bytes, a bit at a time.
  static func checksum(_ bytes: [UInt8]) -> UInt64 {
    var value: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
    return UInt64(value ^ 0xFFFF_FFFF)
  }
}

/// Raw deflate data, a bit at a time, in one block with the fixed codes.
struct DeflatedBits {
  private(set) var bytes: [UInt8] = []
  private var used = 8

  init() {
    // The last block; fixed codes.
    add(0b011, 3)
  }

  private mutating func add(_ value: Int, _ count: Int) {
    for bit in 0..<count {
      if used == 8 {
        bytes.append(0)
        used = 0
      }
      bytes[bytes.count - 1] |= UInt8(value >> bit & 1) << UInt8(used)
      used += 1
    }
  }

  /// A Huffman code, whose first bit is its highest.
  private mutating func addCode(_ code: Int, _ count: Int) {
    for bit in (0..<count).reversed() { add(code >> bit & 1, 1) }
  }

  /// Adds bytes below 144 as they are.
  mutating func add(_ text: String) {
    for byte in text.utf8 where byte < 144 { addCode(0x30 + Int(byte), 8) }
  }

  /// Repeats the last byte 258 times, so often.
  mutating func repeatLast(_ times: Int) {
    for _ in 0..<times {
      addCode(0b1100_0101, 8)
      addCode(0, 5)
    }
  }

  /// Ends the data.
  mutating func end() { addCode(0, 7) }
}
