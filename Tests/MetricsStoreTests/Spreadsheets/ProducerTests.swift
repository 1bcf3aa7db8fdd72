import Metrics
import Testing

@testable import MetricsStore

@Suite struct WorkbooksOfOtherPrograms {
  private func path(_ name: String) -> String {
    let parts = #filePath.split(separator: "/").dropLast(2)
    return "/" + parts.joined(separator: "/") + "/Fixtures/" + name
  }

  @Test func aWorkbookOfOpenpyxlIsRead() {
    let reading = SheetReading(path: path("openpyxl.xlsx"))
    #expect(reading.fault == nil)
    #expect(
      reading.text == """
        日付,チャネル,費用,CTR,合計
        2025-07-01,検索,0,1.25%,
        2025-07-02,"SNS, その他",1000.5,2.5%,
        2025-07-03,検索,2001,3.75%,

        """)
    #expect(reading.codes == ["formula-without-value"])
    #expect(SheetReading(path: path("openpyxl.xlsx"), sheet: 1).text == "\n,メモ\n")
  }

  @Test func aWorkbookOfXlsxWriterIsReadAndItsFormulasDoubted() {
    let reading = SheetReading(path: path("xlsxwriter.xlsx"))
    #expect(reading.fault == nil)
    #expect(
      reading.text == """
        When,Name,Clicks
        2025-07-01 09:30:00,"say ""hi""\",12
        2024-02-29 23:59:59,"two lines",0

        """)
    #expect(reading.codes == ["formula-not-calculated"])
  }
}
