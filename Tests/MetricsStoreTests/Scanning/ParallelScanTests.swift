import Testing

@testable import MetricsStore

@Suite struct RowsOfTheParallelScan {
  @Test func soundFilesGiveTheirRowsWhateverTheChunks() throws {
    let text =
      "1,\"two\r\nlines\",\r\n\"\"\"\",é表,\"a,b\"\r2,\"\",\n\n3, x ,y\n"
      + "\"long \(String(repeating: "x\n", count: 90))\",b,c\nx,y\nx,,\n5,6,7"
    let whole = try RowsRead(inOrder: Array(text.utf8), shape: RowWidth(least: 3, most: 3))
    #expect(whole.rows.map(\.line) == [1, 3, 4, 6, 7, 99, 100])
    #expect(whole.rows.map(\.cells[0]).last == "5")
    #expect(whole.counts == [6, 2, 0])
    for chunkSize in stride(from: 64, through: 512, by: 64) {
      for threads in 1...4 {
        let read = try RowsRead(
          Array(text.utf8), shape: RowWidth(least: 3, most: 3), chunkSize: chunkSize,
          threads: threads)
        #expect(read == whole)
      }
    }
  }

  @Test(arguments: 0..<40) func randomTablesGiveWhatReadingInOrderGives(seed: Int) throws {
    var random = Chance(seed: UInt64(seed))
    for _ in 0..<25 {
      try expectEqual(random.table(), &random)
    }
  }

  @Test(arguments: 0..<40) func damagedTablesGiveWhatReadingInOrderGives(seed: Int) throws {
    var random = Chance(seed: 1000 + UInt64(seed))
    for _ in 0..<25 {
      var bytes = random.table()
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        random.damage(&bytes)
      }
      try expectEqual(bytes, &random)
    }
  }

  @Test(arguments: 0..<40) func randomBytesGiveWhatReadingInOrderGives(seed: Int) throws {
    var random = Chance(seed: 2000 + UInt64(seed))
    let alphabets = ["\",\n\r a", "\",\n a1é", "\"\n", "\",\r\nxy  表ab12345", ",\n\rab"]
    for _ in 0..<25 {
      let alphabet = Array(alphabets.randomElement(using: &random)!.utf8)
      let bytes = (0..<Int.random(in: 0...700, using: &random)).map { _ in
        alphabet.randomElement(using: &random)!
      }
      try expectEqual(bytes, &random)
    }
  }

  @Test func aRecordLongerThanRecordsMayBeEndsTheRows() throws {
    let long = "a,b\n\"" + String(repeating: "long,\n", count: 3 << 20) + "\",c\nd,e\n"
    let shape = RowWidth(least: 2, most: 2)
    let bytes = Array(long.utf8)
    let read = try RowsRead(bytes, shape: shape, chunkSize: 1 << 16, threads: 3)
    #expect(read == (try RowsRead(inOrder: bytes, shape: shape)))
  }

  private func expectEqual(_ bytes: [UInt8], _ random: inout Chance) throws {
    let width = Int.random(in: 1...4, using: &random)
    let shape = RowWidth(least: Int.random(in: 1...width, using: &random), most: width)
    let whole = try RowsRead(inOrder: bytes, shape: shape)
    for chunkSize in [64, 64 * Int.random(in: 2...6, using: &random)] {
      let threads = Int.random(in: 1...4, using: &random)
      let read = try RowsRead(bytes, shape: shape, chunkSize: chunkSize, threads: threads)
      #expect(
        read == whole,
        "chunks of \(chunkSize), \(threads) threads: \(String(decoding: bytes, as: UTF8.self).debugDescription)"
      )
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

  /// A table with everything that needs quoting now and then.
  mutating func table() -> [UInt8] {
    let pieces = [
      "a", "1", "é", "表", ",", "\"\"", "\n", "\r\n", "\r", " ", "", "-", "x y", "12345",
    ]
    let hasQuotes = Int.random(in: 0..<4, using: &self) > 0
    let ends = [["\n"], ["\r\n"], ["\r"], ["\n", "\r\n", "\r"]].randomElement(using: &self)!
    var text = ""
    for _ in 0..<Int.random(in: 0...40, using: &self) {
      let cells = (0..<Int.random(in: 1...4, using: &self)).map { _ -> String in
        let isQuoted = hasQuotes && Bool.random(using: &self)
        let content = (0..<Int.random(in: 0...5, using: &self)).map { _ in
          pieces.randomElement(using: &self)!
        }.joined()
        let plain = content.unicodeScalars.filter { !",\"\r\n".unicodeScalars.contains($0) }
        return isQuoted ? "\"\(content)\"" : String(String.UnicodeScalarView(plain))
      }
      text += cells.joined(separator: ",") + ends.randomElement(using: &self)!
    }
    if Bool.random(using: &self) { text += "1,2" }
    return Array(text.utf8)
  }

  /// Puts something in, or takes a byte away.
  mutating func damage(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &self)
    if Int.random(in: 0..<4, using: &self) == 0 {
      bytes.remove(at: place)
    } else {
      bytes.insert(Array("\"\",\n\ra".utf8).randomElement(using: &self)!, at: place)
    }
  }
}
