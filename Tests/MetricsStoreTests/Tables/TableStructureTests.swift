import Metrics
import Testing

@testable import MetricsStore

@Suite struct StructureOfTables {
  private let body =
    "2025-07-01,Harbour,12,3.50\n2025-07-02,Station,7,18.25\n2025-07-03,Airport,9,4.00\n"
  private let names = "day,shop,visits,takings\n"

  @Test func aHeaderIsTextAboveNumbers() {
    let found = WalkedTables(names + body)
    #expect(found.names == [["day", "shop", "visits", "takings"]])
    #expect(found.counts == [3])
    #expect(found.tables[0].head.headerLines == 1...1)
    #expect(found.tables[0].head.isHeaderCertain)
    #expect(found.tables[0].head.firstLine == 2)
  }

  @Test func dataAloneHasNoHeader() {
    let found = WalkedTables(body)
    #expect(found.names == [[]])
    #expect(found.counts == [3])
    #expect(found.tables[0].head.headerLines == nil)
  }

  @Test func aHeaderAloneIsATableWithoutRows() {
    let found = WalkedTables(names)
    #expect(found.names == [["day", "shop", "visits", "takings"]])
    #expect(found.counts == [0])
  }

  @Test func nothingIsNoTable() {
    #expect(WalkedTables("").tables.isEmpty)
    #expect(WalkedTables("\n\n\n").tables.isEmpty)
    #expect(WalkedTables(",,,\n,,,\n").tables.isEmpty)
  }

  @Test func namesInSeveralRowsAreJoined() {
    let twice = WalkedTables(names + names + body)
    #expect(twice.names == [["day day", "shop shop", "visits visits", "takings takings"]])
    #expect(twice.counts == [3])
    let spanning = WalkedTables("day,shop,Figures,\n,,visits,takings\n" + body)
    #expect(spanning.names == [["day", "shop", "Figures visits", "Figures takings"]])
    let apart = WalkedTables("day,shop,Figures,\n,,,\n,,visits,takings\n" + body)
    #expect(apart.names == spanning.names)
  }

  @Test func internalNamesAboveLabelsAreLeftOut() {
    let text =
      "created_at,flag_paid,source_tag\n登録日時,決済済み,流入元\n2025-07-01 10:00,0,LP①\n2025-07-02 21:35,1,広告\n"
    let found = WalkedTables(text)
    #expect(found.names == [["登録日時", "決済済み", "流入元"]])
    #expect(found.tables[0].head.headerRows.count == 2)
  }

  @Test func yearsAreNamesOfColumns() {
    let found = WalkedTables("region,2021,2022,2023\nNorth,10,12,14\nSouth,9,8,7\n")
    #expect(found.names == [["region", "2021", "2022", "2023"]])
  }

  @Test func linesAboveAreKeptWithTheirNumbers() {
    let found = WalkedTables(
      "Visits by shop,,,\n\n\"July 1, 2025 - July 3, 2025\",,,\n" + names + body)
    #expect(found.counts == [3])
    #expect(
      found.tables[0].head.preamble
        == [
          .init(number: 1, text: "Visits by shop"),
          .init(number: 3, text: "July 1, 2025 - July 3, 2025"),
        ])
    #expect(found.tables[0].head.headerLines == 4...4)
    #expect(found.left.counts == [.preamble: 2, .blank: 1])
  }

  @Test func keysAndValuesAboveAreNoTable() {
    let text = "Report,Visits\nAccount,Example\nPeriod,July\n" + names + body
    let found = WalkedTables(text)
    #expect(found.names == [["day", "shop", "visits", "takings"]])
    #expect(found.tables[0].head.preamble.count == 3)
  }

  @Test func aCommentWithTheWidthOfTheRowsIsTheirHeader() {
    let found = WalkedTables("# energy, density\n0.1, 2.5\n0.2, 2.25\n0.3, 2.125\n")
    #expect(found.names == [["# energy", "density"]])
    #expect(found.counts == [3])
  }

  @Test func footersAreLeftOut() {
    let text = names + body + "\n\n\"Visits (example)\"\n\"Copyright (c) Example, Inc.\"\nExample\n"
    let found = WalkedTables(text)
    #expect(found.counts == [3])
    #expect(found.left.counts == [.blank: 2, .footer: 3])
    let close = WalkedTables(names + body + "Source: the tills; not audited\n")
    #expect(close.counts == [3])
  }

  @Test func blankLinesBetweenRowsEndNoTable() {
    let rows = body.split(separator: "\n").map { $0 + "\n\n" }.joined()
    let found = WalkedTables(names + "\n" + rows)
    #expect(found.names == [["day", "shop", "visits", "takings"]])
    #expect(found.counts == [3])
  }

  @Test func rowsWithGapsAreRows() {
    let text =
      names
      + "2025-07-01,Harbour,12,3.50\n,Station,,\n2025-07-03,,9,4.00\nHarbour,,,\n2025-07-04,,1,2.00\n"
    #expect(WalkedTables(text).counts == [5])
  }

  @Test func raggedRowsAreRows() {
    let text = names + body + "2025-07-04,Harbour,5\n2025-07-05,Harbour,6,7.00,8\n" + body
    #expect(WalkedTables(text).counts == [8])
  }

  @Test func aHeaderWithAnEmptyNameTooManyLosesIt() {
    #expect(
      WalkedTables("day,shop,,visits,takings\n" + body).names == [
        ["day", "shop", "visits", "takings"]
      ])
    #expect(
      WalkedTables(",shop,visits,takings\n" + body).names == [["", "shop", "visits", "takings"]])
  }

  @Test func oneColumnIsATable() {
    let found = WalkedTables("visits\n10\n20\n30\n")
    #expect(found.names == [["visits"]])
    #expect(found.counts == [3])
    #expect(WalkedTables("10\n20\n").names == [[]])
  }

  @Test func theHeaderCanBeGiven() {
    let text = "x\n" + names + "units,,,\n" + body
    let given = WalkedTables(text, header: .lines(2...3))
    #expect(given.names == [["day units", "shop", "visits", "takings"]])
    #expect(given.counts == [3])
    let none = WalkedTables(names + body, header: FileFormat.Header.none)
    #expect(none.counts == [4] && none.names == [[]])
    #expect(WalkedTables(names, header: .lines(7...8)).tables.count <= 1)
  }

  @Test func piecesDoNotMatter() {
    let text = "Title\n\n" + names + body + "\n# next\nname,n\na,1\nb,2\n\nend\n"
    let whole = WalkedTables(text)
    for step in [1, 2, 3, 7] {
      let pieces = WalkedTables(text, step: step)
      #expect(pieces.names == whole.names && pieces.counts == whole.counts)
    }
  }
}
