import Metrics
import Testing

@testable import MetricsStore

@Suite struct CleanTables {
  private let damaged = #"""
    Visits of our shops;;
    ;;
    day;shop;visits
    2025-07-01;Harbour;"1,204"
    2025-07-02;"by the ""quay""";7
    2025-07-03;two, commas;
    ;;

    Source: the tills
    """#

  @Test func theFirstTableIsWrittenAsCommasAndQuotesWantIt() {
    let read = ReadExport(damaged)
    #expect(
      read.text == #"""
        day,shop,visits
        2025-07-01,Harbour,"1,204"
        2025-07-02,"by the ""quay""",7
        2025-07-03,"two, commas",

        """#)
    #expect(read.codes == ["footer"])
  }

  @Test func cellsStayAsTheyStand() {
    let text = "id, name ,n\n1,  padded  ,=1+1\n2,\u{1B}[31mred,-5\n3,+x,@y\n"
    #expect(ReadExport(text).text == text)
  }

  @Test func damageIsToldByItsPlace() {
    let read = ReadExport("id,name,n\n1,\"a\"b,2\n2,c,3\n3,d\n4,e,5\n5,f,6,7\n")
    #expect(read.text == "id,name,n\n1,\"\"\"a\"\"b\",2\n2,c,3\n3,d\n4,e,5\n5,f,6,7\n")
    #expect(read.codes == ["stray-quote", "ragged-row", "ragged-row"])
    #expect(read.issues.map(\.place.line) == [2, 4, 6])
    #expect(read.issues[0].place.column == 3)
  }

  @Test func anotherTableIsToldAndCanBeAskedFor() {
    let text = "a,b\nx,1\ny,2\n\nStaff\nc,d,e\nz,3,4\nw,5,6\n"
    #expect(ReadExport(text).text == "a,b\nx,1\ny,2\n")
    #expect(ReadExport(text).codes == ["more-tables"])
    #expect(ReadExport(text, .number(2)).text == "c,d,e\nz,3,4\nw,5,6\n")
    #expect(ReadExport(text, .named("staff")).text == "c,d,e\nz,3,4\nw,5,6\n")
    #expect(ReadExport(text, .all).text == "a,b\nx,1\ny,2\n\nc,d,e\nz,3,4\nw,5,6\n")
    #expect(ReadExport(text, .number(3)).failure != nil)
    #expect(ReadExport(text, .named("Visits")).failure != nil)
  }

  @Test func objectsHaveAKeyForEveryColumn() {
    let text = "name,n,,n\n\"a \"\"b\"\"\\\",1,2,3\n\u{1}\u{85}é,4\n"
    #expect(
      ReadExport(text, as: .ndjson).text == """
        {"name": "a \\"b\\"\\\\", "n": "1", "column3": "2", "n (2)": "3"}
        {"name": "\\u0001\\u0085é", "n": "4"}

        """)
    #expect(
      ReadExport("1,x\n2,y\n", as: .json).text == """
        [
          {"column1": "1", "column2": "x"},
          {"column1": "2", "column2": "y"}
        ]

        """)
    #expect(ReadExport("", as: .json).text == "[]\n")
    #expect(
      ReadExport("a,b\nx,1\n\nStaff\nc,d,e\nz,3,4\n", .all, as: .json).text == """
        [
        {"table": 1, "name": null, "rows": [
          {"a": "x", "b": "1"}
        ]},
        {"table": 2, "name": "Staff", "rows": [
          {"c": "z", "d": "3", "e": "4"}
        ]}
        ]

        """)
  }

  @Test func typedCellsAreSpelledAlikeAndTotalsLeftOut() {
    let text = """
      日,キャンペーン,費用,率
      2025/7/1,検索_指名,"¥1,203",7.32%
      2025年7月2日,検索_一般,５００,6.78%
      2025/07/03,動画,--,
      合計,,"1,703",7.1%
      """
    let read = ReadExport(text, isTyped: true)
    #expect(
      read.text == """
        日,キャンペーン,費用,率
        2025-07-01,検索_指名,1203,0.0732
        2025-07-02,検索_一般,500,0.0678
        2025-07-03,動画,,

