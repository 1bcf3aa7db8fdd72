/// On which lines and columns some bytes of a text stand.
struct TextPlaces {
  /// The lines and columns, in characters, from 1, in the order in which they were asked for.
  private(set) var places: [(line: Int, column: Int)]

  /// Reads a text in UTF-8 as far as the last of the bytes.
  init(_ offsets: [Int], in supply: ByteSupply) throws(FileFault) {
    places = Array(repeating: (1, 1), count: offsets.count)
    let order = offsets.indices.sorted { offsets[$0] < offsets[$1] }
    var next = 0
    var line = 1
    var column = 1
    var offset = 0
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { block.deallocate() }
    while next < order.count {
      let count = try supply(block)
      for index in 0..<count {
        while next < order.count, offsets[order[next]] <= offset {
          places[order[next]] = (line, column)
          next += 1
        }
        let byte = block[index]
        if byte == 0x0A {
          line += 1
          column = 1
        } else if byte & 0xC0 != 0x80, offset > 2 || !(byte == 0xEF && offset == 0) {
          column += 1
        }
        offset += 1
      }
      guard count == 0 else { continue }
      while next < order.count {
        places[order[next]] = (line, column)
        next += 1
      }
    }
  }
}
