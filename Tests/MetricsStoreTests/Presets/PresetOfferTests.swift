import Metrics
import Testing

@testable import MetricsStore

private func offer(
  _ path: String, _ preset: String, period: (String, String)? = nil, at position: Int = 0
) -> PresetOffer? {
  let headers = knownHeaders.filter { $0.preset == preset }
  return PresetOffer(
    path, names: headers[position].names, preamble: headers[position].preamble,
    period: period.map { DayRange(day($0.0), through: day($0.1)) }, calendar: BusinessCalendar())
}

@Suite struct PresetOffers {
  @Test func aFileOfAMonthIsOfferedWithItsCadence() {
    let offer = offer("data/ga4/a.csv", "ga4", period: ("2025-07-01", "2025-07-31"))
    #expect(
      offer?.definitions
        == """
        sources: {ga4: {files: data/ga4/a.csv, preset: ga4, cadence: month}}, metrics: {sessions: \
        {from: ga4.sessions}, engaged_sessions: {from: ga4.engaged_sessions}, events: {from: ga4.events}}
        """)
    let issue = offer?.issue
    #expect(issue?.severity == .note)
    #expect(issue?.code == "unmapped-file")
    #expect(
      issue?.message
        == "no source reads this file, which looks like Google Analytics 4, traffic acquisition")
    #expect(issue?.help?.string.hasPrefix("add sources: {ga4: ") == true)
  }

  @Test func aFileWithDatesNeedsNoCadence() {
    #expect(
      offer("a.csv", "google-ads", at: 1)?.definitions.hasPrefix(
        "sources: {google_ads: {files: a.csv, preset: google-ads}}, metrics: {cost: ") == true)
  }

  @Test func aTableWithoutAnyDateTakesThePeriodOfItsName() {
    #expect(
      offer("gsc/2025-07.csv", "search-console")?.definitions.contains(
        "preset: search-console, period: file_name}") == true)
  }

  @Test func recordsWithoutAnIdentifierSayWhatWouldTellThemApart() {
    let without = offer("s.csv", "salesforce-opportunities")
    #expect(without?.definitions.contains("record: 商談名}") == true)
    #expect(without?.issue.help?.string.hasSuffix("no two records share this one") == true)
    let withIdentifier = offer("s.csv", "salesforce-opportunities", at: 1)
    #expect(withIdentifier?.definitions.contains("record") == false)
  }

  @Test(arguments: knownHeaders) func whatIsOfferedCanBeReadAsItStands(_ header: KnownHeader) {
    let offer = PresetOffer(
      "data/x \"y\": {z}, #1.csv", names: header.names, preamble: header.preamble, period: nil,
      calendar: BusinessCalendar())
    let loaded = load("{\(offer?.definitions ?? "")}")
    #expect(loaded.issues.filter { $0.severity == .error }.map(\.message) == [])
    #expect(
      loaded.definitions?.sources.first?.files.globs == ["data/x \"y\": {z}, #1.csv"])
    #expect(loaded.definitions?.sources.first?.preset == header.preset)
  }

  @Test(arguments: foreignHeaders) func nothingIsOfferedForOtherFiles(_ header: KnownHeader) {
    #expect(
      PresetOffer(
        "a.csv", names: header.names, preamble: header.preamble, period: nil,
        calendar: BusinessCalendar()) == nil)
  }
}

@Suite struct FilesThatNoSourceReads {
  @Test func areDataFilesAnywhereInTheWorkspace() {
    let folder = TemporaryFolder()
    for path in [
      "a.csv", "data/b.TSV", "data/deep/c.jsonl", "data/d.csv.gz", "e.xlsx", "mapped.csv",
      "kpi.yaml",
      "README.md", ".hidden/f.csv", ".g.csv", "~$e.xlsx", "h.csv.tmp", "notes/2025-07.jsonl", "csv",
      "i.gz",
    ] {
      folder.write("x", to: path)
    }
    let unmapped = UnmappedFiles(in: folder.path, mapped: ["mapped.csv"])
    #expect(
      unmapped.files == ["a.csv", "data/b.TSV", "data/d.csv.gz", "data/deep/c.jsonl", "e.xlsx"])
    #expect(!unmapped.isCutShort)
  }

  @Test func areNotLookedForWithoutEnd() {
    let folder = TemporaryFolder()
    for number in 0..<220 { folder.write("x", to: "data/\(number).csv") }
    let unmapped = UnmappedFiles(in: folder.path, mapped: [])
    #expect(unmapped.files.count == 200)
    #expect(unmapped.isCutShort)
  }
}
