import Metrics

/// Gives what a supply holds as UTF-8.
///
/// UTF-8 passes unchanged, with what is broken in it: cells show that as U+FFFD. Where the first
/// bytes were plain ASCII, which says nothing about the rest, the encoding is guessed where the
/// first other byte comes.
final class TextDecoder {
  /// How the bytes become UTF-8.
  private enum Stage {
    case ascii, utf8
    case utf16(UTF16Decoder)
    case cp932(CP932Decoder)
    case windows1252(Windows1252Decoder)
  }

  /// How many bytes are decoded at once, and how many a late guess looks at.
  private static let blockSize = 1 << 16
  private static let lateSample = 1 << 18

  /// What the text is taken for; another one than at first where non-ASCII bytes come late.
  private(set) var guess: EncodingGuess

  private let input: PeekableSupply
  private var stage: Stage
  private var counts = FlawCount()
  private var check = UTF8Check()
  private var isFinished = false
  /// What was decoded and not given yet.
  private var decoded = UnsafeMutablePointer<UInt8>.allocate(capacity: 0)
  private var waiting = 0..<0

  /// Decodes from a supply that still has its mark.
  init(_ guess: EncodingGuess, _ input: PeekableSupply) throws(FileFault) {
    self.guess = guess
    self.input = input
    stage = try TextDecoder.stage(of: guess)
    if case .ascii = stage {} else { prepare() }
    try input.fill(to: guess.markLength)
    input.drop(guess.markLength)
  }

  deinit { decoded.deallocate() }

  /// Broken characters so far, and after the end all of them; nil without any.
  var flaws: DecodingFlaws? { counts.flaws }

  /// The next bytes of UTF-8, at least one while there are any; 0 at the end.
  func read(into block: UnsafeMutableRawBufferPointer) throws(FileFault) -> Int {
    while true {
      switch stage {
      case .ascii:
        if let count = try passASCII(into: block) { return count }
      case .utf8: return try passUTF8(into: block)
      default:
        if let count = try give(into: block) { return count }
        try decodeBlock()
      }
    }
  }

  private static func stage(of guess: EncodingGuess) throws(FileFault) -> Stage {
    switch guess.encoding {
    case .utf8: return guess.evidence == .ascii ? .ascii : .utf8
    case .utf16LittleEndian: return .utf16(UTF16Decoder(isBigEndian: false))
    case .utf16BigEndian: return .utf16(UTF16Decoder(isBigEndian: true))
    case .windows1252: return .windows1252(Windows1252Decoder())
    case .cp932:
      guard let decoder = CP932Decoder() else { throw .noConverter(.cp932) }
      return .cp932(decoder)
    }
  }

  /// Makes room for decoded blocks, where they are decoded.
  private func prepare() {
    if case .utf8 = stage { return }
    decoded.deallocate()
    decoded = .allocate(capacity: TextDecoder.blockSize * DecodedBlock.growth)
  }

  /// The next bytes as far as they are ASCII; nil where the encoding had to be decided first.
  private func passASCII(into block: UnsafeMutableRawBufferPointer) throws(FileFault) -> Int? {
    let count = try input.read(into: block)
    let bytes = UnsafeRawBufferPointer(rebasing: block[..<count])
    let ascii = asciiLength(bytes)
    if ascii < count {
      input.putBack(UnsafeRawBufferPointer(rebasing: bytes[ascii...]))
      try input.fill(to: TextDecoder.lateSample)
      let markLength = guess.markLength
      guess = EncodingGuess(bytewise: input.held, isWhole: input.isExhausted)
      guess.markLength = markLength
      stage = try TextDecoder.stage(of: guess)
      prepare()
    }
    counts.add(UnsafeRawBufferPointer(rebasing: bytes[..<ascii]), flaws: 0, first: nil)
    return ascii == 0 && count > 0 ? nil : ascii
  }

  private func asciiLength(_ bytes: UnsafeRawBufferPointer) -> Int {
    var index = 0
    while index + 8 <= bytes.count,
      bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      index += 8
    }
    while index < bytes.count, bytes[index] < 0x80 { index += 1 }
    return index
  }

  private func passUTF8(into block: UnsafeMutableRawBufferPointer) throws(FileFault) -> Int {
    let count = try input.read(into: block)
    let bytes = UnsafeRawBufferPointer(rebasing: block[..<count])
    let before = check.broken
    var first = check.add(bytes)
    if count == 0, check.finish() { first = 0 }
    counts.add(bytes, flaws: check.broken - before, first: first)
    return count
  }

  /// Bytes that were decoded before; 0 at the end, nil where there may be more.
  private func give(into block: UnsafeMutableRawBufferPointer) throws(FileFault) -> Int? {
    guard !waiting.isEmpty else { return isFinished ? 0 : nil }
    let count = min(waiting.count, block.count)
    block.copyMemory(
      from: UnsafeRawBufferPointer(start: decoded + waiting.lowerBound, count: count))
    waiting = waiting.lowerBound + count..<waiting.upperBound
    return count
  }

  private func decodeBlock() throws(FileFault) {
    // No character is longer than four bytes.
    if input.held.count < 4 { try input.fill(to: TextDecoder.blockSize) }
    let bytes = UnsafeRawBufferPointer(
      rebasing: input.held[..<min(input.held.count, TextDecoder.blockSize)])
    let isLast = input.isExhausted && bytes.count == input.held.count
    let block: DecodedBlock
    switch stage {
    case .utf16(let decoder): block = decoder.decode(bytes, isLast: isLast, into: decoded)
    case .cp932(let decoder): block = decoder.decode(bytes, isLast: isLast, into: decoded)
    case .windows1252(let decoder): block = decoder.decode(bytes, into: decoded)
    case .ascii, .utf8: return
    }
    counts.add(
      UnsafeRawBufferPointer(start: decoded, count: block.written), flaws: block.flaws,
      first: block.firstFlaw)
    input.drop(block.used)
    waiting = 0..<block.written
    isFinished = isLast
  }
}
