/// What speaks for and against bytes being Japanese in CP932.
///
/// Most pairs of bytes above 127 are some character of it, so that it matters which: Japanese comes
/// in runs and has kana, while a Western letter beyond ASCII and the one behind it make a lone kanji
/// between letters.
struct JapaneseEvidence {
  /// Hiragana and katakana of full width.
  private(set) var kana = 0
  /// Kanji, without those that stand alone between letters.
  private(set) var kanji = 0
  /// Punctuation, symbols, letters and digits of full width.
  private var symbols = 0
  /// Half-width katakana in runs of three and more.
  private var halfKana = 0
  /// Characters that stand alone between letters.
  private var lone = 0
  /// Characters that only a user's own fonts have.
  private var custom = 0
  /// Bytes that are no character.
  private var broken = 0

  /// Looks at the start of a file; `isWhole` where it is all of it.
  init(_ sample: UnsafeRawBufferPointer, isWhole: Bool) {
    func byte(_ index: Int) -> UInt8 { sample.indices.contains(index) ? sample[index] : 0 }
    var index = 0
    var isAfterWide = false
    while index < sample.count {
      let lead = sample[index]
      guard lead >= 0x80 else {
        isAfterWide = false
        index += 1
        continue
      }
      if (0xA1...0xDF).contains(lead) {
        let start = index
        while (0xA1...0xDF).contains(byte(index)) { index += 1 }
        if index - start >= 3 || isAfterWide { halfKana += index - start }
        isAfterWide = true
        continue
      }
      if index + 1 == sample.count, !isWhole { break }
      let trail = byte(index + 1)
      guard let script = Script(lead, trail) else {
        broken += 1
        isAfterWide = false
        index += 1
        continue
      }
      let next = byte(index + 2)
      let isBetweenLetters =
        !isAfterWide && next < 0x80
        && (isLetter(byte(index - 1))
          ? isLetter(next) || isLetter(trail) : isLetter(next) && isLetter(trail))
      count(script, isBetweenLetters: isBetweenLetters)
      isAfterWide = true
      index += 2
    }
  }

  private mutating func count(_ script: Script, isBetweenLetters: Bool) {
    switch script {
    case _ where isBetweenLetters: lone += 1
    case .kana: kana += 1
    case .symbol: symbols += 1
    case .kanji: kanji += 1
    case .user: custom += 1
    }
  }

  /// How much speaks for it; below 0 where more speaks against it.
  var weight: Int {
    3 * kana + 2 * (kanji + symbols) + halfKana - 3 * lone - 2 * custom - 8 * broken
  }

  /// Whether it is mostly what Japanese text is made of, and whole.
  var isTypical: Bool {
    let wide = kana + kanji + symbols
    return wide > halfKana && 50 * (lone + custom + broken) <= wide
  }

  /// What a pair of bytes writes.
  private enum Script {
    case kana, symbol, kanji, user

    /// Nil where the pair is no character.
    init?(_ lead: UInt8, _ trail: UInt8) {
      guard (0x40...0xFC).contains(trail), trail != 0x7F else { return nil }
      switch (lead, trail) {
      case (0x82, 0x9F...0xF1), (0x83, 0x40...0x96): self = .kana
      case (0x81, _), (0x82, 0x4F...0x9A), (0x83, 0x9F...0xD6), (0x84, 0x40...0xBE),
        (0x87, 0x40...0x9C):
        self = .symbol
      case (0x88, 0x9F...), (0x89...0x97, _), (0x98, 0x40...0x72), (0x98, 0x9F...),
        (0x99...0x9F, _), (0xE0...0xE9, _), (0xEA, ...0xA4), (0xED...0xEE, _), (0xFA...0xFB, _),
        (0xFC, ...0x4B):
        self = .kanji
      case (0xF0...0xF9, _): self = .user
      default: return nil
      }
    }
  }
}

/// Whether a byte is a letter of ASCII.
@inline(__always)
func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
