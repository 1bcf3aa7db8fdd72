import Metrics
import Testing

@testable import MetricsStore

@Suite struct SheetsOfWorkbooks {
  @Test func everyRowIsTheLineOfItsNumber() {
    let file = WorkbookFile(
      rows: """
        <row r="2"><c r="A2"><v>1</v></c><c r="C2"><v>3</v></c></row>
        <row r="5"><c r="B5"><v>2</v></c></row>
        """)
    #expect(file.reading.text == "\n1,,3\n\n\n,2,\n")
  }

  @Test func rowsAndCellsWithoutReferencesFollowOneAnother() {
    let file = WorkbookFile(
      rows: "<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c/><c><v>4</v></c></row>"
        + #"<row><c r="B7"><v>9</v></c><c><v>8</v></c></row>"#)
    #expect(file.reading.text == "1,2\n\n,4\n\n\n\n,9,8\n")
  }

  @Test func aLoneCellInTheLastRowCostsALineForEachBefore() {
    let file = WorkbookFile(rows: #"<row r="1048576"><c r="XFD1048576"><v>7</v></c></row>"#)
    let lines = file.reading.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 1_048_577)
    #expect(lines[1_048_575] == String(repeating: ",", count: 16_383) + "7")
  }

  @Test func placesOutsideASheetAreRefused() {
    for row in [
      #"<row r="1"><c r="XFE1"><v>1</v></c></row>"#, #"<row r="1048577"><c><v>1</v></c></row>"#,
      #"<row r="1"><c r="A-1"><v>1</v></c></row>"#, #"<row r="1"><c r="A99999999"/></row>"#,
    ] {
      #expect(WorkbookFile(rows: row).reading.words.hasPrefix("is damaged"))
    }
  }

  @Test func sharedTextsJoinTheirRunsAndLeaveOutHowTheyArePronounced() {
    var file = WorkbookFile(
      rows: #"<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>"#)
    file.shared = """
      <si><r><rPr><b/></rPr><t>検索</t></r><r><t xml:space="preserve"> 広告</t></r></si>\
      <si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>
      """
    #expect(file.reading.text == "東京,検索 広告\n")
  }

  @Test func aNumberOfNoSharedTextIsReported() {
    var file = WorkbookFile(
      rows: #"<row r="1"><c t="s"><v>0</v></c><c t="s"><v>-1</v></c><c t="s"><v>1</v></c>"#
        + #"<c t="s"><v>99999999999999999999</v></c></row>"#)
    file.shared = "<si><t>only</t></si>"
    #expect(file.reading.text == "only\n")
    #expect(
      file.reading.issues.map(\.message) == [
        "3 cells name texts that are not in the workbook, the first of them B1"
      ])
    file.shared = nil
    #expect(file.reading.codes == ["missing-text"])
  }

  @Test func inlineTextsBooleansErrorsAndDatesStandAsTheyAre() {
    let file = WorkbookFile(
      rows: """
        <row r="1"><c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>\
        <c t="str"><f>A1</f><v>x</v></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c>\
        <c t="e"><v>#N/A</v></c><c t="d"><v>2025-07-01T10:30:00Z</v></c></row>
        """)
    #expect(file.reading.text == "ab,x,TRUE,FALSE,#N/A,2025-07-01 10:30:00\n")
    #expect(file.reading.codes == ["error-cell"])
  }

  @Test func delimitersQuotesAndLineBreaksInACellKeepItOneCellOfOneLine() {
    let file = WorkbookFile(
      rows: """
        <row r="1"><c t="str"><v>売上\n(千円)</v></c><c t="str"><v>a,b</v></c>\
        <c t="str"><v>say &quot;x&quot;</v></c><c t="str"><v>l_x000D_\nm_x005F_n_xD83D__xDE00_</v>\
        </c></row><row r="2"><c><v>1</v></c></row>
        """)
    #expect(
      file.reading.text
        == "\"売上 (千円)\",\"a,b\",\"say \"\"x\"\"\",\"l m_n😀\"\n1,,,\n")
  }

  @Test func formulasWithoutValuesAreEmptyAndReported() {
    var file = WorkbookFile(
      rows: """
        <row r="1"><c r="A1"><f>B1*2</f><v>6</v></c><c r="B1"><f>C1</f></c>\
        <c r="C1"><f>D1</f><v></v></c><c r="D1" t="str"><f>""</f><v></v></c><c><v>1</v></c></row>
        """)
    #expect(file.reading.text == "6,,,,1\n")
    #expect(
      file.reading.issues.map(\.message) == [
        "2 cells have formulas without their values, the first of them B1"
      ])
    file.properties = #"<calcPr calcId="1" fullCalcOnLoad="1"/>"#
    #expect(file.reading.codes == ["formula-without-value", "formula-not-calculated"])
  }

