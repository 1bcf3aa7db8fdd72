import Metrics
import Testing

@testable import MetricsStore

/// What decoding gives.
struct Decoded: Equatable {
  var bytes: [UInt8] = []
  var fault: FileFault?
  var flaws: DecodingFlaws?
  var encoding: TextEncoding?

  /// Decodes bytes that come `step` at a time, asked for in blocks of `blockSize`.
  init(
    _ encoding: TextEncoding, _ bytes: [UInt8], step: Int = .max, blockSize: Int = 1 << 12
  ) {
    let guess = bytes.withUnsafeBytes { EncodingGuess(given: encoding, sample: $0) }
    self.init(guess, bytes, step: step, blockSize: blockSize)
  }

  init(_ guess: EncodingGuess, _ bytes: [UInt8], step: Int = .max, blockSize: Int = 1 << 12) {
    do throws(FileFault) {
      let input = PeekableSupply(BytesInPieces(bytes: bytes, step: step).supply)
      let decoder = try TextDecoder(guess, input)
      let drained = Drained(blockSize: blockSize) { block throws(FileFault) in
        try decoder.read(into: block)
      }
      self.bytes = drained.bytes
      fault = drained.fault
      flaws = decoder.flaws
      self.encoding = decoder.guess.encoding
    } catch {
      fault = error
    }
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}

@Suite struct DecodedTexts {
  @Test func cp932HasTheCharactersOfItsExtensions() {
    // Encoded by Python; among them are second bytes of 5C, and NEC's and IBM's characters.
    let bytes = [UInt8](
      hex: """
        955c8ea689f190942c835c815b83672c8b40945c2c87402c878a2ceee0938789ae2c81602c817c2c81612c81912cd2b0
        d92c875b2ced402cee402c5c7e0d0a
        """)
    let decoded = Decoded(.cp932, bytes)
    #expect(decoded.text == "表示回数,ソート,機能,①,㈱,髙島屋,～,－,∥,￠,ﾒｰﾙ,Ⅷ,纊,犾,\\~\r\n")
    #expect(decoded.flaws == nil)
    #expect(Decoded(.cp932, japaneseExport).text == japaneseText)
  }

  @Test func everyPairOfCP932IsWhatPythonHas() {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var count = 0
    for lead in Array(0x81...0x9F) + Array(0xE0...0xFC) {
      for trail in 0x40...0xFC where trail != 0x7F {
        let pair = [UInt8(lead), UInt8(trail)]
        let decoded = Decoded(.cp932, pair, blockSize: 8)
        guard decoded.flaws == nil else { continue }
        count += 1
        for byte in pair + decoded.bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      }
    }
    // FNV-1a over all pairs that Python's `cp932` decodes, each followed by its UTF-8.
    #expect(count == 9604)
    #expect(hash == 0x2AD_2D72_5F6D_7C89)
  }

  @Test func aLeadByteOfCP932NeverSwallowsALineEnd() {
    let decoded = Decoded(.cp932, Array("a\n".utf8) + [0x82, 0x0A, 0x88, 0x2C, 0x80, 0xA0, 0x83])
    #expect(decoded.text == "a\n\u{FFFD}\n\u{FFFD},\u{FFFD}\u{FFFD}\u{FFFD}")
    #expect(decoded.flaws == DecodingFlaws(count: 5, firstLine: 2))
    #expect(Decoded(.cp932, [0x85, 0xA0, 0x61]).text == "\u{FFFD}a")
  }

  @Test func windows1252HasItsOwnMarksWhereLatinHasControls() {
    let all = Decoded(.windows1252, (0x80...0xFF).map { UInt8($0) })
    let marks = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ"
    let latin = String(String.UnicodeScalarView((0xA0...0xFF).compactMap { Unicode.Scalar($0) }))
    #expect(all.text == marks + latin)
    #expect(all.flaws == DecodingFlaws(count: 5, firstLine: 1))
    #expect(Decoded(.windows1252, Array("Caf".utf8) + [0xE9]).flaws == nil)
  }

