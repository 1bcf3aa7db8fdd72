/// Decodes CP932: what is no character becomes U+FFFD. As in the WHATWG Encoding Standard, a byte of
/// ASCII behind a lead byte that makes no character with it stays, so that no line end and no
/// delimiter is lost.
struct CP932Decoder {
  private let table: CP932Table

  /// A decoder; nil where the system does not know CP932.
  init?() {
    guard let table = CP932Table.shared else { return nil }
    self.table = table
  }

  /// Decodes a block into memory with room for `DecodedBlock.growth` times as much; `isLast` where
  /// nothing follows.
  func decode(
    _ input: UnsafeRawBufferPointer, isLast: Bool, into start: UnsafeMutablePointer<UInt8>
  ) -> DecodedBlock {
    table.units.withUnsafeBufferPointer { units in
      var output = UTF8Output(start)
      var index = 0
      while index < input.count {
        let lead = input[index]
        if lead < 0x80 {
          index = output.putASCII(input, from: index)
        } else if (0xA1...0xDF).contains(lead) {
          output.put(0xFF61 + UInt16(lead - 0xA1))
          index += 1
        } else if lead == 0x80 || lead == 0xA0 || lead > 0xFC {
          output.putFlaw()
          index += 1
        } else if index + 1 < input.count {
          let trail = input[index + 1]
          let unit = units[Int(lead) << 8 | Int(trail)]
          if unit != 0 {
            output.put(unit)
            index += 2
          } else {
            output.putFlaw()
            index += trail < 0x80 ? 1 : 2
          }
        } else {
          guard isLast else { break }
          output.putFlaw()
          index += 1
        }
      }
      return output.block(used: index)
    }
  }
}
