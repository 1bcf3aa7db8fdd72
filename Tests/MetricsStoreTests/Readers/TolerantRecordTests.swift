import Testing

@testable import MetricsStore

/// The records that a tolerant reader makes of bytes.
struct TolerantRecords: Equatable {
  var rows: [[String]] = []
  var lines: [Int] = []
  var repairs: [Repair?] = []
  var openQuote: Int?

  init(
    _ text: String, width: Int? = nil, dialect: Dialect = .standard, blockSize: Int = 1 << 16,
    step: Int = .max
  ) {
    self.init(
      Array(text.utf8), width: width, dialect: dialect, blockSize: blockSize, step: step)
  }

  init(
    _ bytes: [UInt8], width: Int? = nil, dialect: Dialect = .standard, blockSize: Int = 1 << 16,
    step: Int = .max
  ) {
    var reader = RecordReader(
      dialect: dialect, tolerance: .init(width: width), blockSize: blockSize,
      supply: BytesInPieces(bytes: bytes, step: step).supply)
    while case .record? = try? reader.advance() {
      rows.append(reader.fields.indices.map { reader.text($0) })
      lines.append(reader.line)
      repairs.append(reader.repair)
    }
    openQuote = reader.openQuoteLine
  }
}

@Suite struct DamagedRecords {
  @Test func anOpeningQuoteWithoutACloseIsACharacter() {
    let records = TolerantRecords("\"a,b,c\nd,\"e,f\n", width: 3)
    #expect(records.rows == [["\"a", "b", "c"], ["d", "\"e", "f"]])
    #expect(
      records.repairs == [Repair(kind: .strayQuote, field: 0), Repair(kind: .openQuote, field: 1)])
  }

  @Test func anExtraQuoteBeforeAQuotedTextIsPartOfIt() {
    let records = TolerantRecords("1,\"\"two, three\",\"four\"\n", width: 3)
    #expect(records.rows == [["1", "\"two, three", "four"]])
    #expect(records.repairs.first??.kind == .strayQuote)
  }

  @Test func anExtraQuoteBeforeAPlainCellDoesNotEatTheNextText() {
    let records = TolerantRecords("1,\"2,3,\"four, five\",6\n", width: 5)
    #expect(records.rows == [["1", "\"2", "3", "four, five", "6"]])
  }

  @Test func aQuoteAtTheEndOfALineDoesNotEatTheNextLine() {
    let records = TolerantRecords("1,2,\"\n3,\"4\",5\n6,\"7, 8\",9\n", width: 3)
    #expect(records.rows == [["1", "2", "\""], ["3", "4", "5"], ["6", "7, 8", "9"]])
    #expect(records.lines == [1, 2, 3])
  }

  @Test func quotesThatAreNotDoubledStayInTheirText() {
    let text = "1,\"Boxer, 5\" Inseam\",\"x\"\n2,\"Round 48\"\",\"made, here\"\n3,\"a \"b\" c\",d\n"
    #expect(
      TolerantRecords(text, width: 3).rows
        == [
          ["1", "Boxer, 5\" Inseam", "x"], ["2", "Round 48\"", "made, here"],
          ["3", "a \"b\" c", "d"],
        ])
  }

  @Test func textBehindAClosingQuoteIsNotLost() {
    #expect(TolerantRecords("\"a\"b,c\n", width: 2).rows == [["\"a\"b", "c"]])
    #expect(TolerantRecords("\"a\"b,c\n").rows == [["\"a\"b", "c"]])
  }

  @Test func aTextOfSeveralLinesWithAStrayQuoteIsStillOneCell() {
    let records = TolerantRecords("1,\"a 5\" b\nnext\",3\n4,5,6\n", width: 3)
    #expect(records.rows == [["1", "a 5\" b\nnext", "3"], ["4", "5", "6"]])
    #expect(records.lines == [1, 3])
  }

  @Test func linesInProperQuotesAreNoDamage() {
    let text = "1,\"a\nb\nc\",2\n3,\"d\n\ne\",4\n"
    let records = TolerantRecords(text, width: 3)
    #expect(records.rows == [["1", "a\nb\nc", "2"], ["3", "d\n\ne", "4"]])
    #expect(records.repairs == [nil, nil])
  }

  @Test func aStrayQuoteDoesNotSwallowRowsUpToTheNextOne() {
    let rows = (1...9).map { "\($0),b,c,d,e\n" }.joined()
    let records = TolerantRecords("0,\"b,c,d,e\n" + rows + "x,5\",c,d,e\n", width: 5)
    #expect(records.rows.count == 11)
    #expect(records.rows[0] == ["0", "\"b", "c", "d", "e"])
    #expect(records.rows[10] == ["x", "5\"", "c", "d", "e"])
  }

  @Test func aQuoteOpenAtTheEndSwallowsNothing() {
    let records = TolerantRecords("a,b\nc,\"d\ne,f\ng,h")
    #expect(records.rows == [["a", "b"], ["c", "\"d"], ["e", "f"], ["g", "h"]])
    #expect(records.openQuote == 2)
  }

  @Test func aTextMayBeLongButNotEndless() {
    let long = String(repeating: "long text\n", count: 50_000)
    #expect(TolerantRecords("a,\"\(long)\"\nb,c\n").rows.count == 2)
    let endless = String(repeating: "x,y\n", count: 400_000)
    let records = TolerantRecords("a,\"b\n" + endless + "c,d\"\n")
    #expect(records.rows.count == 400_002)
    #expect(records.rows[0] == ["a", "\"b"])
  }

  @Test func commentsAreNoRecords() {
    let dialect = Dialect(comment: Array("//".utf8))
    let records = TolerantRecords("// a \"b\na,b\n//c\r\nd,e\n/f,g\n//", dialect: dialect)
    #expect(records.rows == [["a", "b"], ["d", "e"], ["/f", "g"]])
    #expect(records.lines == [2, 4, 5])
  }

  @Test func theBlocksDoNotMatter() {
    let text =
      "h,i,j\n1,\"2,3\n\"a\"b,c,d\r\n4,\"x \"y\" z\",5\n\"\"q,r\",s,t\n6,\"\n7,8\",9\n\"open,1,2"
    let bytes = Array(text.utf8)
    let whole = TolerantRecords(bytes, width: 3)
    for size in 4...40 { #expect(TolerantRecords(bytes, width: 3, blockSize: size) == whole) }
    for step in 1...9 { #expect(TolerantRecords(bytes, width: 3, step: step) == whole) }
  }

  @Test func randomDamageEndsWithoutATrapAndLosesNoLine() {
    var random = SeededNumbers(seed: 5)
    let alphabet = Array("\"\"\",,\n\r a1\\".utf8)
    for round in 0..<3000 {
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      let width = round % 3 == 0 ? nil : Int.random(in: 1...4, using: &random)
      let dialect = Dialect(escape: round % 2 == 0 ? nil : UInt8(ascii: "\\"))
      let whole = TolerantRecords(bytes, width: width, dialect: dialect)
      let pieces = TolerantRecords(
        bytes, width: width, dialect: dialect, blockSize: 5, step: 2)
      #expect(pieces == whole, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
      // Every byte that is no quote, escape or separator is in some cell.
      let letters = bytes.count { $0 == UInt8(ascii: "a") || $0 == UInt8(ascii: "1") }
      let kept = whole.rows.joined().joined().utf8.count {
        $0 == UInt8(ascii: "a") || $0 == UInt8(ascii: "1")
      }
      #expect(kept == letters, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
  }
}

@Suite struct RecordsInDialects {
  /// Cells with everything that needs quoting now and then.
  private func cell(_ random: inout SeededNumbers, _ special: [String]) -> String {
    let pieces = ["a", "1", "é", "表", "-", "x y", ".5", "", "b"] + special
    return (0..<Int.random(in: 0...5, using: &random)).map { _ in
      pieces[Int.random(in: 0..<pieces.count, using: &random)]
    }.joined()
  }

  @Test func randomTablesComeBackFromEveryDialect() {
    var random = SeededNumbers(seed: 3)
    for delimiter in ",;\t|:^" {
      for quote in "\"'" {
        for escape in [nil, "\\"] as [Character?] {
          for end in ["\n", "\r\n", "\r"] {
            for isFull in [true, false] {
              let dialect = Dialect(
                delimiter: delimiter.asciiValue ?? 0, quote: quote.asciiValue,
                escape: escape?.asciiValue)
              let special =
                [String(delimiter), String(quote), "\n", "\r\n"]
                + (escape.map { [String($0)] } ?? [])
              for _ in 0..<12 {
                let width = Int.random(in: 1...4, using: &random)
                let rows = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                  (0..<width).map { _ in cell(&random, special) }
                }
                let text = rows.map { row in
                  row.map { written($0, delimiter, quote, escape, isFull) }
                    .joined(separator: String(delimiter)) + end
                }.joined()
                var reader = RecordReader(
                  dialect: dialect, tolerance: .init(), blockSize: 16,
                  supply: BytesInPieces(bytes: Array(text.utf8), step: 7).supply)
                var found: [[String]] = []
                while case .record? = try? reader.advance() {
                  found.append(reader.fields.indices.map { reader.rawCell($0).text })
                }
                #expect(found == rows, "\(text.debugDescription)")
              }
            }
          }
        }
      }
    }
  }

  /// A cell as a writer of the dialect writes it; quotes only where they are needed, or always.
  private func written(
    _ cell: String, _ delimiter: Character, _ quote: Character, _ escape: Character?, _ isFull: Bool
  ) -> String {
    let special: Set<Character> = [delimiter, quote, "\n", "\r\n", "\r", escape ?? quote]
    guard isFull || cell.contains(where: special.contains) else { return cell }
    var text = ""
    for character in cell {
      if let escape, character == escape || character == quote { text.append(escape) }
      if escape == nil, character == quote { text.append(quote) }
      text.append(character)
    }
    return "\(quote)\(text)\(quote)"
  }
}
