import Metrics
import Testing

@testable import MetricsStore

@Suite struct HostileWorkbooks {
  private static let file: WorkbookFile = {
    var file = WorkbookFile(
      rows: """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>b</t></is></c></row>\
        <row r="2"><c r="A2" s="1"><v>45839</v></c><c r="B2" s="2"><f>1/3</f><v>0.3333</v></c></row>
        """)
    file.shared = "<si><t>日付</t></si>"
    file.formats = ["0", "14", "0.0%"]
    file.sheet += #"<mergeCells><mergeCell ref="A1:A2"/></mergeCells>"#
    return file
  }()

  private let bytes = file.zip.bytes()

  @Test func aWholeFileIsReadInBlocksOfAnySize() {
    for size in [1, 2, 7, 4096] {
      #expect(SheetReading(bytes, blockSize: size).text == "日付,b\n2025-07-01,33.33%\n")
    }
  }

  @Test func aFileCutShortAnywhereIsAFault() {
    for count in 0..<bytes.count {
      #expect(SheetReading(Array(bytes[..<count])).fault != nil, "cut to \(count) bytes")
    }
  }

  @Test func changedBytesNeverTrapNorGiveOtherCellsSilently() {
    var numbers = SeededNumbers(seed: 20_250_701)
    for round in 0..<2000 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...4, using: &numbers) {
        let place = Int.random(in: 0..<changed.count, using: &numbers)
        changed[place] = UInt8.random(in: 0...255, using: &numbers)
      }
      let reading = SheetReading(changed)
      // Every member has a checksum: what is still read can only have lost or renamed a part.
      if reading.fault == nil, reading.issues.isEmpty {
        let isWhole = reading.text == "日付,b\n2025-07-01,33.33%\n"
        let hasNoStyles = reading.text == "日付,b\n45839,0.3333\n"
        #expect(isWhole || hasNoStyles, "round \(round): \(reading.text)")
      }
    }
  }

  @Test func changedXMLNeverTraps() {
    var numbers = SeededNumbers(seed: 7)
    let pieces = [
      "<c", "r=", "\"A1\"", "t=\"s\"", "<v>", "</v>", "<row", ">", "</row>", "/>", "-1", "&amp;",
      "<is>", "<t>", "99999999999999999999", "<sheetData>", "</sheetData>", "<f>", "&#0;", "<c/>",
    ]
    var read = 0
    for _ in 0..<1000 {
      var file = HostileWorkbooks.file
      var sheet = Array(file.sheet)
      for _ in 0..<Int.random(in: 1...3, using: &numbers) {
        let start = Int.random(in: 0..<sheet.count, using: &numbers)
        let end = min(sheet.count, start + Int.random(in: 0...6, using: &numbers))
        sheet.replaceSubrange(start..<end, with: pieces.randomElement(using: &numbers) ?? "")
      }
      file.sheet = String(sheet)
      if file.reading.fault == nil { read += 1 }
    }
    #expect(read > 0)
  }
}
