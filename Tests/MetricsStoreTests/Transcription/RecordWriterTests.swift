import Testing

@testable import MetricsStore

@Suite struct WrittenRecords {
  @Test func whatIsWrittenReadsBackAsItWasButForLineBreaks() throws {
    var numbers = SeededNumbers(seed: 5)
    let characters = Array("ab,\"\n\r é'\t;")
    for _ in 0..<300 {
      var writer = RecordWriter()
      var expected: [[String]] = []
      for _ in 0..<Int.random(in: 1...5, using: &numbers) {
        let cells = (0..<3).map { _ in
          String(
            (0..<Int.random(in: 1...6, using: &numbers)).map { _ in
              characters.randomElement(using: &numbers) ?? "x"
            }) + "."
        }
        for (index, cell) in cells.enumerated() {
          if index > 0 { writer.delimit() }
          var cell = cell
          cell.withUTF8 { writer.append($0) }
        }
        writer.endRecord()
        expected.append(cells.map { $0.filter { !$0.isWhitespace } })
      }
      let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 3, alignment: 1)
      defer { block.deallocate() }
      var bytes: [UInt8] = []
      while writer.waiting > 0 {
        let count = writer.hand(to: block)
        bytes += block[..<count]
      }
      // One line for every record.
      #expect(bytes.count { $0 == 0x0A } == expected.count)
      var reader = RecordReader(supply: BytesInPieces(bytes: bytes).supply)
      var read: [[String]] = []
      while case .record = try reader.advance() {
        read.append(
          (0..<reader.fields.count).map { index in
            reader.text(index).filter { !$0.isWhitespace }
          })
      }
      #expect(read == expected)
    }
  }
}
