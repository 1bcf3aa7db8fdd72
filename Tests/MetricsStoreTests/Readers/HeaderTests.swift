import Metrics
import Testing

@testable import MetricsStore

private let sessions = [measured("sessions", "web", "sessions")]

@Suite struct Headers {
  @Test func whatComesBeforeTheHeaderIsDroppedAndCounted() {
    let loaded = Loaded(
      web, sessions,
      csv: """
        # ----------------
        # Traffic, "all"
        # Start date: 20261101

        Date,Channel,Sessions
        20261101,Paid,3
        """)
    #expect(loaded.value("sessions", "2026-11-01") == 3)
    #expect(loaded.snapshot.files.first?.headerLine == 5)
    #expect(
      loaded.snapshot.issues.map(\.message.string) == ["3 lines before the header left out"])
  }

  @Test func theFirstAliasThatIsThereCounts() {
    let loaded = Loaded(web, sessions, csv: "日付,Channel,セッション\n2026-11-01,Paid,3\n")
    #expect(loaded.value("sessions", "2026-11-01") == 3)
    #expect(loaded.codes == [])
  }

  @Test func caseAndSpacesDoNotMatter() {
    let loaded = Loaded(web, sessions, csv: " date ,CHANNEL,\"Ses sions\"\n2026-11-01,Paid,3\n")
    #expect(loaded.value("sessions", "2026-11-01") == 3)
  }

  @Test func anExactNameGoesBeforeANearOne() {
    let loaded = Loaded(web, sessions, csv: "Date,Channel,sessions,Sessions\n2026-11-01,P,1,2\n")
    #expect(loaded.value("sessions", "2026-11-01") == 2)
  }

  @Test func aMissingColumnIsNamedWithWhatIsThere() {
    let loaded = Loaded(
      web, sessions, csv: "Monthly report\nDate,Channel,Sesions\n2026-11-01,Paid,3\n")
    let issue = loaded.snapshot.issues.first
    #expect(issue?.severity == .error)
    #expect(issue?.place.description == "data/a.csv:2")
    #expect(
      issue?.message
        == """
        no header with the column "Sessions" or "セッション"; this line has "Date", "Channel", "Sesions"
        """)
    #expect(issue?.help?.string.hasPrefix("\"Sesions\" is there") == true)
    #expect(loaded.snapshot.files.first?.state == .unreadable)
    #expect(loaded.value("sessions", "2026-11-01") == nil)
  }

  @Test func anEmptyFileHasNoHeader() {
    let loaded = Loaded(web, sessions, csv: "")
    #expect(loaded.snapshot.issues.map(\.message) == ["the file is empty"])
  }

  @Test func ofColumnsWithOneNameTheFirstCounts() {
    let loaded = Loaded(web, sessions, csv: "Date,Channel,Sessions,Sessions\n2026-11-01,P,1,2\n")
    #expect(loaded.value("sessions", "2026-11-01") == 1)
    #expect(loaded.codes == ["duplicate-column"])
    #expect(loaded.places == ["data/a.csv:1:23"])
  }

  @Test func aHeaderIsFoundBelowManyLines() {
    let before = String(repeating: "x\n", count: 64)
    let loaded = Loaded(web, sessions, csv: before + "Date,Channel,Sessions\n2026-11-01,P,1\n")
    #expect(loaded.value("sessions", "2026-11-01") == 1)
    #expect(loaded.codes == ["preamble"])
    #expect(loaded.places == ["data/a.csv:65"])
  }

  @Test func filesInOtherEncodingsAreReadInThem() {
    let folder = TemporaryFolder()
    let text = "Date,Channel,Sessions\n2026-11-01,検索,1\n"
    let japanese = Array("Date,Channel,Sessions\n2026-11-01,".utf8)
    folder.write(japanese + [0x8C, 0x9F, 0x8D, 0xF5] + Array(",1\n".utf8), to: "data/a.csv")
    folder.write(
      [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, to: "data/b.csv")
    let loaded = Loaded(Definitions(sources: [web], metrics: sessions), in: folder)
    #expect(loaded.codes == [])
    #expect(loaded.value("sessions", "2026-11-01") == 2)
    #expect(loaded.snapshot.values(of: "channel") == ["検索"])
    #expect(loaded.snapshot.files.map(\.encoding) == [.cp932, .utf16LittleEndian])
  }

  @Test func columnsThatNoMetricAsksForMayLack() {
    let loaded = Loaded(web, sessions, csv: "Date,Channel,Sessions\n2026-11-01,P,1\n")
    #expect(loaded.codes == [])
  }
}

@Suite struct RaggedRows {
  @Test func theyAreLeftOutAndToldByTheirLine() {
    let loaded = Loaded(
      web, sessions,
      csv: "Date,Channel,Sessions\n2026-11-01,P\n2026-11-01,P,1\n2026-11-01,P,5,6\n")
    #expect(loaded.value("sessions", "2026-11-01") == 1)
    #expect(loaded.places == ["data/a.csv:2:13", "data/a.csv:4:16"])
    #expect(loaded.snapshot.files.first?.rejected == 2)
    #expect(
      loaded.snapshot.issues.first?.message
        == "the row has 2 fields where the header has 3, and is left out")
  }

  @Test func emptyFieldsAtTheEndAndBlankLinesAreForgiven() {
    let loaded = Loaded(
      web, sessions, csv: "Date,Channel,Sessions,,\n2026-11-01,P,1,,,,\n\n,,\n2026-11-01,P,2\n")
    #expect(loaded.value("sessions", "2026-11-01") == 3)
    #expect(loaded.codes == [])
  }

  @Test func theLineIsThatOnWhichTheRecordStarts() {
    let loaded = Loaded(
      web, sessions, csv: "Date,Channel,Sessions\n2026-11-01,\"P\nQ\",1\n2026-11-01,\"a\nb\"\n")
    #expect(loaded.places == ["data/a.csv:4"])
  }

  @Test func textBehindAClosingQuoteIsKeptAndTold() {
    let loaded = Loaded(
      web, sessions, csv: "Date,Channel,Sessions\n2026-11-01,\"P\"Q,1\n2026-11-01,P,2\n")
    #expect(loaded.value("sessions", "2026-11-01") == 3)
    #expect(loaded.codes == ["stray-quote"])
    #expect(loaded.places == ["data/a.csv:2:12"])
  }

  @Test func aLongListIsCutAndTheRestCounted() {
    let rows = String(repeating: "2026-11-01,P\n", count: 50)
    let loaded = Loaded(web, sessions, csv: "Date,Channel,Sessions\n" + rows)
    #expect(loaded.codes.count == 21)
    #expect(loaded.snapshot.issues.last?.message == "30 more like these (ragged-row)")
    #expect(loaded.snapshot.files.first?.rejected == 50)
  }
}
