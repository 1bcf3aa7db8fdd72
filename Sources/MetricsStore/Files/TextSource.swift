import Metrics

/// A file as the text that it holds, whatever it is compressed with and encoded in.
///
/// The file is read once, front to back: what is looked at first is given first. Kinds that are no
/// text, such as ZIP archives, are only recognised, and given as they are.
final class TextSource {
  /// How many bytes the encoding is guessed from.
  static let guessLength = 1 << 20
  /// How many bytes of text the sample has.
  static let sampleLength = 1 << 18
  /// How often a file may have been compressed.
  private static let layerLimit = 3

  /// What it holds: text, JSON, or an archive.
  let kind: FileKind
  /// Whether that is compressed with gzip.
  let isCompressed: Bool
  /// The first bytes of the text in UTF-8, without a mark; may end inside a character.
  let sample: [UInt8]
  /// Whether the sample is all of the text.
  let isSampleWhole: Bool
  /// Where in the file the text begins, where the bytes from there on are the text as it is given:
  /// those of a file that is not compressed and is taken for UTF-8; nil for others.
  ///
  /// Where `guess` says `.ascii`, bytes behind the sample may still prove to be in another encoding;
  /// `read` notices, and whoever reads the file itself has to.
  let rawTextOffset: Int?

  private let text: PeekableSupply
  private let decoder: TextDecoder?
  private let firstGuess: EncodingGuess
  private let inflaters: [Inflater]

  /// Looks at a file.
  convenience init(_ file: OpenFile, format: FileFormat = FileFormat()) throws(FileFault) {
    try self.init(format: format) { block throws(FileFault) in try file.read(into: block) }
  }

  /// Looks at what a supply gives.
  init(format: FileFormat = FileFormat(), supply: @escaping ByteSupply) throws(FileFault) {
    var bytes = PeekableSupply(supply)
    var inflaters: [Inflater] = []
    try bytes.fill(to: FileKind.startLength)
    // Files that were compressed twice, by a program and by a server, are at hand.
    while FileKind(start: bytes.held) == .gzip {
      guard inflaters.count < TextSource.layerLimit else { throw .foreign(.nested) }
      let outer = bytes
      let inflater = Inflater(.gzip) { block throws(FileFault) in try outer.read(into: block) }
      bytes = PeekableSupply { block throws(FileFault) in try inflater.read(into: block) }
      inflaters.append(inflater)
      try bytes.fill(to: FileKind.startLength)
    }
    self.inflaters = inflaters
    isCompressed = !inflaters.isEmpty
    try bytes.fill(to: TextSource.guessLength)
    firstGuess =
      if let encoding = format.encoding {
        EncodingGuess(given: encoding, sample: bytes.held)
      } else {
        EncodingGuess(sample: bytes.held, isWhole: bytes.isExhausted)
      }
    let rawKind = FileKind(start: bytes.held)
    if case .foreign(let kind) = rawKind { throw .foreign(kind) }
    guard rawKind == .text else {
      kind = rawKind
      decoder = nil
      text = bytes
      sample = []
      isSampleWhole = false
      rawTextOffset = nil
      return
    }
    let decoder = try TextDecoder(firstGuess, bytes)
    let text = PeekableSupply { block throws(FileFault) in try decoder.read(into: block) }
    try text.fill(to: TextSource.sampleLength)
    kind = FileKind(text: text.held)
    if case .foreign(let kind) = kind { throw .foreign(kind) }
    self.decoder = decoder
    self.text = text
    sample = [UInt8](text.held)
    isSampleWhole = text.isExhausted
    rawTextOffset =
      decoder.guess.encoding == .utf8 && !isCompressed ? decoder.guess.markLength : nil
  }

  /// The next bytes of the text in UTF-8, or of what is no text as they are; 0 at the end.
  func read(into block: UnsafeMutableRawBufferPointer) throws(FileFault) -> Int {
    try text.read(into: block)
  }

  /// The same as a supply, from where `read` has come to.
  var supply: ByteSupply {
    { [text] block throws(FileFault) in try text.read(into: block) }
  }

  /// What the text is taken for; may change while it is read.
  var guess: EncodingGuess { decoder?.guess ?? firstGuess }

  /// Broken characters so far, and after the end all of them; nil without any.
  var flaws: DecodingFlaws? { decoder?.flaws }

  /// Whether bytes that are no compressed data followed a compressed file; they are left out.
  var hasTrailingBytes: Bool { inflaters.contains { $0.hasTrailingBytes } }
}