        """)
    #expect(read.codes == ["totals"])
    #expect(
      ReadExport(text, as: .ndjson, isTyped: true).text.hasPrefix(
        "{\"日\": \"2025-07-01\", \"キャンペーン\": \"検索_指名\", \"費用\": 1203, \"率\": 0.0732}\n"))
  }

  @Test func aSummaryUnderTheHeaderIsLeftOutWhereTheRowsAddUpToIt() {
    let text = "name,day,cost\n,2025-07-01,30\na,2025-07-01,10\nb,2025-07-01,20\n"
    #expect(
      ReadExport(text, isTyped: true).text == "name,day,cost\na,2025-07-01,10\nb,2025-07-01,20\n")
    let other = "name,day,cost\n,2025-07-01,31\na,2025-07-01,10\nb,2025-07-01,20\n"
    #expect(ReadExport(other, isTyped: true).text == other)
  }

  @Test func encodingsBecomeUTF8() {
    // CP932 of 名前,数\n表,1\nソ,2\n
    let bytes = [UInt8](hex: "96BC914F2C9094 0A 955C2C31 0A 835C2C32 0A")
    #expect(ReadExport(bytes).text == "名前,数\n表,1\nソ,2\n")
    #expect(
      ReadExport([UInt8](hex: "612C620A 78FF2C31 0A 79C3A92C32 0A 7AC3A92C330A")).text.contains(
        "\u{FFFD}"))
  }

  @Test func whatIsGivenIsTaken() {
    var format = FileFormat()
    format.delimiter = UInt8(ascii: ";")
    format.header = FileFormat.Header.none
    #expect(ReadExport("a,b\nc,d;e\n", format: format).text == "\"a,b\"\n\"c,d\",e\n")
    format = FileFormat()
    format.header = .lines(2...2)
    #expect(ReadExport("x,1\ny,2\nz,3\n", format: format).text == "y,2\nz,3\n")
  }

  @Test func emptyFilesHaveNoTable() {
    #expect(ReadExport("").text == "")
    #expect(ReadExport("\n \n").text == "")
    #expect(ReadExport("", .number(1)).failure != nil)
  }

  @Test func aSinkThatIsFullEndsTheReading() {
    let folder = TemporaryFolder()
    folder.write("a,b\n" + String(repeating: "some text,12345\n", count: 200_000), to: "long.csv")
    var taken = 0
    let file = ExportFile(path: folder.path + "/long.csv", name: "long.csv")
    _ = try? file.write(.first, as: .csv, isTyped: false) { block in
      taken += block.count
      return taken < 100_000
    }
    #expect((100_000..<400_000).contains(taken))
  }
}

@Suite struct OutlinesOfExports {
  @Test func anOutlineTellsWhatIsWhere() throws {
    let outline = try ExportOutline(
      "# Report\r\n# From: 2025-07-01\r\nday;visits\r\n2025-07-01;10\r\n2025-07-02;\r\n\r\nSource: tills\r\n"
    )
    #expect(outline.form == "text")
    #expect(outline.encoding?.name == "utf-8")
    #expect(outline.dialect?.delimiter == UInt8(ascii: ";"))
    #expect(outline.dialect?.lineEnds == "CRLF")
    let table = try #require(outline.tables.first)
    #expect(outline.tables.count == 1)
    #expect(table.name == "Report")
    #expect(table.preamble.map(\.number) == [1, 2])
    #expect(table.header == 3...3)
    #expect(table.rows == 2 && table.lines == 4...5)
    #expect(table.columns.map(\.name) == ["day", "visits"])
    #expect(table.columns.map(\.type) == ["dates", "whole numbers"])
    #expect(table.columns.map(\.missing) == [0, 1])
    #expect(
      outline.leftOut == [
        .init(reason: "preamble", lines: 1...2), .init(reason: "blank", lines: 6...6),
        .init(reason: "footer", lines: 7...7),
      ])
  }

  @Test func aFileThatIsNotThereIsAFailure() {
    let file = ExportFile(path: "/nowhere/at/all.csv", name: "all.csv")
    #expect(throws: ExportFile.Failure.self) { try file.outline() }
  }
}

@Suite struct HostileExports {
  private static let megabyte = 1 << 20

  @Test(arguments: [
    "\"", ",", ";", "\n", "\r", "\0", "a", "\"\n", ",\"", "\"\"\n", "'", "\\\"", "#", " ", "1,\"\n",
  ])
  func aMegabyteOfOneThingEndsSoon(_ piece: String) {
    let count = HostileExports.megabyte / piece.utf8.count
    let bytes = Array(String(repeating: piece, count: count).utf8)
    _ = ReadExport(bytes)
    _ = ReadExport(Array("a,b\n1,2\n3,4\n".utf8) + bytes, .all, as: .ndjson)
    _ = ReadExport(Array("a,b\n1,2\n3,4\n".utf8) + bytes, isTyped: true)
  }

  @Test func randomBytesEndWithoutATrap() {
    var random = SeededNumbers(seed: 17)
    let alphabet = Array("\"\"',,;\t|\n\n\r #\\a1.-:/é表".utf8) + [0, 0xFF, 0xEF, 0xBB]
    for _ in 0..<400 {
      let bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      let plain = ReadExport(bytes)
      #expect(plain.failure == nil || plain.text.isEmpty)
      _ = ReadExport(bytes, .all, as: .json, isTyped: true)
    }
  }
}
