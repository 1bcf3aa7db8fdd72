import Metrics
import Testing

@testable import MetricsStore

/// The source that its keys describe, beside files, date and a measure.
private func source(_ keys: String) -> SourceDefinition? {
  load(
    """
    sources: {s: {files: a.csv, date: Day, measures: {cost: Cost}, \(keys)}}
    metrics: {cost: {from: s.cost}}
    """
  ).definitions?.source("s")
}

@Suite struct SourceFormats {
  @Test func everyKeyIsRead() {
    let format = source(
      """
      encoding: Shift_JIS, delimiter: ";", quote: "'", escape: "\\\\", comment: "#", header: 3-4,
       table: 2, decimal: ",", date_order: dmy
      """)?.format
    var expected = FileFormat()
    expected.encoding = .cp932
    expected.delimiter = UInt8(ascii: ";")
    expected.quote = .byte(UInt8(ascii: "'"))
    expected.escape = UInt8(ascii: "\\")
    expected.comment = "#"
    expected.header = .lines(3...4)
    expected.table = .number(2)
    expected.decimal = UInt8(ascii: ",")
    expected.dateOrder = .dayMonthYear
    #expect(format == expected)
  }

  @Test func whatIsNotSaidIsLeftToBeFoundOut() {
    #expect(source("cadence: day")?.format == FileFormat())
  }

  @Test(arguments: [
    ("utf-8", TextEncoding.utf8), ("UTF8", .utf8), ("cp932", .cp932), ("sjis", .cp932),
    ("Windows-31J", .cp932), ("utf-16", .utf16LittleEndian), ("UTF-16BE", .utf16BigEndian),
    ("latin1", .windows1252), ("ISO-8859-1", .windows1252), ("cp1252", .windows1252),
  ])
  func encodingsHaveTheirUsualNames(_ pair: (String, TextEncoding)) {
    #expect(source("encoding: \(pair.0)")?.format.encoding == pair.1)
  }

  @Test(
    arguments: [
      ("tab", 9), ("\"\\t\"", 9), ("\";\"", 0x3B), ("\"|\"", 0x7C), ("pipe", 0x7C), ("comma", 0x2C),
      ("\" \"", 0x20), ("space", 0x20), ("\"^\"", 0x5E),
    ] as [(String, UInt8)])
  func delimitersAreCharactersOrNames(_ pair: (String, UInt8)) {
    #expect(source("delimiter: \(pair.0)")?.format.delimiter == pair.1)
  }

  @Test func noQuoteAndNoHeaderCanBeSaid() {
    #expect(source("quote: none")?.format.quote == FileFormat.Quote.none)
    #expect(source("header: none")?.format.header == FileFormat.Header.none)
    #expect(source("header: 3")?.format.header == .lines(3...3))
  }

  @Test func aSheetIsNamedAndATableIsNamedOrCounted() {
    #expect(source("sheet: 2025")?.format.table == .named("2025"))
    #expect(source("table: 2")?.format.table == .number(2))
    #expect(source("table: Freeform table (2)")?.format.table == .named("Freeform table (2)"))
  }

  @Test(arguments: [
    Mistake("bad-value", formatted("encoding: ‸euc-jp")),
    Mistake("bad-value", formatted("delimiter: ‸\";;\"")),
    Mistake("bad-value", formatted("delimiter: ‸x")),
    Mistake("bad-value", formatted("delimiter: ‸\"；\"")),
    Mistake("bad-value", formatted("quote: ‸\"''\"")),
    Mistake("bad-value", formatted("escape: ‸\"\\\\\\\\\"")),
    Mistake("bad-value", formatted("comment: ‸\"a much too long text\"")),
    Mistake("bad-value", formatted("header: ‸0")),
    Mistake("bad-value", formatted("header: ‸4-3")),
    Mistake("bad-value", formatted("header: ‸1-99999999999999999999")),
    Mistake("bad-value", formatted("header: ‸first")),
    Mistake("bad-value", formatted("table: ‸0")),
    Mistake("bad-value", formatted("table: ‸-1")),
    Mistake("conflicting-keys", formatted("sheet: a, ‸table: 2")),
    Mistake("conflicting-keys", formatted("‸delimiter: \"'\", quote: \"'\"")),
    Mistake("bad-value", formatted("decimal: ‸\";\"")),
    Mistake("bad-value", formatted("date_order: ‸ddmmyy")),
    Mistake("wrong-kind", formatted("encoding: ‸[utf-8]")),
    Mistake("bad-value", formatted("measures: {c: {column: Cost, scale: ‸percentage}}", "")),
    Mistake("conflicting-keys", formatted("measures: {c: {‸sum: Cost, column: Cost}}", "")),
    Mistake("missing-key", formatted("measures: {‸c: {scale: percent}}", "")),
    Mistake("unknown-key", formatted("measures: {c: {column: Cost, ‸unit: 千円}}", "")),
  ])
  func aMistakeInAFormatIsNamedAtItsPlace(_ mistake: Mistake) {
    #expect(lines(load(mistake.text)) == ["kpi.yaml:\(mistake.place) \(mistake.code)"])
  }

  @Test func aWrongValueSaysWhatIsPossible() {
    let loaded = load(Mistake("", formatted("encoding: shift-jiss")).text)
    #expect(loaded.issues.map(\.message) == ["“shift-jiss” is not an encoding that can be read"])
    #expect(
      loaded.issues.map(\.help)
        == ["possible: utf-8, utf-16le, utf-16be, cp932, windows-1252"])
  }

  @Test func aMeasureSaysItsScale() {
    let loaded = load(
      """
      sources:
        s:
          files: a.csv
          date: Day
          measures: {ctr: {column: [CTR, クリック率], scale: percent}, cost: {column: 費用, scale: thousand}}
      metrics: {cost: {from: s.cost}}
      """)
    let measures = loaded.definitions?.source("s")?.measures
    #expect(measures?.map(\.scale) == [.percent, .thousand])
    #expect(measures?.first?.column == ["CTR", "クリック率"])
    #expect(NumberScale.allCases.map(\.exponent) == [-2, 0, 3, 4, 6, 8, 9, -6])
  }
}

/// Definitions of one source with the keys, and no metrics.
private func formatted(_ keys: String, _ measures: String = ", measures: {a: b}") -> String {
  "metrics: {}\nsources: {s: {files: a.csv, date: d, \(keys)\(measures)}}"
}