  @Test func utf16IsDecodedAsSwiftDoes() {
    var random = SeededNumbers(seed: 33)
    let likely: [UInt16] = [
      0x41, 0x0A, 0xD83D, 0xDE00, 0xDBFF, 0xDC00, 0x3042, 0xFEFF, 0xFFFF, 0xE9,
    ]
    for _ in 0..<1500 {
      let units = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
        Bool.random(using: &random)
          ? UInt16.random(in: 0x20..<0x7F, using: &random)
          : likely.randomElement(using: &random) ?? 0
      }
      let expected = Array(String(decoding: units, as: UTF16.self).utf8)
      let bytes = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      let turned = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      guard units.first != 0xFEFF else { continue }
      #expect(Decoded(.utf16LittleEndian, bytes).bytes == expected)
      #expect(Decoded(.utf16BigEndian, turned).bytes == expected)
    }
    let cut = Decoded(.utf16LittleEndian, [0x41, 0, 0x0A, 0, 0x3D, 0xD8, 0x42, 0, 0x43])
    #expect(cut.text == "A\n\u{FFFD}B\u{FFFD}")
    #expect(cut.flaws == DecodingFlaws(count: 2, firstLine: 2))
  }

  @Test func utf8PassesUnchangedWithWhatIsBroken() {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("日付\r\na,b\r\n".utf8) + [0xE6, 0x97, 0x2C, 0xFF]
    let decoded = Decoded(.utf8, bytes)
    #expect(decoded.bytes == Array(bytes[3...]))
    #expect(decoded.flaws == DecodingFlaws(count: 2, firstLine: 3))
  }

  @Test func blocksOfAnySizeGiveTheSame() {
    var random = SeededNumbers(seed: 34)
    let random200 = (0..<200).map { _ in UInt8.random(in: 0...255, using: &random) }
    let samples = [japaneseExport, Array(japaneseText.utf8), random200, japaneseExport + [0x83]]
    for bytes in samples {
      for encoding in TextEncoding.allCases {
        let whole = Decoded(encoding, bytes)
        for size in 1...bytes.count {
          #expect(Decoded(encoding, bytes, step: size) == whole)
          #expect(Decoded(encoding, bytes, blockSize: size) == whole)
        }
        #expect(Decoded(encoding, bytes, step: 1, blockSize: 1) == whole)
      }
    }
  }

  @Test func largeTextsAreDecodedAcrossManyBlocks() {
    let row = japaneseExport.count
    let bytes = (0..<4000).flatMap { _ in japaneseExport } + [0xFF] + japaneseExport
    let decoded = Decoded(.cp932, bytes, step: 77_777, blockSize: 10_007)
    let expected = (0..<4000).map { _ in japaneseText }.joined() + "\u{FFFD}" + japaneseText
    #expect(bytes.count == 4001 * row + 1)
    #expect(decoded.bytes == Array(expected.utf8))
    #expect(decoded.flaws == DecodingFlaws(count: 1, firstLine: 12_001))
  }

  @Test func anEncodingIsDecidedWhereItFirstShows() {
    let ascii = (0..<100).map { "2026/11/1,campaign,\($0)\r\n" }.joined()
    let start = Array(ascii.utf8).withUnsafeBytes { EncodingGuess(sample: $0, isWhole: false) }
    #expect(start.evidence == .ascii)
    let bytes = Array(ascii.utf8) + japaneseExport + [0x80]
    let whole = Decoded(start, bytes)
    #expect(whole.text == ascii + japaneseText + "\u{FFFD}")
    #expect(whole.encoding == .cp932)
    #expect(whole.flaws == DecodingFlaws(count: 1, firstLine: 104))
    for size in [1, 2, 3, 100, 2561, bytes.count - 1] {
      #expect(Decoded(start, bytes, step: size) == whole)
      #expect(Decoded(start, bytes, blockSize: size) == whole)
    }
    let utf8 = Decoded(start, Array((ascii + japaneseText).utf8))
    #expect(utf8.text == ascii + japaneseText)
    #expect(utf8.encoding == .utf8)
    #expect(utf8.flaws == nil)
  }
}
