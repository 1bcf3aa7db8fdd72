import Metrics
import Testing

@testable import MetricsStore

@Suite struct ZipArchives {
  private let file = WorkbookFile(rows: "<row><c><v>42</v></c></row>")

  @Test func commentsPrefixesAndLargeDirectoriesAreRead() {
    #expect(SheetReading(file.zip.bytes(comment: "PK\u{5}\u{6} twice")).text == "42\n")
    #expect(SheetReading(file.zip.bytes(before: "#!/bin/sh\n")).text == "42\n")
    #expect(SheetReading(file.zip.bytes() + Array("junk".utf8)).text == "42\n")
    #expect(SheetReading(file.zip.largeBytes()).text == "42\n")
  }

  @Test func aSheetWhoseChecksumIsAnotherIsDamaged() {
    var bytes = file.zip.bytes()
    let place = bytes.indices.first { bytes[$0...].starts(with: Array("42</v>".utf8)) }
    bytes[place ?? 0] = UInt8(ascii: "9")
    #expect(SheetReading(bytes).words.contains("checksum"))
  }

  @Test func aPasswordAndOtherMethodsAreToldApart() {
    var zip = WorkbookFile().zip
    zip.add("xl/sharedStrings.xml", "<sst/>", flags: 1)
    #expect(SheetReading(zip.bytes()).words == "has a password")
    zip = WorkbookFile().zip
    zip.add("xl/styles.xml", [1], method: 93, size: 1, checksum: 0)
    #expect(SheetReading(zip.bytes()).words.contains("method 93"))
  }

  @Test func otherArchivesSayWhatTheyAre() {
    for (name, words) in [
      ("report.csv", "unpack it"), ("xl/workbook.bin", "xlsb"), ("Index/Document.iwa", "Numbers"),
    ] {
      var zip = ZipBytes()
      zip.add(name, "a,b")
      #expect(SheetReading(zip.bytes()).words.contains(words))
    }
    var zip = ZipBytes()
    zip.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    zip.add("content.xml", "<x/>")
    #expect(SheetReading(zip.bytes()).words.contains("OpenDocument"))
  }

  @Test func twoPartsOfOneNameAreRefused() {
    var zip = file.zip
    zip.add("XL/worksheets/S.xml", "<worksheet/>")
    #expect(SheetReading(zip.bytes()).words.contains("two parts"))
  }

  @Test func aPartThatInflatesToFarMoreThanItSaysEndsEarly() {
    var data = DeflatedBits()
    data.add("<sst><si><t>a")
    // 70 MB from 445 kB: the texts may have 64 MB and a hundred times their compressed size.
    data.repeatLast(272_000)
    data.end()
    var zip = WorkbookFile().zip
    zip.add("xl/sharedStrings.xml", data.bytes, method: 8, size: 17, checksum: 0)
    #expect(SheetReading(zip.bytes()).words.contains("sharedStrings.xml"))
  }

  @Test func xmlThatNestsDeeplyOrDeclaresATypeIsRefused() {
    var file = WorkbookFile()
    file.sheet = String(repeating: "<a>", count: 100_000)
    #expect(file.reading.words.contains("nested too deeply"))
    var zip = WorkbookFile().zip
    zip.add(
      "xl/sharedStrings.xml", #"<!DOCTYPE sst [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sst/>"#)
    #expect(SheetReading(zip.bytes()).words.contains("document type"))
  }

  @Test func aTagWithoutEndIsNotKept() {
    var file = WorkbookFile()
    file.sheet = "<sheetData><row r=\"" + String(repeating: "1", count: 3 << 20)
    #expect(file.reading.words.contains("more than a megabyte"))
  }

  @Test func relationshipsThatLeadAroundEndSomewhere() {
    var file = WorkbookFile()
    file.relationships =
      #"<Relationship Id="rId1" Type="x/worksheet" Target="../xl/./workbook.xml"/>"#
    #expect(file.reading.words.contains("no sheet of cells"))
    file.relationships =
      #"<Relationship Id="rId1" Type="x/worksheet" Target="../../../etc/passwd"/>"#
    #expect(file.reading.words.contains("is not in it"))
  }
}
