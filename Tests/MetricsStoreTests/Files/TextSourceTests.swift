import Metrics
import Testing

@testable import MetricsStore

/// A tab-separated export in UTF-16LE with a mark, compressed by Python's gzip.
private let gzippedUTF16 = [UInt8](
  hex: """
    1f8b0800000000000203fbffef692a278333430e4326433243364331032f031783118301109b31e8321802a12e9067
    c8c0c9600a9603004c89704c32000000
    """)

private func gzipMember(_ bytes: [UInt8]) -> [UInt8] {
  // Stored blocks, and the checksum as RFC 1952 has it.
  var member: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
  func littleEndian(_ value: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
  }
  var rest = bytes[...]
  repeat {
    let part = rest.prefix(65_535)
    rest = rest.dropFirst(part.count)
    member += [rest.isEmpty ? 1 : 0] + littleEndian(UInt32(part.count), 2)
    member += littleEndian(~UInt32(part.count), 2) + part
  } while !rest.isEmpty
  var checksum = ~UInt32(0)
  for byte in bytes {
    checksum ^= UInt32(byte)
    for _ in 0..<8 { checksum = checksum >> 1 ^ (checksum & 1 == 1 ? 0xEDB8_8320 : 0) }
  }
  return member + littleEndian(~checksum, 4) + littleEndian(UInt32(bytes.count), 4)
}

private func opened(
  _ bytes: [UInt8], encoding: TextEncoding? = nil, step: Int = .max
) throws(FileFault) -> TextSource {
  var format = FileFormat()
  format.encoding = encoding
  return try TextSource(format: format, supply: BytesInPieces(bytes: bytes, step: step).supply)
}

private func text(_ source: TextSource) -> String {
  String(decoding: Drained(source.supply).bytes, as: UTF8.self)
}

@Suite struct SourcesOfText {
  @Test func compressionAndEncodingAreSeenThrough() throws {
    let expected = "日\tClicks\r\n2026-11-01\t5\r\n"
    for bytes in [gzippedUTF16, gzipMember(gzippedUTF16)] {
      for step in [1, 10, 1000] {
        let source = try opened(bytes, step: step)
        #expect(source.isCompressed)
        #expect(source.kind == .text)
        #expect(source.guess.encoding == .utf16LittleEndian)
        #expect(source.rawTextOffset == nil)
        #expect(source.isSampleWhole)
        #expect(source.sample == Array(expected.utf8))
        #expect(text(source) == expected)
      }
    }
  }

  @Test func plainUTF8LiesInTheFileAsItIs() throws {
    #expect(try opened(Array("日付,数\n".utf8)).rawTextOffset == 0)
    #expect(try opened([0xEF, 0xBB, 0xBF] + Array("日付,数\n".utf8)).rawTextOffset == 3)
    #expect(try opened(japaneseExport).rawTextOffset == nil)
    #expect(try opened(gzipMember(Array("a,b\n".utf8))).rawTextOffset == nil)
    #expect(try opened([]).rawTextOffset == 0)
    #expect(try text(opened([])) == "")
  }

  @Test func aFileIsReadOnceAndSummedWhole() throws {
    let folder = TemporaryFolder()
    let bytes = gzipMember((0..<20_000).flatMap { _ in japaneseExport }) + Array("behind".utf8)
    folder.write(bytes, to: "a.csv.gz")
    let file = try OpenFile(path: folder.path + "/a.csv.gz")
    let source = try TextSource(file)
    let drained = Drained(blockSize: 1 << 16, source.supply)
    #expect(drained.fault == nil)
    #expect(drained.bytes.count == 20_000 * japaneseText.utf8.count)
    #expect(drained.bytes.starts(with: source.sample))
    #expect(source.sample.count >= TextSource.sampleLength)
    #expect(!source.isSampleWhole)
    #expect(source.hasTrailingBytes)
    #expect(try file.checksum() == OpenFile.checksum(of: folder.path + "/a.csv.gz"))
  }

  @Test func anEncodingThatShowsBehindTheSampleIsNoticed() throws {
    let ascii = (0..<60_000).map { "2026/11/1,campaign,\($0)\r\n" }.joined()
    #expect(ascii.utf8.count > TextSource.guessLength)
    let source = try opened(Array(ascii.utf8) + japaneseExport)
    #expect(source.guess.evidence == .ascii)
    #expect(source.rawTextOffset == 0)
    #expect(text(source) == ascii + japaneseText)
    #expect(source.guess.encoding == .cp932)
    #expect(source.flaws == nil)
  }

  @Test func whatIsBrokenBehindTheSampleIsReportedByLine() throws {
    let rows = (0..<40_000).map { "2026/11/1,日本,\($0)\r\n" }.joined()
    let source = try opened(Array(rows.utf8) + japaneseExport)
    #expect(source.guess.encoding == .utf8)
    _ = text(source)
    #expect(source.flaws?.firstLine == 40_001)
    #expect((source.flaws?.count ?? 0) > 10)
  }

  @Test func aGivenEncodingIsNotDoubted() throws {
    let western = try opened(Array("é".utf8), encoding: .windows1252)
    #expect(text(western) == "Ã©")
    #expect(western.guess.evidence == .given)
    #expect(western.rawTextOffset == nil)
  }

  @Test func archivesAreOnlyRecognisedAndGivenAsTheyAre() throws {
    let zip = [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0xFE, count: 3000)
    let source = try opened(zip)
    #expect(source.kind == .zip)
    #expect(source.sample.isEmpty)
    #expect(source.rawTextOffset == nil)
    #expect(Drained(source.supply).bytes == zip)
    #expect(try TextSource(supply: BytesInPieces(bytes: gzipMember(zip)).supply).kind == .zip)
  }

  @Test func jsonIsRecognisedInAnyEncoding() throws {
    #expect(try opened(Array(#"{"date": "2026-11-01"}"#.utf8)).kind == .json)
    let wide = "[{\"日\":\r\n1},\r\n{}]".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(try opened([0xFE, 0xFF] + wide).kind == .json)
    #expect(try opened(gzipMember(Array("{}\n{}".utf8))).kind == .json)
  }

  @Test func filesOfOtherKindsSayWhatToDo() {
    let old = [UInt8](hex: "d0cf11e0a1b11ae1") + [UInt8](repeating: 0, count: 600)
    let fault = FileFault.foreign(.oldExcel)
    #expect(throws: fault) { try opened(old) }
    #expect(throws: fault) { try opened(gzipMember(old)) }
    #expect(fault.words.contains("save it as .xlsx"))
    #expect(throws: FileFault.foreign(.webPage)) { try opened(Array("<!doctype html>".utf8)) }
    var layers = Array("a,b".utf8)
    for _ in 0..<5 { layers = gzipMember(layers) }
    #expect(throws: FileFault.foreign(.nested)) { try opened(layers) }
  }

  @Test func dataThatIsCutShortIsNeverTheWhole() throws {
    let bytes = gzipMember((0..<20_000).flatMap { _ in japaneseExport })
    for length in [5, 18, 1000, 400_000] {
      #expect(throws: FileFault.compressedCutShort) { try opened(Array(bytes[..<length])) }
    }
    let source = try opened(Array(bytes.dropLast(1)))
    #expect(Drained(source.supply).fault == .compressedCutShort)
  }
}
