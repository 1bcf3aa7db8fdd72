import Metrics
import Testing

@testable import MetricsStore

@Suite struct MergedCells {
  private func reading(_ areas: [String], _ rows: [[String]], from first: Int = 1) -> String {
    var file = WorkbookFile()
    let cells = rows.enumerated().map { row, texts in
      let number = first + row
      return "<row r=\"\(number)\">"
        + texts.enumerated().map { column, text in
          let place = CellReference(column: column, row: number)
          if text.isEmpty { return #"<c r="\#(place)"/>"# }
          let kind = Double(text) == nil ? #" t="str""# : ""
          return #"<c r="\#(place)"\#(kind)><v>\#(text)</v></c>"#
        }.joined() + "</row>"
    }
    file.sheet =
      "<sheetData>\(cells.joined())</sheetData><mergeCells>"
      + areas.map { #"<mergeCell ref="\#($0)"/>"# }.joined() + "</mergeCells>"
    return file.reading.text
  }

  @Test func aHeaderOverSeveralColumnsStandsInEach() {
    #expect(
      reading(
        ["A1:A2", "B1:C1", "D1:E1"],
        [["日付", "検索", "", "表示", ""], ["", "費用", "件数", "費用", "件数"], ["1", "2", "3", "4", "5"]])
        == "日付,検索,検索,表示,表示\n日付,費用,件数,費用,件数\n1,2,3,4,5\n")
  }

  @Test func aTitleAloneInItsRowStandsOnce() {
    #expect(
      reading(["A1:C1"], [["レポート", "", ""], ["a", "b", "c"]]) == "レポート\na,b,c\n")
  }

  @Test func aLabelGoesDownItsRowsAndANumberDoesNot() {
    #expect(
      reading(
        ["A20:A22", "B20:B22"],
        [["Google", "100", "1"], ["", "", "2"], ["", "", "3"], ["Meta", "50", "4"]], from: 20)
        == String(repeating: "\n", count: 19) + "Google,100,1\nGoogle,,2\nGoogle,,3\nMeta,50,4\n")
  }

  @Test func whatReadsLikeAnAreaInACellIsNone() {
    #expect(
      reading([], [[#":mergeCell ref="A1:A2"/>"#, "x"], ["", "y"]]).hasSuffix("\n,y\n"))
  }

  @Test func areasThatCannotBeAreIgnored() {
    #expect(
      reading(["C3:A1", "A1", "", "A0:B1", "A1:ZZZZ9", "A1:A1048577"], [["x", "1"], ["", "2"]])
        == "x,1\n,2\n")
  }
}
