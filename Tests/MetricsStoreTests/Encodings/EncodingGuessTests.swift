import Metrics
import Testing

@testable import MetricsStore

private func guess(_ bytes: [UInt8], isWhole: Bool = true) -> EncodingGuess {
  bytes.withUnsafeBytes { EncodingGuess(sample: $0, isWhole: isWhole) }
}

private func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
  text.utf16.flatMap { unit in
    let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    return isBigEndian ? bytes.reversed() : bytes
  }
}

/// A header and two rows as a Japanese advertising tool writes them, encoded by Python's `cp932`.
let japaneseExport = [UInt8](
  hex: """
    93fa95742c834c838383938379815b83932c834e838a8362834e90940d0a323032362f31312f312c955c8ea6
    835c815b83678b40945c87402c31300d0a323032362f31312f322c878aeee0938789ae81602c32300d0a
    """)
/// The same as Swift writes it.
let japaneseText = """
  日付,キャンペーン,クリック数\r
  2026/11/1,表示ソート機能①,10\r
  2026/11/2,㈱髙島屋～,20\r\n
  """

@Suite struct GuessesOfEncodings {
  @Test func aMarkTellsTheEncodingAndIsNoText() {
    let marked = guess([0xEF, 0xBB, 0xBF] + Array("日付,数\n".utf8))
    #expect(marked.encoding == .utf8)
    #expect(marked.markLength == 3)
    #expect(marked.evidence == .mark)
    #expect(guess([0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, 0x61]).markLength == 6)
    let little = guess([0xFF, 0xFE] + utf16("日,a", isBigEndian: false))
    #expect(little.encoding == .utf16LittleEndian)
    #expect(little.markLength == 2)
    #expect(guess([0xFE, 0xFF] + utf16("日", isBigEndian: true)).encoding == .utf16BigEndian)
  }

  @Test func aMarkBeforeAnotherEncodingIsNotBelieved() {
    let guess = guess([0xEF, 0xBB, 0xBF] + japaneseExport)
    #expect(guess.encoding == .cp932)
    #expect(guess.markLength == 3)
    #expect(!guess.isSure)
  }

  @Test(arguments: [
    "Day,Clicks\r\n2026-11-01,5\r\n", japaneseText, "地域\t売上\n東京都　千代田区\t1000\n",
    "День;Показы\n1;10\n", "요일,클릭\n월,1\n",
  ])
  func utf16NeedsNoMark(_ text: String) {
    for isBigEndian in [false, true] {
      let guess = guess(utf16(text, isBigEndian: isBigEndian))
      #expect(guess.encoding == (isBigEndian ? .utf16BigEndian : .utf16LittleEndian))
      #expect(guess.markLength == 0)
      #expect(guess.isSure)
    }
  }

  @Test func utf8IsNeverTakenForChineseInUTF16() {
    for text in [japaneseText, "ab", "Day,Clicks\n", "日本", "日,本\n"] {
      #expect(guess(Array(text.utf8)).encoding == .utf8)
    }
  }

  @Test func aFewZeroBytesAreNoUTF16() {
    for place in 0..<japaneseText.utf8.count where Array(japaneseText.utf8)[place] < 0x80 {
      var bytes = Array(japaneseText.utf8)
      bytes[place] = 0
      #expect(guess(bytes).encoding == .utf8)
    }
    let padded = Array("a,b\n1,2\n".utf8) + [UInt8](repeating: 0, count: 400)
    #expect(guess(padded).encoding == .utf8)
  }

  @Test func asciiSaysNothingAndIsUTF8() {
    #expect(guess(Array("Day,Clicks\n1,2\n".utf8)).evidence == .ascii)
    #expect(guess([]).evidence == .ascii)
    // The one character is cut, and says as little.
    #expect(guess(Array("Day,".utf8) + [0xE6, 0x97], isWhole: false).evidence == .ascii)
  }

  @Test func aCharacterCutAtTheSamplesEndIsNotBroken() {
    let bytes = Array(japaneseText.utf8)
    for length in 3..<bytes.count {
      let guess = guess(Array(bytes[..<length]), isWhole: false)
      #expect(guess.encoding == .utf8)
      if case .utf8 = guess.evidence {} else { Issue.record("\(length): \(guess.evidence)") }
    }
    for length in 2..<japaneseExport.count {
      #expect(guess(Array(japaneseExport[..<length]), isWhole: false).encoding == .cp932)
    }
  }

  @Test func utf8WithAFewBrokenBytesStaysUTF8() {
    var bytes = Array(japaneseText.utf8)
    bytes[1] = 0x41
    // 26 characters, of which the first falls apart into a lead byte and a trail byte.
    #expect(guess(bytes).evidence == .damagedUTF8(characters: 25, broken: 2))
    #expect(guess(bytes).encoding == .utf8)
  }

  @Test func japaneseIsKnownByItsKanaAndKanji() {
    let guess = guess(japaneseExport)
    #expect(guess.encoding == .cp932)
    #expect(guess.isSure)
    // キャンペン, クリック, ソト; 日付, 数, 表示, 機能, 髙島屋; 髙 is one of IBM's. The long vowel
    // mark and the signs are neither.
    #expect(guess.evidence == .japanese(kana: 11, kanji: 10))
  }

  @Test func halfWidthKatakanaAloneIsSuspicious() {
    let guess = guess([UInt8](hex: "b6ccdebcb7b6deb2bcac2cd4cfc0de20c0dbb30d0a"))
    #expect(guess.encoding == .cp932)
    #expect(!guess.isSure)
  }

  @Test func westernTextIsKnownByItsLettersAndMarks() {
    // Datum;Größe;Coût (€), 1;Straße – “été”;C’est l’œuvre
    let guess = guess(
      [UInt8](
        hex: """
          446174756d3b4772f6df653b436ffb74202880290d0a313b53747261df6520962093e974e9943b4392657374
          206c929c757672650d0a
          """))
    #expect(guess.encoding == .windows1252)
    #expect(guess.isSure)
    #expect(guess.evidence == .western(characters: 13))
  }

  @Test(arguments: [
    "436166e92c31", "4974927320612074657374", "53e36f205061756c6f", "6e616ef72c", "4dfc6c6c6572",
    "6e6f2064e9636f75766572746520e020", "a3352c30", "31302080", "e9",
  ])
  func oneLetterIsEnoughForWestern(_ hex: String) {
    #expect(guess([UInt8](hex: hex)).encoding == .windows1252)
  }

  @Test func anotherAlphabetFitsNothingForSure() {
    // Дата;Показы, Москва;10 in Windows-1251.
    let cyrillic = [UInt8](hex: "c4e0f2e03bcfeeeae0e7fb0d0acceef1eae2e03b31300d0a")
    #expect(guess(cyrillic).evidence == .nothing)
    #expect(!guess(cyrillic).isSure)
  }

  @Test func aGivenEncodingIsTakenAndOnlyItsOwnMarkSkipped() {
    func given(_ encoding: TextEncoding, _ bytes: [UInt8]) -> EncodingGuess {
      bytes.withUnsafeBytes { EncodingGuess(given: encoding, sample: $0) }
    }
    #expect(given(.cp932, Array("日付".utf8)).encoding == .cp932)
    #expect(given(.utf16BigEndian, [0xFE, 0xFF, 0, 0x41]).markLength == 2)
    #expect(given(.utf16LittleEndian, [0xFE, 0xFF, 0, 0x41]).markLength == 0)
    #expect(given(.windows1252, [0xEF, 0xBB, 0xBF, 0x41]).markLength == 0)
    #expect(given(.utf8, []).evidence == .given)
  }
}
