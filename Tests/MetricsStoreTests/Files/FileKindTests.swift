import Testing

@testable import MetricsStore

private func kind(_ bytes: [UInt8]) -> FileKind { bytes.withUnsafeBytes { FileKind(start: $0) } }

private func textKind(_ text: String) -> FileKind {
  Array(text.utf8).withUnsafeBytes { FileKind(text: $0) }
}

@Suite struct KindsOfFiles {
  @Test func aFileIsWhatItsFirstBytesSay() {
    #expect(kind([0x1F, 0x8B, 8]) == .gzip)
    #expect(kind([0x50, 0x4B, 3, 4, 20]) == .zip)
    #expect(kind([UInt8](hex: "d0cf11e0a1b11ae1")) == .foreign(.oldExcel))
    #expect(kind(Array("%PDF-1.7".utf8)) == .foreign(.pdf))
    #expect(kind([0x89] + Array("PNG\r\n".utf8)) == .foreign(.picture))
    #expect(kind(Array("PAR1".utf8) + [0x15, 4]) == .foreign(.parquet))
    #expect(kind([UInt8](hex: "28b52ffd04")) == .foreign(.zstandard))
    #expect(kind(Array("BZh91AY&SY".utf8)) == .foreign(.bzip2))
    #expect(kind([UInt8](hex: "fd377a585a0000")) == .foreign(.xz))
    #expect(kind(Array("SQLite format 3\0".utf8)) == .foreign(.sqlite))
    #expect(kind([UInt8](hex: "fffe000041000000")) == .foreign(.utf32))
  }

  @Test func textsThatBeginLikeOtherKindsAreTexts() {
    for text in ["", "P", "PK,SK\n1,2", "PAR1,PAR2\n", "BZh9,x", "BM,1", "Rar,x", "7z,8z", "%PDF"] {
      #expect(kind(Array(text.utf8)) == .text)
    }
    #expect(kind([0xFF, 0xFE, 0x41, 0]) == .text)
    #expect(kind([0x1F]) == .text)
  }

  @Test(arguments: [
    #"{"a": 1}"#, "\n\t {}", #"{ "event_date" : "20260101""#, #"[{"a":1},{"a":2}]"#, "[ { } ]",
    "[]", " [\n]\n", #"[["Date","Clicks"],["2026-01-01",5]]"#, "[[1,2]]", #"{"cut in the ke"#,
    #"{"a\"b": 1}"#,
  ])
  func jsonIsToldFromRows(_ text: String) {
    #expect(textKind(text) == .json)
  }

  @Test(arguments: [
    "[Date],[Clicks]\n", "[1] note\n", "{a,b}\n", "{date},{clicks}", "[]: empty", "[", "{",
    "a,{\"b\":1}", #"["name"],["value"]"#, #"{"a","b"}"#, "[[Report]]", "", "   ",
  ])
  func rowsInBracketsAreNoJSON(_ text: String) {
    #expect(textKind(text) == .text)
  }

  @Test func aPageOfMarkupIsNoExport() {
    #expect(textKind("<!DOCTYPE html><html>") == .foreign(.webPage))
    #expect(textKind("\n <HTML lang=en>") == .foreign(.webPage))
    #expect(textKind("<?xml version=\"1.0\"?>") == .foreign(.xml))
    #expect(textKind("<html,2") == .text)
    #expect(textKind("<htmlx>") == .text)
    #expect(textKind("<html") == .text)
    #expect(textKind("<5,10\n") == .text)
  }
}
