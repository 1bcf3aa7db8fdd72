/// Counts what in a stream of bytes is UTF-8 and what is not.
///
/// A broken sequence is what Unicode replaces by one U+FFFD: the longest start of a character that
/// does not go on, or a byte that starts none.
struct UTF8Check {
  /// Whole characters of more than one byte.
  private(set) var characters = 0
  /// Broken sequences.
  private(set) var broken = 0

  /// How many bytes the current character still needs, and between which bounds the next one is.
  private var missing = 0
  private var lower: UInt8 = 0x80
  private var upper: UInt8 = 0xBF

  /// Whether the bytes so far end inside a character.
  var isInside: Bool { missing > 0 }

  /// Takes the next bytes; gives where the first broken sequence in them is noticed, if one is.
  mutating func add(_ bytes: UnsafeRawBufferPointer) -> Int? {
    var first: Int?
    var index = 0
    var characters = 0
    let end = bytes.count
    while index < end {
      if missing > 0 {
        let byte = bytes[index]
        guard lower <= byte, byte <= upper else {
          // The byte itself is looked at anew: it may start a character.
          missing = 0
          broken += 1
          first = first ?? index
          continue
        }
        missing -= 1
        if missing == 0 { characters += 1 }
        lower = 0x80
        upper = 0xBF
        index += 1
        continue
      }
      while index + 8 <= end,
        bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        index += 8
      }
      // Most Japanese characters: three bytes without a bound of their own.
      while index + 4 <= end {
        let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt32.self).littleEndian
        let isCommon = word & 0xC0C0F0 == 0x8080E0 && word & 0xF != 0 && word & 0xF != 0xD
        guard isCommon else { break }
        characters += 1
        index += 3
      }
      guard index < end else { break }
      let byte = bytes[index]
      index += 1
      guard byte >= 0x80 else { continue }
      if !start(byte) {
        broken += 1
        first = first ?? index - 1
      }
    }
    self.characters += characters
    return first
  }

  /// Says that nothing follows; whether a character was left unfinished, which counts as broken.
  mutating func finish() -> Bool {
    guard missing > 0 else { return false }
    missing = 0
    broken += 1
    return true
  }

  /// Begins a character; false where no character begins so.
  private mutating func start(_ byte: UInt8) -> Bool {
    lower = 0x80
    upper = 0xBF
    switch byte {
    case 0xC2...0xDF: missing = 1
    case 0xE0...0xEF:
      missing = 2
      if byte == 0xE0 { lower = 0xA0 }
      if byte == 0xED { upper = 0x9F }
    case 0xF0...0xF4:
      missing = 3
      if byte == 0xF0 { lower = 0x90 }
      if byte == 0xF4 { upper = 0x8F }
    default: return false
    }
    return true
  }
}
