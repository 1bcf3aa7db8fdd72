import Testing

@testable import MetricsStore

@Test func linesEndWithAnyLineEndWhereverBlocksAreCut() {
  func line(_ parts: [[UInt8]]) -> Int {
    var count = LineCount()
    for part in parts { part.withUnsafeBytes { count.add($0) } }
    return count.line
  }
  #expect(line([Array("a\r\nb\nc\rd\r\re\n\n".utf8)]) == 8)
  #expect(line([[]]) == 1)
  #expect(line([Array("a\r".utf8), Array("\nb".utf8)]) == 2)
  #expect(line([[UInt8](repeating: 0x0A, count: 5000)]) == 5001)
  #expect(line([[UInt8](repeating: 0x0D, count: 5000)]) == 5001)
  let pairs = (0..<5000).flatMap { _ in [0x0D, 0x0A] as [UInt8] }
  #expect(line([pairs]) == 5001)
  var random = SeededNumbers(seed: 32)
  for _ in 0..<300 {
    let length = Int.random(in: 0..<300, using: &random)
    let bytes = (0..<length).map { _ in
      ([0x0A, 0x0D, 0x61, 0x8A, 0x0B] as [UInt8]).randomElement(using: &random) ?? 0
    }
    // Swift takes a CRLF for one character.
    let ends = String(decoding: bytes.map { $0 & 0x7F == $0 ? $0 : 0x61 }, as: UTF8.self)
      .count { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }
    #expect(line([bytes]) == ends + 1)
    let cut = Int.random(in: 0...length, using: &random)
    #expect(line([Array(bytes[..<cut]), Array(bytes[cut...])]) == ends + 1)
  }
}
