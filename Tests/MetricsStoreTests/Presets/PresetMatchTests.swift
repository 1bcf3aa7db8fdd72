import Metrics
import Testing

@testable import MetricsStore

@Suite struct PresetMatches {
  @Test(arguments: knownHeaders) func aFileIsRecognisedByItsHeader(_ header: KnownHeader) {
    let match = PresetMatch(header.names, preamble: header.preamble)
    #expect(match.best?.preset.name == header.preset)
    #expect(!match.isAmbiguous)
  }

  @Test(arguments: foreignHeaders) func whatIsNoToolsIsNotTakenForOne(_ header: KnownHeader) {
    #expect(PresetMatch(header.names, preamble: header.preamble).best == nil)
  }

  @Test func everyPresetIsRecognisedFromSomeHeader() {
    #expect(Set(knownHeaders.map(\.preset)) == Set(Preset.all.map(\.name)))
  }

  @Test(arguments: knownHeaders) func orderAndWidthOfTheNamesDoNotMatter(_ header: KnownHeader) {
    let wide = header.names.reversed().map { name in
      String(
        String.UnicodeScalarView(
          name.unicodeScalars.map { scalar in
            (0x21...0x7E).contains(scalar.value)
              ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
          }))
    }
    #expect(PresetMatch(wide, preamble: header.preamble).best?.preset.name == header.preset)
  }

  @Test(arguments: knownHeaders) func aPresetFindsItsColumnsInItsFiles(_ header: KnownHeader) {
    guard let preset = Preset.named(header.preset) else {
      Issue.record("no preset \(header.preset)")
      return
    }
    let recognised = RecognisedHeader(header.names, preamble: [])
    var columns = preset.measures.map(\.column)
    if case .records(_, let events) = preset.layout { columns += events.map(\.date) }
    let isWithoutDates = header.names.contains("Lifecycle Stage") && header.names.count == 4
    #expect(isWithoutDates || columns.contains { recognised.has($0) })
  }

  @Test func twoToolsThatFitAlikeAreBothNamed() {
    let match = PresetMatch(["Deal Name", "Deal Stage", "Closing Date", "Stage", "Potential Name"])
    #expect(match.best != nil && match.runnerUp != nil)
  }

  @Test func hugeHeadersAndLinesAreLookedAtInPart() {
    let names = (0..<200_000).map { "c\($0)" } + ["友だち追加日時"]
    let line = String(repeating: "# Report suite: ", count: 100_000)
    #expect(PresetMatch(names, preamble: Array(repeating: line, count: 100)).best == nil)
  }
}

@Suite struct PresetList {
  @Test func namesAreDistinctAndFoundInAnyCase() {
    let names = Preset.all.flatMap { [$0.name] + $0.otherNames }
    #expect(Set(names).count == names.count)
    #expect(Preset.named("GA4")?.name == "ga4")
    #expect(Preset.named("Pardot")?.name == "account-engagement")
    #expect(Preset.named("ga") == nil)
  }

  @Test func whatAMeasureCountsByIsAMeasure() {
    for preset in Preset.all {
      let names = preset.measures.map(\.name)
      #expect(Set(names).count == names.count)
      for measure in preset.measures {
        if case .average(let weight?) = measure.nature { #expect(names.contains(weight)) }
        #expect(isName(measure.name))
      }
      guard case .records(_, let events) = preset.layout else { continue }
      #expect(Set(events.map(\.name) + names).count == events.count + names.count)
      #expect(
        preset.measures.allSatisfy { measure in events.contains { $0.name == measure.event } })
    }
  }

  @Test func noDimensionShowsPersons() {
    for preset in Preset.all {
      for dimension in preset.dimensions {
        guard case .column(let column) = dimension.origin else { continue }
        #expect(!preset.personal.contains { $0.isLike(column) })
        #expect(!dimension.isRequired)
      }
    }
  }

  @Test func noColumnHasTwoMeaningsInOneFile() {
    for preset in Preset.all {
      let columns = preset.measures.filter { $0.event == nil }
      for (index, measure) in columns.enumerated() {
        for other in columns[..<index] { #expect(!measure.column.isLike(other.column)) }
      }
    }
  }

  @Test func whoHasWonIsToldInTheirOwnWords() {
    guard case .records(_, let events) = Preset.salesforceOpportunities.layout,
      let won = events.first(where: { $0.name == "won" })?.condition
    else {
      Issue.record("no event")
      return
    }
    #expect(won.isMet { $0 == "Stage" ? "Closed Won" : "" })
    #expect(!won.isMet { $0 == "Stage" ? "Closed Lost" : "" })
  }
}

@Suite struct RowCaps {
  private let queries = ["上位のクエリ", "クリック数", "表示回数", "CTR", "掲載順位"]

  @Test func aTableOfAThousandRowsIsNoTotal() {
    let issue = Preset.searchConsole.capIssue(queries, rows: 1000, in: "q.csv")
    #expect(issue?.code == "row-cap")
    #expect(issue?.severity == .warning)
    #expect(
      issue?.message == "the table stops at 1000 rows, as the tool does: their sum is not the total"
    )
  }

  @Test func otherTablesAndNumbersAreNot() {
    let dates = ["日付", "クリック数", "表示回数", "CTR", "掲載順位"]
    #expect(Preset.searchConsole.capIssue(queries, rows: 999, in: "q.csv") == nil)
    #expect(Preset.searchConsole.capIssue(dates, rows: 1000, in: "d.csv") == nil)
    #expect(Preset.googleAds.capIssue(queries, rows: 1000, in: "q.csv") == nil)
    #expect(Preset.ga4Snapshot.capIssue(["国", "アクティブ ユーザー"], rows: 7, in: "s.csv") != nil)
  }
}
