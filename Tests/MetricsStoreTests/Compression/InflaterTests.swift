import Testing

@testable import MetricsStore

/// `0,0` to `59,3481`, a line each.
private let squares = Array((0..<60).map { "\($0),\($0 * $0)\n" }.joined().utf8)

/// The same, compressed by Python's zlib at level 9.
private let gzipped = [UInt8](
  hex: """
    1f8b08000000000002031590b91100310c0273d542a0df76ff8ddd5ee4d158ac00975b282cd5567ad68ab551
    8ead6aeda89f5d6ddbd30d0b57380214c9948a6e8b42f32c90beb5408c3a1606d3515efeae2ad97c30b9e56a
    2819ea66e2f46dcbd2e4b36ccd59cbd142c9d5fed3d1f9ffaecebf891574e57a502af460165e9c138519e762
    e1263050835548b5bcd8aba328dcd6fdbdb3ff14439626d9826ba22d491bde2176c3bb74d07f3a0a69e239bc
    265f505513309dffab2c67ff29dbc3c6c90f6f42b9ff9ccac3ff1485b03fad7c7fd5a3fa7943dd18b3397f53
    fcd358717fa8acf1f3014a81d2f0a8010000
    """)

private func drained(
  _ kind: Inflater.Kind, _ bytes: [UInt8], step: Int = .max, blockSize: Int = 1 << 12
) -> Drained {
  let supply = BytesInPieces(bytes: bytes, step: step).supply
  let inflater = Inflater(kind, blockSize: step, supply: supply)
  return Drained(blockSize: blockSize) { block throws(FileFault) in
    try inflater.read(into: block)
  }
}

@Suite struct InflatedBytes {
  @Test func aGzipFileGivesItsContentInBlocksOfAnySize() {
    for step in [1, 2, 3, 7, 64, 4096] {
      for blockSize in [1, 2, 5, 100, 424, 4096] {
        let result = drained(.gzip, gzipped, step: step, blockSize: blockSize)
        #expect(result.fault == nil)
        #expect(result.bytes == squares)
      }
    }
  }

  @Test func membersOnEndAreOneContentWhereverTheyAreCut() {
    let twice = gzipped + gzipped
    for step in [1, 2, 3, 237, 238, 239, 4096] {
      #expect(drained(.gzip, twice, step: step).bytes == squares + squares)
    }
    // Eight members of nothing between them.
    let empty = [UInt8](hex: "1f8b080000000000020303000000000000000000")
    let spaced = gzipped + (0..<8).flatMap { _ in empty } + gzipped
    #expect(drained(.gzip, spaced, step: 5).bytes == squares + squares)
  }

  @Test func everyTruncationIsAFault() {
    for length in 1..<gzipped.count {
      let result = drained(.gzip, Array(gzipped[..<length]), step: 50)
      #expect(result.fault == .compressedCutShort)
      #expect(squares.starts(with: result.bytes))
    }
    let second = drained(.gzip, gzipped + gzipped.dropLast(9))
    #expect(second.fault == .compressedCutShort)
  }

  @Test func aChangedBitNeverPassesForTheContent() {
    var faults = 0
    for bit in 80..<gzipped.count * 8 {
      var damaged = gzipped
      damaged[bit / 8] ^= 1 << UInt8(bit % 8)
      let result = drained(.gzip, damaged)
      // A few bits say nothing: they belong to codes that do not occur.
      #expect(result.fault != nil || result.bytes == squares)
      if case .compressedDamaged = result.fault { faults += 1 }
    }
    #expect(faults > 1000)
  }

  @Test func aFaultStaysOne() throws {
    var damaged = gzipped
    damaged[damaged.count - 8] ^= 1
    let inflater = Inflater(.gzip, supply: BytesInPieces(bytes: damaged).supply)
    let read: ByteSupply = { block throws(FileFault) in try inflater.read(into: block) }
    let fault = FileFault.compressedDamaged(reason: "incorrect data check")
    #expect(Drained(read).fault == fault)
    #expect(Drained(read).fault == fault)
    #expect(fault.words == "has damaged compressed data: incorrect data check")
  }

  @Test func bytesAfterTheLastMemberAreLeftOutAndReadToTheEnd() {
    func trailing(_ bytes: [UInt8]) -> (isNoticed: Bool, isReadToTheEnd: Bool, isRight: Bool) {
      var left = gzipped.count + bytes.count
      let supply = BytesInPieces(bytes: gzipped + bytes, step: 61).supply
      let inflater = Inflater(.gzip, blockSize: 61) { block throws(FileFault) in
        let count = try supply(block)
        left -= count
        return count
      }
      let result = Drained { block throws(FileFault) in try inflater.read(into: block) }
      let isRight = result.fault == nil && result.bytes == squares
      return (inflater.hasTrailingBytes, left == 0, isRight)
    }
    #expect(trailing([]) == (false, true, true))
    #expect(trailing([UInt8](repeating: 0, count: 300)) == (false, true, true))
    #expect(trailing(Array("-- end of file --".utf8)) == (true, true, true))
    #expect(trailing([0x1F]) == (true, true, true))
    #expect(trailing([0, 0x1F, 0x20] + squares) == (true, true, true))
  }

  @Test func aRawStreamEndsByItself() {
    let raw = Array(gzipped[10..<gzipped.count - 8])
    let repeated = [UInt8](hex: "4b4c1c05a360140c770000")
    for step in [1, 2, 11, 4096] {
      for blockSize in [1, 2, 257, 999, 1000, 1001] {
        #expect(drained(.raw, raw, step: step, blockSize: blockSize).bytes == squares)
        let result = drained(.raw, repeated, step: step, blockSize: blockSize)
        #expect(result.fault == nil)
        #expect(result.bytes == [UInt8](repeating: 0x61, count: 1000))
      }
    }
    #expect(drained(.raw, raw.dropLast(2)).fault == .compressedCutShort)
    #expect(drained(.raw, raw + [1, 2, 3]).bytes == squares)
  }

  @Test func randomBytesAreAFault() {
    var random = SeededNumbers(seed: 21)
    for _ in 0..<2000 {
      let length = Int.random(in: 0..<200, using: &random)
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(drained(.gzip, [0x1F, 0x8B, 8, 0] + bytes).fault != nil)
    }
  }
}
