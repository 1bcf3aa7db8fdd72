@testable import MetricsStore

/// Bytes in memory as a supply that gives at most so many at a time.
struct BytesInPieces {
  let bytes: [UInt8]
  var step = Int.max

  /// Gives the bytes from the first on.
  var supply: ByteSupply {
    var offset = 0
    return { [bytes, step] block throws(FileFault) in
      let count = min(step, block.count, bytes.count - offset)
      block.copyBytes(from: bytes[offset..<offset + count])
      offset += count
      return count
    }
  }
}

/// Everything that a supply gives, asked for in blocks of one size, up to its end or a fault.
struct Drained: Equatable {
  var bytes: [UInt8] = []
  var fault: FileFault?

  init(blockSize: Int = 1 << 12, _ supply: ByteSupply) {
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: blockSize, alignment: 8)
    defer { block.deallocate() }
    do throws(FileFault) {
      while true {
        let count = try supply(block)
        if count == 0 { return }
        bytes += block[..<count]
      }
    } catch {
      fault = error
    }
  }
}

extension [UInt8] {
  /// The bytes that pairs of hexadecimal digits write.
  init(hex: String) {
    let digits = hex.compactMap(\.hexDigitValue)
    self = stride(from: 0, to: digits.count - 1, by: 2).map {
      UInt8(digits[$0] * 16 + digits[$0 + 1])
    }
  }
}
