import Metrics

/// Where zero bytes stand, which tells UTF-16 without a mark: its ASCII characters have one on the
/// same side of every pair, and text in other encodings has none.
struct ZeroBytes {
  /// The encoding and in how many of a hundred pairs there is a zero byte; nil where it is no
  /// UTF-16.
  let pairs: (encoding: TextEncoding, percent: Int)?

  /// Counts in the start of a file.
  init(_ sample: UnsafeRawBufferPointer) {
    let little = Side(sample, low: 0)
    if little.isPlausible {
      pairs = (.utf16LittleEndian, little.percent)
      return
    }
    let big = Side(sample, low: 1)
    pairs = big.isPlausible ? (.utf16BigEndian, big.percent) : nil
  }

  /// What the pairs are if the low byte is the first or the second one.
  private struct Side {
    /// Pairs, those with a zero as high byte, and those with one as low byte.
    private var units = 0
    private var zeros = 0
    private var wrongZeros = 0
    /// Bytes that end cells and lines: in characters of their own, and as halves of others.
    private var separators = 0
    private var halves = 0
    /// Pairs that no text has.
    private var broken = 0

    init(_ sample: UnsafeRawBufferPointer, low: Int) {
      units = sample.count / 2
      var isAfterHigh = false
      for index in 0..<units {
        let unit = (low: sample[2 * index + low], high: sample[2 * index + 1 - low])
        if unit.high == 0 {
          zeros += 1
          if Side.isSeparator(unit.low) {
            separators += 1
          } else if unit.low < 0x20 || (0x7F..<0xA0).contains(unit.low) {
            broken += 1
          }
        } else {
          if Side.isSeparator(unit.low) { halves += 1 }
          if Side.isSeparator(unit.high) { halves += 1 }
          // The wide space, U+3000, is common in Japanese.
          if unit.low == 0, unit.high != 0x30 { wrongZeros += 1 }
          if unit.high == 0xFF, unit.low >= 0xFE { broken += 1 }
        }
        let isLow = unit.high & 0xFC == 0xDC
        if isAfterHigh != isLow { broken += 1 }
        isAfterHigh = unit.high & 0xFC == 0xD8
      }
    }

    /// In how many of a hundred pairs the high byte is zero.
    var percent: Int { units == 0 ? 0 : zeros * 100 / units }

    /// Whether a text in UTF-16 would look so, and none in another encoding with a few stray zeros.
    var isPlausible: Bool {
      // Fewer may be stray ones.
      separators >= 2 && zeros >= 3
        && zeros * 200 >= units && zeros >= 4 * wrongZeros
        && separators * 4 >= halves && broken * 50 <= units
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
      byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x2C || byte == 0x22
    }
  }
}
