/// Decodes UTF-16: halves of pairs and an odd byte at the end become U+FFFD.
struct UTF16Decoder {
  /// Whether the high byte comes first.
  let isBigEndian: Bool

  /// Decodes a block into memory with room for `DecodedBlock.growth` times as much; `isLast` where
  /// nothing follows.
  func decode(
    _ input: UnsafeRawBufferPointer, isLast: Bool, into start: UnsafeMutablePointer<UInt8>
  ) -> DecodedBlock {
    isBigEndian
      ? decode(input, isLast, start, isBigEndian: true)
      : decode(input, isLast, start, isBigEndian: false)
  }

  @inline(__always)
  private func decode(
    _ input: UnsafeRawBufferPointer, _ isLast: Bool, _ start: UnsafeMutablePointer<UInt8>,
    isBigEndian: Bool
  ) -> DecodedBlock {
    func unit(_ index: Int) -> UInt16 {
      let stored = input.loadUnaligned(fromByteOffset: index, as: UInt16.self)
      return isBigEndian ? UInt16(bigEndian: stored) : UInt16(littleEndian: stored)
    }
    var output = UTF8Output(start)
    let end = input.count & ~1
    var index = 0
    while index < end {
      while index + 8 <= end {
        let stored = input.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        let units = UInt64(littleEndian: stored)
        let ascii = isBigEndian ? units >> 8 : units
        guard ascii & 0xFF80_FF80_FF80_FF80 == 0, isBigEndian ? units & 0xFF == 0 : true else {
          break
        }
        let pairs = (ascii | ascii >> 8) & 0x0000_FFFF_0000_FFFF
        output.put(ascii: UInt32(truncatingIfNeeded: pairs | pairs >> 16).littleEndian)
        index += 8
      }
      guard index < end else { break }
      let first = unit(index)
      index += 2
      guard first & 0xF800 == 0xD800 else {
        output.put(first)
        continue
      }
      let isHigh = first & 0xFC00 == 0xD800
      if isHigh, index == end, !isLast { return output.block(used: index - 2) }
      if isHigh, index < end, unit(index) & 0xFC00 == 0xDC00 {
        output.put(high: first, low: unit(index))
        index += 2
      } else {
        output.putFlaw()
      }
    }
    if isLast, end < input.count {
      output.putFlaw()
      index = input.count
    }
    return output.block(used: index)
  }
}
