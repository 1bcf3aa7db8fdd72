import Testing

@testable import MetricsStore

@Suite struct PeekableSupplies {
  private let bytes = (0..<100).map { UInt8($0) }

  @Test func whatWasLookedAtIsGivenFirst() {
    for step in [1, 7, 100] {
      for fill in [0, 1, 50, 99, 100, 101, 1000] {
        for blockSize in [1, 33, 100, 128] {
          let supply = PeekableSupply(BytesInPieces(bytes: bytes, step: step).supply)
          let drained = Drained(blockSize: blockSize) { block throws(FileFault) in
            try supply.fill(to: fill)
            return try supply.read(into: block)
          }
          #expect(drained.bytes == bytes)
        }
      }
    }
  }

  @Test func fillingHoldsNoMoreThanThereIs() throws {
    let supply = PeekableSupply(BytesInPieces(bytes: bytes, step: 9).supply)
    try supply.fill(to: 10)
    #expect(Array(supply.held.prefix(10)) == Array(bytes[..<10]))
    #expect(!supply.isExhausted)
    supply.drop(4)
    try supply.fill(to: 1000)
    #expect(Array(supply.held) == Array(bytes[4...]))
    #expect(supply.isExhausted)
    supply.drop(200)
    #expect(supply.held.isEmpty)
  }

  @Test func bytesPutBackComeAgainBeforeTheRest() throws {
    let supply = PeekableSupply(BytesInPieces(bytes: bytes, step: 9).supply)
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 60, alignment: 8)
    defer { block.deallocate() }
    for fill in [0, 20, 55] {
      try supply.fill(to: fill)
      let count = try supply.read(into: block)
      supply.putBack(UnsafeRawBufferPointer(rebasing: block[..<count]))
      #expect(Array(supply.held.prefix(count)) == Array(bytes[..<count]))
    }
    let drained = Drained { block throws(FileFault) in try supply.read(into: block) }
    #expect(drained.bytes == bytes)
  }
}
