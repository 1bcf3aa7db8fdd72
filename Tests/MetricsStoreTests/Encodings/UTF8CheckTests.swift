import Testing

@testable import MetricsStore

/// How many U+FFFD Swift puts in the place of broken bytes.
private func replacements(_ bytes: [UInt8]) -> Int {
  String(decoding: bytes, as: UTF8.self).unicodeScalars.count { $0 == "\u{FFFD}" }
}

private func check(_ parts: [[UInt8]]) -> UTF8Check {
  var check = UTF8Check()
  for part in parts { part.withUnsafeBytes { _ = check.add($0) } }
  _ = check.finish()
  return check
}

@Suite struct ChecksOfUTF8 {
  @Test func brokenSequencesAreCountedAsSwiftReplacesThem() {
    var random = SeededNumbers(seed: 31)
    let likely: [UInt8] = [0x41, 0x80, 0xBF, 0xC0, 0xC2, 0xE0, 0xE3, 0xED, 0xF0, 0xF4, 0xF5, 0x9F]
    for _ in 0..<3000 {
      let length = Int.random(in: 0..<40, using: &random)
      let bytes = (0..<length).map { _ in
        Bool.random(using: &random)
          ? likely.randomElement(using: &random) ?? 0 : UInt8.random(in: 0...255, using: &random)
      }
      let whole = check([bytes])
      #expect(whole.broken == replacements(bytes))
      let cut = Int.random(in: 0...length, using: &random)
      let parts = check([Array(bytes[..<cut]), Array(bytes[cut...])])
      #expect(parts.broken == whole.broken)
      #expect(parts.characters == whole.characters)
    }
  }

  @Test func wholeCharactersAreCounted() {
    let text = "aé日本語、😀𠮷 plain text behind it\u{10FFFF}"
    #expect(check([Array(text.utf8)]).characters == 8)
    #expect(check([Array(text.utf8)]).broken == 0)
    #expect(check(text.utf8.map { [$0] }).characters == 8)
  }

  @Test func theFirstBrokenByteIsFound() {
    func first(_ bytes: [UInt8]) -> Int? {
      var check = UTF8Check()
      return bytes.withUnsafeBytes { check.add($0) }
    }
    #expect(first(Array("a,日".utf8)) == nil)
    #expect(first(Array("a,日".utf8) + [0xFF, 0xFF]) == 5)
    #expect(first([0xE6, 0x97, 0x41]) == 2)
    #expect(first(Array("0123456789abcdef".utf8) + [0x80]) == 16)
  }
}
