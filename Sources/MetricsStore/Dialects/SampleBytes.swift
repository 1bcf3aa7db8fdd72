/// Which bytes of a sample may be delimiters and quotes.
struct SampleBytes {
  /// The possible delimiters, usual ones first.
  let delimiters: [UInt8]
  /// The possible quotes, usual ones first; nil for none.
  let quotes: [UInt8?]

  /// The usual delimiter that stands in the most lines, in half of them at least; a comma where no
  /// line has one, and nil where only a few do.
  let plainDelimiter: UInt8?

  /// Bytes that separate cells now and then, usual ones first.
  private static let candidates = Array(",;\t| :^~#\u{1}\u{1C}\u{1D}\u{1E}\u{1F}".utf8)

  /// Counts bytes. Complexity: O(n).
  init(_ sample: UnsafeBufferPointer<UInt8>) {
    var counts = [Int](repeating: 0, count: 256)
    var opening = [Int](repeating: 0, count: 256)
    var before: UInt8 = 0x0A
    for byte in sample {
      counts[Int(byte)] += 1
      if SampleBytes.startsCell(before) { opening[Int(byte)] += 1 }
      before = byte
    }
    plainDelimiter = SampleBytes.frequent(sample)
    delimiters = SampleBytes.candidates.filter { counts[Int($0)] > 0 }
    quotes =
      [UInt8(ascii: "\"")] + ([UInt8(ascii: "'")].filter { opening[Int($0)] > 0 })
      + (opening[0x22] > 0 ? [nil] : [])
  }

  private static func frequent(_ sample: UnsafeBufferPointer<UInt8>) -> UInt8? {
    var lines = 0
    var holding = [Int](repeating: 0, count: 256)
    var lineOf = [Int](repeating: -1, count: 256)
    for byte in sample {
      if byte == 0x0A || byte == 0x0D { lines += 1 }
      if lineOf[Int(byte)] != lines {
        lineOf[Int(byte)] = lines
        holding[Int(byte)] += 1
      }
    }
    let usual = Array(",;\t|".utf8).max { holding[Int($0)] < holding[Int($1)] }
    let comma = UInt8(ascii: ",")
    return usual.flatMap { holding[Int($0)] * 2 >= max(1, lines) ? $0 : nil }
      ?? (holding[Int(comma)] == 0 ? comma : nil)
  }

  private static func startsCell(_ byte: UInt8) -> Bool {
    byte == 0x0A || byte == 0x0D || candidates.contains(byte)
  }
}
