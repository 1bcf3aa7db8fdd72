/// How lines end in a sample.
struct LineEnds {
  /// `LF`, `CRLF`, `CR`, several of these with `+` between, the most frequent first, or nothing.
  let words: String

  /// Counts line ends, those inside cells too. Complexity: O(n).
  init(_ sample: UnsafeBufferPointer<UInt8>) {
    var counts = [("LF", 0), ("CRLF", 0), ("CR", 0)]
    var index = 0
    while index < sample.count {
      if sample[index] == 0x0A {
        counts[0].1 += 1
      } else if sample[index] == 0x0D {
        if index + 1 < sample.count, sample[index + 1] == 0x0A {
          counts[1].1 += 1
          index += 1
        } else {
          counts[2].1 += 1
        }
      }
      index += 1
    }
    words = counts.filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }.map(\.0).joined(separator: "+")
  }
}
