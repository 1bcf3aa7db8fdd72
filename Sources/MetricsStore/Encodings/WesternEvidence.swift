/// What speaks for and against bytes being a Western text in Windows-1252: in such texts accented
/// letters stand beside letters, and apostrophes, quotes, dashes and signs where they belong.
struct WesternEvidence {
  /// Bytes beyond ASCII that are in place.
  private(set) var characters = 0
  /// How much speaks for it; below 0 where more speaks against it.
  private(set) var weight = 0
  /// Bytes that Windows-1252 does not use.
  private var unused = 0
  /// Bytes that are out of place.
  private var odd = 0

  /// Looks at the start of a file; `isWhole` where it is all of it.
  init(_ sample: UnsafeRawBufferPointer, isWhole: Bool) {
    for index in sample.indices where sample[index] >= 0x80 {
      if index + 1 == sample.count, !isWhole { break }
      let before = index > 0 ? sample[index - 1] : 0
      let after = index + 1 < sample.count ? sample[index + 1] : 0
      let value = WesternEvidence.value(of: sample[index], between: before, and: after)
      weight += value
      if value > 0 {
        characters += 1
      } else if value == WesternEvidence.unusedValue {
        unused += 1
      } else {
        odd += 1
      }
    }
  }

  /// Whether nearly all is in place.
  var isTypical: Bool { unused == 0 && 10 * odd <= characters }

  private static let unusedValue = -8

  private static func value(of byte: UInt8, between before: UInt8, and after: UInt8) -> Int {
    let isAlone = before < 0x80 && after < 0x80
    switch byte {
    case 0x81, 0x8D, 0x8F, 0x90, 0x9D: return unusedValue
    case 0xD7, 0xF7: return isAlone ? 1 : -1
    case 0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F, 0xC0...0xFF:
      guard isLetter(before) || isLetter(after) else { return isAlone ? 1 : -1 }
      // A capital behind a small letter is no word.
      let isCapital = (0xC0..<0xDF).contains(byte)
      return isCapital && (0x61...0x7A).contains(before) ? -2 : 2
    // Quotes and the apostrophe.
    case 0x91, 0x93:
      guard before < 0x80, !isLetter(before), after > 0x20 else { return -1 }
      return after < 0x80 ? 2 : 1
    case 0x92: return isLetter(before) ? isLetter(after) ? 3 : 1 : -1
    case 0x94: return before > 0x20 && after < 0x80 && !isLetter(after) ? 2 : -1
    // € £ § « ° » and no-break spaces.
    case 0x80, 0xA0, 0xA3, 0xA7, 0xAB, 0xB0, 0xBB: return isAlone ? 2 : -1
    // Dots, dashes, signs, ordinals, powers and fractions.
    case 0x85, 0x95...0x97, 0x99, 0xA1, 0xA9, 0xAA, 0xAE, 0xB1...0xB5, 0xB7, 0xB9, 0xBA,
      0xBC...0xBF:
      return isAlone ? 1 : -1
    default: return -1
    }
  }
}
