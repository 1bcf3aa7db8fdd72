import Testing

/// What keys do, typed into the real program.
@Suite(.serialized) struct SessionKeyTests {
  private let workspace: SmallWorkspace
  private let terminal: PseudoTerminal

  init() throws {
    workspace = try SmallWorkspace()
    terminal = try workspace.open()
  }

  private func quit() {
    terminal.send("q")
    terminal.expectEnd(.exited(0))
  }

  @Test func theFirstScreenShowsTheFunnel() {
    terminal.expect(
      "Blue Bakery", "W17 2026", "Bread funnel", "1,190", "▴+13.3%", "175", "14.7%", "35", "20.0%",
      "Visits → Leads is the bottleneck", "live")
    quit()
  }

  @Test func numbersAndTabsLeadToTheViews() {
    terminal.press("2", shows: "▾ Won", "KSF", "Attained")
    terminal.press("3", shows: "Ad spend", "W10", "7,000")
    terminal.press("1", shows: "Bread funnel")
    terminal.press("\t", shows: "▾ Won")
    terminal.press("\u{1B}[Z", shows: "Bread funnel")
    quit()
  }

  @Test func theSelectedNumberOpensAndTheWayBackIsExact() {
    terminal.press(Typed.down + Typed.enter, shows: "› Won", "Owner    Chie", "Search", "Social")
    terminal.press(Typed.escape, shows: "Bread funnel")
    terminal.press(Typed.up + Typed.enter, shows: "› Leads", "Owner    Ben")
    terminal.press(Typed.enter, shows: "› Search", "Leads · Search")
    terminal.press(Typed.escape, shows: "Owner    Ben", "80.0%")
    terminal.press(Typed.escape, shows: "Bread funnel")
    quit()
  }

  @Test func arrowsInTheirPlainFormAreUnderstood() {
    terminal.press("\u{1B}[B" + Typed.enter, shows: "› Won", "Owner    Chie")
    quit()
  }

  @Test func periodsAreChosen() {
    terminal.press("m", shows: "Apr 2026 to date", "4,040")
    terminal.press("[", shows: "Mar 2026", "4,500")
    terminal.press(".", shows: "Apr 2026 to date")
    terminal.press("w", shows: "W17 2026")
    terminal.press("[", shows: "W16 2026", "1,050")
    terminal.press("[", shows: "W15 2026")
    terminal.press("]", shows: "W16 2026")
    quit()
  }

  @Test func comparisonsTakeTurns() {
    terminal.expect("vs last week (13–19 Apr)")
    terminal.press("c", shows: "vs a year earlier")
    terminal.press("c", shows: "vs target")
    terminal.press("c", shows: "vs last week")
    quit()
  }

  @Test func aFilterIsChosenAndCleared() {
    terminal.press("f", shows: "[ ] Search", "[ ] Social", "Space marks several")
    terminal.press(Typed.enter, shows: "channel: Search", "840", "140")
    terminal.send("F")
    terminal.expect(gone: "channel: Search")
    terminal.expect("1,190")
    terminal.press("f", shows: "[ ] Search")
    terminal.press("  ", shows: "[x] Search", "[x] Social")
    terminal.press(Typed.enter, shows: "channel: Search, Social", "1,190")
    quit()
  }

  @Test func aBreakdownIsChosenAndCleared() {
    terminal.press("b", shows: "Break down by", "channel")
    terminal.press(Typed.enter, shows: "Bread funnel by channel", "Search", "840", "Social", "350")
    terminal.press("b", shows: "no breakdown")
    terminal.press(Typed.down + Typed.enter, shows: "Bread funnel · same period")
    quit()
  }

  @Test func metricsAndActionsAreFoundByTyping() {
    terminal.press("/", shows: "Find a metric", "Visits", "Ad spend")
    terminal.press("spend", shows: "spend")
    terminal.press(Typed.enter, shows: "› Ad spend", "7,000")
    terminal.press(Typed.escape, shows: "Bread funnel")
    terminal.press(":", shows: "Actions")
    terminal.press("by month" + Typed.enter, shows: "Apr 2026 to date", "Bread funnel")
    terminal.press(":", shows: "Actions")
    terminal.send(Typed.escape)
    terminal.expect(gone: "Actions")
    quit()
  }

  @Test func helpLanguageAndThemeAreAtHand() {
    terminal.press("?", shows: "Keys", "previous view")
    terminal.send(Typed.escape)
    terminal.expect(gone: "previous view")
    terminal.press("L", shows: "青いパン屋", "パンのファネル", "訪問", "前週比")
    terminal.press("L", shows: "Blue Bakery", "Bread funnel")
    terminal.press("t", shows: "Theme", "dark")
    terminal.send(Typed.escape)
    terminal.expect(gone: "Theme")
    quit()
  }

  @Test func scaleFreezingAndReadingAgainSayWhatTheyDid() {
    terminal.press("v", shows: "square-root scale")
    terminal.press(" ", shows: "frozen")
    terminal.press(" ", shows: "live")
    terminal.press("r", shows: "Reading every file again", "1,190")
    quit()
  }

  @Test func pastedTextIsNoRowOfKeys() {
    terminal.send("\u{1B}[200~q2\u{1B}[201~")
    terminal.press("/", shows: "Find a metric", "type to search")
    terminal.press("\u{1B}[200~Ad spend\n\u{1B}[201~", shows: "Adspend")
    terminal.press(Typed.enter, shows: "› Ad spend", "7,000")
    quit()
  }

  @Test func aMessageGoesByItself() {
    terminal.press("r", shows: "Reading every file again")
    terminal.expect(gone: "Reading every file again")
    quit()
  }

  @Test func aTabIsClicked() {
    terminal.press("\u{1B}[<0;14;2M\u{1B}[<0;14;2m", shows: "▾ Won", "KSF")
    quit()
  }

  @Test func aMovedCursorSendsLittle() {
    terminal.press("2", shows: "▾ Won", "Owner    Chie")
    let before = terminal.byteCount
    terminal.press(Typed.down, shows: "Owner    Ben")
    #expect(terminal.byteCount - before <= 600)
    quit()
  }
}