  @Test func hiddenColumnsAreLeftOutAndHiddenRowsAreNot() {
    var file = WorkbookFile()
    file.sheet = """
      <cols><col min="1" max="2" hidden="1"/><col min="4" max="4" hidden="true"/>\
      <col min="9" max="16384" hidden="1"/></cols><sheetData>\
      <row r="1"><c r="A1"><v>1</v></c><c r="B1"/><c r="C1"><v>3</v></c><c r="D1"><v>4</v></c>\
      <c r="E1"><v>5</v></c></row><row r="2" hidden="1"><c r="E2"><v>6</v></c></row></sheetData>
      """
    #expect(file.reading.text == "3,5\n,6\n")
    #expect(
      file.reading.issues.map(\.message) == [
        "1 row is hidden in the sheet and read all the same", "left out 2 hidden columns: A, D",
      ])
  }

  @Test func aRowThatComesTooLateIsReadWhereItStands() {
    let file = WorkbookFile(
      rows: #"<row r="3"><c><v>1</v></c></row><row r="2"><c><v>2</v></c></row>"#)
    #expect(file.reading.text == "\n\n1\n2\n")
    #expect(file.reading.codes == ["row-order"])
  }

  @Test func ofTwoCellsInOnePlaceTheLaterIsTakenAndReported() {
    let file = WorkbookFile(
      rows: #"<row r="1"><c r="B1"><v>2</v></c><c r="A1"><v>1</v></c><c r="B1"><v>3</v></c></row>"#)
    #expect(file.reading.text == "1,3\n")
    #expect(file.reading.codes == ["doubled-cell"])
  }

  @Test func prefixesAndStrictNamespacesAreReadLikeOthers() {
    var zip = ZipBytes()
    zip.add(
      "xl/workbook.xml",
      """
      <?xml version="1.0"?><x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" \
      xmlns:q="http://purl.oclc.org/ooxml/officeDocument/relationships"><x:sheets>\
      <x:sheet name="A" sheetId="1" q:id="r1"/></x:sheets></x:workbook>
      """)
    zip.add(
      "xl/_rels/workbook.xml.rels",
      #"<Relationships><Relationship Id="r1" Target="/xl/other/../a.xml" "#
        + #"Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet"/>"#
        + "</Relationships>")
    zip.add(
      "xl/a.xml",
      #"<x:worksheet xmlns:x="u"><x:sheetData><x:row x:r="1"><x:c r="A1" t="inlineStr"><x:is>"#
        + "<x:t>ok</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>")
    #expect(SheetReading(zip.bytes()).text == "ok\n")
  }

  @Test func hiddenSheetsAreListedAndNotChosen() throws {
    var file = WorkbookFile(rows: "<row><c><v>1</v></c></row>")
    file.sheets = """
      <sheet name="設定" sheetId="3" state="veryHidden" r:id="h"/>\
      <sheet name="Chart" sheetId="2" r:id="c"/><sheet name="Data" sheetId="1" r:id="rId1"/>
      """
    file.relationships += """
      <Relationship Id="h" Type="x/worksheet" Target="worksheets/h.xml"/>\
      <Relationship Id="c" Type="x/chartsheet" Target="chartsheets/c.xml"/>
      """
    let folder = TemporaryFolder()
    folder.write(file.zip.bytes(), to: "b.xlsx")
    let book = try Workbook(OpenFile(path: folder.path + "/b.xlsx"))
    #expect(book.sheets.map(\.name) == ["設定", "Data"])
    #expect(book.sheets.map(\.isHidden) == [true, false])
    #expect(book.defaultSheet == 1)
    #expect(SheetReading(file.zip.bytes()).text == "1\n")
    #expect(SheetReading(file.zip.bytes(), sheet: 0).words.contains("設定"))
  }
}
