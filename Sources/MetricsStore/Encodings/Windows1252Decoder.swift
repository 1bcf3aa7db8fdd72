/// Decodes Windows-1252 as the WHATWG Encoding Standard does: the five bytes that it does not use
/// (81, 8D, 8F, 90 and 9D) become control characters; they are counted as flaws all the same.
struct Windows1252Decoder {
  /// Decodes a block into memory with room for `DecodedBlock.growth` times as much.
  func decode(
    _ input: UnsafeRawBufferPointer, into start: UnsafeMutablePointer<UInt8>
  ) -> DecodedBlock {
    var output = UTF8Output(start)
    var unused = 0
    var firstUnused: Int?
    var index = 0
    while index < input.count {
      index = output.putASCII(input, from: index)
      guard index < input.count else { break }
      let byte = input[index]
      index += 1
      guard byte < 0xA0 else {
        output.put(UInt16(byte))
        continue
      }
      let unit = Windows1252Decoder.units[Int(byte & 0x1F)]
      if unit < 0xA0 {
        unused += 1
        firstUnused = firstUnused ?? output.count
      }
      output.put(unit)
    }
    return DecodedBlock(
      used: index, written: output.count, flaws: unused, firstFlaw: firstUnused)
  }

  /// The characters of the bytes 80 to 9F.
  private static let units: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]
}
