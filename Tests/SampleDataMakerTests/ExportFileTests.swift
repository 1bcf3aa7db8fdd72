import Testing

@testable import SampleDataMaker

@Test func aFieldIsQuotedWhereItMustBe() {
  let file = ExportFile(
    path: "a.csv", header: ["a", "b"], rows: [["1,5", "say \"yes\""], ["plain", ""]])
  #expect(file.text == "a,b\n\"1,5\",\"say \"\"yes\"\"\"\nplain,\n")
}

@Test func excelWritesAMarkAndWindowsLines() {
  let file = ExportFile(
    path: "a.csv", header: ["a"], rows: [["1"]], habits: [.byteOrderMark, .windowsLines])
  #expect(Array(file.text.utf8) == [0xef, 0xbb, 0xbf] + Array("a\r\n1\r\n".utf8))
}

@Test(arguments: [(7, "7"), (1000, "1,000"), (12_345_006, "12,345,006")])
func thousandsAreGrouped(number: Int, text: String) {
  #expect(grouped(number) == text)
}
