import Metrics

/// What the stages of reading make of arbitrary bytes, and whether they agree with one another.
///
/// It is for fuzzers, which look for bytes that crash a stage, hold it up or make it contradict
/// itself.
package struct ReadingTrial {
  /// Longer outputs are not looked at further: small files can decompress to any length.
  private static let lengthLimit = 1 << 25

  /// How many bytes of text there are, and what was found in it.
  package private(set) var length = 0
  package private(set) var records = 0
  package private(set) var numbers = 0
  package private(set) var dates = 0
  /// What can never be, in words; nil where all is well.
  package private(set) var contradiction: String?

  /// Has every stage read the bytes.
  package init(_ bytes: UnsafeRawBufferPointer) {
    let bytes = [UInt8](bytes)
    inflate(bytes)
    for encoding in TextEncoding.allCases { decode(bytes, as: encoding) }
    read(bytes)
  }

  private mutating func inflate(_ bytes: [UInt8]) {
    for kind in [Inflater.Kind.gzip, .raw] {
      let whole = Inflater(kind, supply: ReadingTrial.supply(bytes))
      let pieces = Inflater(kind, blockSize: 3, supply: ReadingTrial.supply(bytes, step: 7))
      let first = Digest(whole.read, blockSize: 1 << 16)
      let second = Digest(pieces.read, blockSize: 1 << 10)
      if first != second { contradiction = "inflating \(kind) depends on the size of blocks" }
    }
  }

  private mutating func decode(_ bytes: [UInt8], as encoding: TextEncoding) {
    func digest(step: Int, blockSize: Int) -> (Digest, DecodingFlaws?) {
      do throws(FileFault) {
        let guess = bytes.withUnsafeBytes { EncodingGuess(given: encoding, sample: $0) }
        let input = PeekableSupply(ReadingTrial.supply(bytes, step: step))
        let decoder = try TextDecoder(guess, input)
        return (Digest(decoder.read, blockSize: blockSize), decoder.flaws)
      } catch {
        return (Digest(fault: error), nil)
      }
    }
    let (first, flaws) = digest(step: .max, blockSize: 1 << 16)
    let (second, otherFlaws) = digest(step: 3, blockSize: 5)
    if first != second || flaws != otherFlaws {
      contradiction = "decoding \(encoding.rawValue) depends on the size of blocks"
    }
    if encoding != .utf8, first.check.broken > 0 || first.check.isInside {
      contradiction = "decoding \(encoding.rawValue) gives what is no UTF-8"
    }
  }

  private mutating func read(_ bytes: [UInt8]) {
    do throws(FileFault) {
      let source = try TextSource(supply: ReadingTrial.supply(bytes))
      let again = try TextSource(supply: ReadingTrial.supply(bytes, step: 100))
      let text = Digest(again.read, blockSize: 1 << 10)
      length = text.length
      if source.sample != again.sample {
        contradiction = "the sample depends on the size of blocks"
      }
      if source.isSampleWhole, source.sample.count != length {
        contradiction = "the sample is not the whole text"
      }
      var reader = RecordReader(supply: source.supply)
      while case .record = try reader.advance(), reader.recordStart <= ReadingTrial.lengthLimit {
        records += 1
        for index in reader.fields.indices {
          let cell = reader.cell(index)
          if case .value = NumberCell(cell) { numbers += 1 }
          if case .day = DateCell(cell) { dates += 1 }
        }
      }
    } catch {}
  }

  /// A supply of bytes in memory, at most `step` at a time.
  private static func supply(_ bytes: [UInt8], step: Int = .max) -> ByteSupply {
    var offset = 0
    return { block throws(FileFault) in
      let count = min(step, block.count, bytes.count - offset)
      block.copyBytes(from: bytes[offset..<offset + count])
      offset += count
      return count
    }
  }

  /// What came out of a supply, to compare it with what came out of another.
  private struct Digest: Equatable {
    private(set) var length = 0
    private(set) var check = UTF8Check()
    private var digest: UInt64 = 0
    private var fault: FileFault?

    /// Nothing but a fault.
    init(fault: FileFault) { self.fault = fault }

    /// Reads a supply to its end, or to the limit.
    init(_ supply: ByteSupply, blockSize: Int) {
      let block = UnsafeMutableRawBufferPointer.allocate(byteCount: blockSize, alignment: 8)
      defer { block.deallocate() }
      var sum = ByteDigest()
      do throws(FileFault) {
        while length < ReadingTrial.lengthLimit {
          let count = try supply(block)
          guard count > 0 else { break }
          let bytes = UnsafeRawBufferPointer(rebasing: block[..<count])
          sum.add(bytes)
          _ = check.add(bytes)
          length += count
        }
      } catch {
        fault = error
      }
      digest = sum.value
    }

    static func == (left: Digest, right: Digest) -> Bool {
      // How much comes before a fault, and before the limit, is free.
      if left.fault != nil || right.fault != nil { return left.fault == right.fault }
      if min(left.length, right.length) >= ReadingTrial.lengthLimit { return true }
      return left.length == right.length && left.digest == right.digest
    }
  }
}
