import Metrics
import Testing

@testable import MetricsStore

extension DialectGuess {
  /// The guess for a whole text.
  init(_ text: String, format: FileFormat = FileFormat()) {
    let bytes = Array(text.utf8)
    self = bytes.withUnsafeBufferPointer { DialectGuess($0, isWhole: true, format: format) }
  }
}

@Suite struct GuessedDialects {
  /// Opening hours of some shops, written in a dialect.
  private func table(
    _ delimiter: String, quote: String = "\"", isSpaced: Bool = false, end: String = "\n"
  ) -> String {
    let rows = [
      ["shop", "opened", "staff", "takings", "remark"],
      ["Harbour", "2021-04-01", "4", "1203.50", "by the quay, ground floor"],
      ["Station", "2019-11-15", "12", "9877.00", "kiosk; open daily"],
      ["Old Town", "2020-02-29", "3", "455.25", "says \(quote)\(quote)closed\(quote)\(quote)"],
      ["Airport", "2022-08-08", "9", "7040.10", "gate | level 2"],
    ]
    return rows.map { row in
      row.enumerated().map { $0 == 4 ? quote + $1 + quote : $1 }
        .joined(separator: delimiter + (isSpaced ? " " : ""))
    }.joined(separator: end) + end
  }

  @Test(arguments: [",", ";", "\t", "|", ":", "^", "~"])
  func theDelimiterIsTheOneThatMakesATable(_ delimiter: String) {
    // Times would hold colons.
    let guess = DialectGuess(table(delimiter))
    #expect(guess.dialect.delimiter == delimiter.utf8.first)
    #expect(guess.dialect.quote == UInt8(ascii: "\""))
    #expect(guess.dialect.escape == nil)
    #expect(!guess.dialect.skipsSpaces)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func lineEndsDoNotMatter(_ end: String) {
    #expect(DialectGuess(table(";", end: end)).dialect == Dialect(delimiter: 0x3B))
  }

  @Test func spacesBehindDelimitersBelongToThem() {
    let dialect = DialectGuess(table(",", isSpaced: true)).dialect
    #expect(dialect.delimiter == UInt8(ascii: ",") && dialect.skipsSpaces)
  }

  @Test func singleQuotesAreSeen() {
    let dialect = DialectGuess(table(",", quote: "'")).dialect
    #expect(dialect.quote == UInt8(ascii: "'"))
    #expect(dialect.delimiter == UInt8(ascii: ","))
  }

  @Test func apostrophesAreNoQuotes() {
    let text = "name,price\nMen's Boots,12\n'til dawn,13\nO'Neill,8\nrock 'n' roll,7\n"
    #expect(DialectGuess(text).dialect == .standard)
  }

  @Test func decimalCommasDoNotMakeColumns() {
    let text = "Datum;Kosten;Klicks\n01.07.2025;1,5;12\n02.07.2025;22,75;9\n03.07.2025;3,0;4\n"
    #expect(DialectGuess(text).dialect.delimiter == UInt8(ascii: ";"))
  }

  @Test func groupedNumbersInTabbedTextStayWhole() {
    let text = "a\tb\tc\n1,234\t5,678\t9,012\n2,345\t6,789\t1,234\n"
    #expect(DialectGuess(text).dialect.delimiter == UInt8(ascii: "\t"))
  }

  @Test func backslashesBeforeQuotesAreEscapes() {
    let text = #"""
      id,text,n
      1,"a \"good\" one",3
      2,"plain, old",4
      3,"ends in \\",5
      4,"24\"",6
      """#
    let dialect = DialectGuess(text).dialect
    #expect(dialect.escape == UInt8(ascii: "\\"))
    #expect(dialect.quote == UInt8(ascii: "\""))
  }

  @Test func pathsThatEndInABackslashAreNoEscapes() {
    let text = #"""
      id,"folder",n
      1,"C:\data\",3
      2,"D:\old\",4
      3,"E:\",5
      """#
    #expect(DialectGuess(text).dialect.escape == nil)
  }

  @Test func linesAboveAndBelowDoNoHarm() {
    let text = """
      # Report: visits; all
      # From: 2025-07-01; to: 2025-07-31
      Some words, and some more, of a title

      day,page,visits
      2025-07-01,/a,10
      2025-07-02,/b,20
      2025-07-03,/c;d,30

      Made by a tool; do not distribute
      """
    #expect(DialectGuess(text).dialect == .standard)
  }

  @Test func aColumnOfTextIsNotCut() {
    let text = "remark\nGood.\nNice, but far away\nBad\nToo small\nOld\nLoud\nFine\n"
    #expect(DialectGuess(text).dialect.delimiter == DialectGuess.noDelimiter)
    #expect(DialectGuess("name\nAda\nBo\n").dialect == .standard)
    #expect(DialectGuess("").dialect == .standard)
  }

  @Test func whatIsGivenIsTaken() {
    var format = FileFormat()
    format.delimiter = UInt8(ascii: "|")
    format.quote = FileFormat.Quote.none
    format.escape = UInt8(ascii: "!")
    format.comment = "//"
    let dialect = DialectGuess(table(","), format: format).dialect
    #expect(
      dialect
        == Dialect(
          delimiter: UInt8(ascii: "|"), quote: nil, escape: UInt8(ascii: "!"),
          comment: Array("//".utf8)))
  }

  @Test func aSampleMayEndAnywhere() {
    let bytes = Array(table(";").utf8)
    for count in 60...bytes.count {
      let guess = bytes[..<count].withUnsafeBufferPointer { DialectGuess($0, isWhole: false) }
      #expect(guess.dialect.delimiter == UInt8(ascii: ";"), "\(count)")
    }
  }
}
