import Testing

@testable import MetricsStore

/// Cuts bytes into records of texts, given out in blocks of so many bytes.
struct Records: Equatable {
  var rows: [[String]] = []
  var lines: [Int] = []
  var openQuote: Int?

  init(_ text: String, blockSize: Int = 1 << 16, step: Int = .max) {
    self.init(Array(text.utf8), blockSize: blockSize, step: step)
  }

  init(_ bytes: [UInt8], blockSize: Int = 1 << 16, step: Int = .max) {
    var reader = RecordReader(bytes: bytes, blockSize: blockSize, step: step)
    do throws(FileFault) {
      while true {
        switch try reader.advance() {
        case .end: return
        case .openQuote(let line):
          openQuote = line
          return
        case .tooLong: return
        case .record:
          rows.append(reader.fields.indices.map { reader.text($0) })
          lines.append(reader.line)
        }
      }
    } catch {
      rows = []
    }
  }
}

extension RecordReader {
  /// A reader of bytes in memory, at most `step` at a time.
  init(bytes: [UInt8], blockSize: Int = 1 << 16, step: Int = .max) {
    var offset = 0
    self.init(blockSize: blockSize) { block throws(FileFault) in
      let count = min(step, block.count, bytes.count - offset)
      block.copyBytes(from: bytes[offset..<offset + count])
      offset += count
      return count
    }
  }
}

@Suite struct RecordsOfCSV {
  @Test func lineEndsOfAllKinds() {
    let records = Records("a,b\r\nc,d\ne,f\rg,h")
    #expect(records.rows == [["a", "b"], ["c", "d"], ["e", "f"], ["g", "h"]])
    #expect(records.lines == [1, 2, 3, 4])
  }

  @Test func quotesHoldCommasLineEndsAndQuotes() {
    let records = Records("\"a,b\",\"c\nd\",\"e\"\"f\"\n\"g\r\nh\",i,\"\"\nj,k,l\n")
    #expect(records.rows == [["a,b", "c\nd", "e\"f"], ["g\r\nh", "i", ""], ["j", "k", "l"]])
    #expect(records.lines == [1, 3, 5])
  }

  @Test func aStrayQuoteStandsForItself() {
    #expect(Records("5\" pipe,it\"s\n").rows == [["5\" pipe", "it\"s"]])
  }

  @Test func aByteOrderMarkIsNoText() {
    #expect(Records("\u{FEFF}a,b\n").rows == [["a", "b"]])
    #expect(Records([0xEF, 0xBB]).rows == [["\u{FFFD}"]])
  }

  @Test func theEndNeedsNoLineEnd() {
    #expect(Records("a,b\nc,").rows == [["a", "b"], ["c", ""]])
    #expect(Records("").rows == [])
    #expect(Records("a\n\nb").rows == [["a"], [""], ["b"]])
  }

  @Test func anOpenQuoteIsToldByItsLine() {
    #expect(Records("a,b\nc,\"d\ne,f\ng").openQuote == 2)
    #expect(Records("a,\"x\ny\",\"z").openQuote == 2)
    #expect(Records("a,\"").openQuote == 1)
  }

  @Test func everyBlockBorderGivesTheSameRecords() {
    let text =
      "\u{FEFF}id,\"na\"\"me\"\r\n1,\"two\r\nlines\",\r\n\"\"\"\",é表,\"a,b\"\r2,\"\"\n\n3, x ,y"
    let whole = Records(text)
    #expect(whole.rows.count == 6)
    for size in 4...text.utf8.count + 1 { #expect(Records(text, blockSize: size) == whole) }
    for step in 1...text.utf8.count { #expect(Records(text, step: step) == whole) }
    for step in 1...7 { #expect(Records(text, blockSize: 4, step: step) == whole) }
  }

  @Test func randomTablesComeBackAsTheyWereWritten() {
    var random = Chance(seed: 7)
    for _ in 0..<400 {
      let width = Int.random(in: 1...5, using: &random)
      let rows = (0..<Int.random(in: 1...8, using: &random)).map { _ in
        (0..<width).map { _ in random.cell() }
      }
      let text = rows.map { random.line($0) }.joined()
      let size = Int.random(in: 4...64, using: &random)
      let found = Records(text, blockSize: size, step: Int.random(in: 1...64, using: &random))
      #expect(found.rows == rows.map { $0.map { $0.trimmed } }, "\(text.debugDescription)")
    }
  }

  @Test func randomBytesEndWithoutATrap() {
    var random = Chance(seed: 11)
    let alphabet = Array("\",\n\r a1é".utf8) + [0, 0xFF]
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      #expect(Records(bytes, blockSize: 5, step: 3) == Records(bytes))
    }
  }
}

/// Numbers that are the same in every run.
private struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A text with everything that needs quoting now and then.
  mutating func cell() -> String {
    let pieces = ["a", "1", "é", "表", ",", "\"", "\n", "\r\n", "\r", " ", "", "-", "x y"]
    return (0..<Int.random(in: 0...6, using: &self)).map { _ in
      pieces[Int.random(in: 0..<pieces.count, using: &self)]
    }.joined()
  }

  /// A record as RFC 4180 writes it; quotes also where they are not needed.
  mutating func line(_ cells: [String]) -> String {
    let fields = cells.map { cell -> String in
      let needsQuotes = cell.unicodeScalars.contains { ",\"\n\r".unicodeScalars.contains($0) }
      guard needsQuotes || Bool.random(using: &self) else { return cell }
      return "\""
        + cell.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"") + "\""
    }
    let end = ["\n", "\r\n", "\r"][Int.random(in: 0..<3, using: &self)]

    return fields.joined(separator: ",") + end
  }
}

extension String {
  /// Without white space at its ends.
  fileprivate var trimmed: String {
    Array(utf8).withUnsafeBufferPointer { CellBytes($0).trimmed.text }
  }
}
