import Testing

@testable import MetricsStore

@Suite struct SeveralTables {
  private let first =
    "day,shop,visits\n2025-07-01,Harbour,12\n2025-07-02,Station,7\n2025-07-03,Airport,9\n"

  @Test func aHeaderThatComesAgainBeginsATable() {
    let found = WalkedTables(first + first)
    #expect(found.counts == [3, 3])
    #expect(found.tables[1].head.repeatsHeader)
    #expect(found.tables[1].head.headerLines == 5...5)
  }

  @Test func aHeaderOfAnotherWidthBeginsATable() {
    let fewer = WalkedTables(first + "shop,staff\nHarbour,4\nStation,12\nAirport,3\n")
    #expect(fewer.names == [["day", "shop", "visits"], ["shop", "staff"]])
    #expect(fewer.counts == [3, 3])
    let more = WalkedTables(
      first + "day,shop,visits,staff\n2025-07-01,Harbour,12,4\n2025-07-02,Station,7,12\n")
    #expect(more.counts == [3, 2])
  }

  @Test func aGapAndATitleBeginATable() {
    let found = WalkedTables(
      "Visits,,\n" + first + ",,\n,,\nStaff,,\nshop,staff,\nHarbour,4,\nStation,12,\n")
    #expect(found.names == [["day", "shop", "visits"], ["shop", "staff", ""]])
    #expect(found.tables.map(\.head.name) == ["Visits", "Staff"])
    #expect(found.counts == [3, 2])
  }

  @Test func eachBlockOfCommentsBelongsToItsTable() {
    let text = """
      # ----------------
      # Report snapshot
      # Account: Example
      # ----------------
      # Start date: 20250701
      # End date: 20250731
      Country,Users
      Japan,120
      France,7

      # Start date: 20250601
      # End date: 20250630
      Nth day,Users
      0000,11
      0001,12
      0002,13

      # Start date: 20250701
      # End date: 20250731
      Event name,Event count

      # Start date: 20250701
      # End date: 20250731
      Page title,Views,Bounce rate
      Home,10,0.5
      """
    let found = WalkedTables(text)
    #expect(
      found.names == [
        ["Country", "Users"], ["Nth day", "Users"], ["Event name", "Event count"],
        ["Page title", "Views", "Bounce rate"],
      ])
    #expect(found.counts == [2, 3, 0, 1])
    #expect(found.tables[0].head.name == "Report snapshot")
    #expect(
      found.tables[1].head.preamble
        == [
          .init(number: 11, text: "# Start date: 20250601"),
          .init(number: 12, text: "# End date: 20250630"),
        ])
    #expect(found.tables[3].head.headerLines == 24...24)
  }

  @Test func aTableFarBehindTheSampleIsFound() {
    let rows = (0..<60_000).map { "2025-07-01,shop \($0),\($0 % 97)\n" }.joined()
    let found = WalkedTables(
      "day,shop,visits\n" + rows + "\nStaff\nshop,staff\nHarbour,4\n\nthe end\n")
    #expect(found.counts == [60_000, 1])
    #expect(found.left.counts[.footer] == 1)
  }

  @Test func textsOnlyAreNotTakenForHeaders() {
    let text =
      "name,town,remark\nAda,Bern,likes tea\nBo,Oslo,\nCy,Rome,likes tea\n\nDee,Bern,late\nEve,Oslo,late\n"
    #expect(WalkedTables(text).counts == [5])
  }
}
