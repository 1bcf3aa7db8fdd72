import Drawing
import Metrics
import Testing

@testable import kpitop

/// What is said about a theme file that has mistakes, and what is made of it all the same.
struct ThemeReaderTests {
  private func said(_ yaml: String) -> [String] {
    ThemeReader(yaml, path: "mine.yaml").issues.map { issue in
      let help = issue.help.map { " (\($0.string))" } ?? ""
      return "\(issue.place) \(issue.severity) \(issue.code): \(issue.message.string)\(help)"
    }
  }

  @Test func everythingThatAFileCanSayIsRead() {
    let reader = ThemeReader(
      """
      name: mine
      inherits: dark
      dark: no
      background: paper
      assumed_background: "#FFF"
      glyphs: safe
      palette: {paper: "#FAFAFA", leaf: "#0A5"}
      roles:
        good: leaf
        bar_alternate: {ink: "#112233", background: terminal, bold: yes, underlined: true}
        bad: {reversed: yes, bold: no}
      """, path: "mine.yaml")
    #expect(reader.issues == [])
    let file = reader.file
    #expect(file.name?.text == "mine" && file.parent?.text == "dark" && file.isDark == false)
    #expect(file.palette == ["paper": Color(0xFAFAFA), "leaf": Color(0x00AA55)])
    #expect(file.glyphs == .safe)
    let loaded = LoadedTheme("mine", [file], over: .dark, issues: [], files: [])
    #expect(loaded.theme.background == Color(0xFAFAFA))
    #expect(loaded.assumedBackground == Color(0xFFFFFF))
    #expect(loaded.theme[.good] == Theme.Look(ink: Color(0x00AA55)))
    #expect(
      loaded.theme[.barAlternate]
        == Theme.Look(ink: Color(0x112233), bold: true, underlined: true))
    #expect(loaded.theme[.bad].ink == Theme.dark[.bad].ink)
    #expect(loaded.theme[.bad].isReversed && !loaded.theme[.bad].isBold)
    #expect(loaded.theme[.text] == Theme.dark[.text])
  }

  @Test func anUnknownNameIsAWarningWithItsPlaceAndTheNearestOne() {
    #expect(
      said("backgruond: \"#000\"\nroles:\n  godo: \"#0F0\"\n  bad: {inks: \"#F00\", bold: yes}")
        == [
          """
          mine.yaml:1:1 warning unknown-key: there is no key “backgruond” \
          (did you mean “background”?)
          """,
          "mine.yaml:3:3 warning unknown-role: there is no role “godo” (did you mean “good”?)",
          "mine.yaml:4:9 warning unknown-key: there is no key “inks” (did you mean “ink”?)",
        ])
  }

  @Test func theColumnCountsCharacters() {
    #expect(
      said("roles: {good: {ink: \"#0F0\"}, 青: \"#00F\", 良い: \"#FFF\"}").map { $0.prefix(14) }
        == ["mine.yaml:1:30", "mine.yaml:1:41"])
  }

  @Test func anUnknownColourIsAWarningAndLeavesTheInheritedOne() throws {
    let reader = ThemeReader(
      "palette: {grass: \"#0A5\"}\nroles:\n  good: {ink: gras}", path: "mine.yaml")
    #expect(reader.issues == [])
    let loaded = LoadedTheme("mine", [reader.file], over: .dark, issues: [], files: [])
    let issue = try #require(loaded.issues.first)
    #expect(issue.code == "unknown-color" && issue.severity == .warning)
    #expect(issue.place.description == "mine.yaml:3:15")
    #expect(issue.help?.string == "did you mean “grass”?")
    #expect(loaded.theme[.good] == Theme.dark[.good])
  }

  @Test func aColourWithoutQuotesIsExplained() {
    #expect(
      said("roles:\n  good: {ink: \"#12345\"}\n  bad: #FF0000\n") == [
        """
        mine.yaml:2:15 warning bad-color: “#12345” is not a colour (write it as "#7FD88F")
        """,
        """
        mine.yaml:3:7 warning wrong-kind: a colour has to stand here \
        (put it in quotes, "#7FD88F"; an open # starts a comment)
        """,
      ])
  }

  @Test func aValueOfTheWrongKindIsAWarning() {
    #expect(
      said("dark: perhaps\nglyphs: emoji\nroles: [good]\npalette: {terminal: \"#000\"}\nname: []")
        == [
          "mine.yaml:1:7 warning bad-value: yes or no has to stand here",
          "mine.yaml:2:9 warning bad-value: one of unicode, safe, ascii has to stand here",
          "mine.yaml:3:8 warning wrong-kind: a map of roles has to stand here",
          """
          mine.yaml:4:11 warning bad-name: “terminal” already stands for the terminal’s own colour
          """,
          "mine.yaml:5:7 warning wrong-kind: a name has to stand here",
        ])
  }

  @Test(arguments: [
    ("roles:\n  good: {ink: \"#0F0\"", 3), ("roles: {good: \"#0F0\"\nbad: x", 2),
    ("name: a\nname: b", 1), ("a: &x {b: c}\nd: *x", 2), ("a: b\n---\nc: d", 2), ("\tname: x", 1),
  ])
  func whatIsNoYAMLIsOneErrorWithItsLine(yaml: String, line: Int) throws {
    let reader = ThemeReader(yaml, path: "mine.yaml")
    let issue = try #require(reader.issues.first)
    #expect(reader.issues.count == 1 && issue.severity == .error)
    #expect(issue.code == "yaml-syntax" && issue.place.line == line)
    #expect(reader.file.looks.isEmpty)
  }

  @Test func manyMistakesAreNotAllTold() {
    let yaml = (0..<500).map { "key\($0): x\n" }.joined()
    #expect(said(yaml).count == 50)
  }

  @Test func anEmptyFileIsAWarning() {
    #expect(
      said("# nothing\n")
        == ["mine.yaml warning empty-file: the file says nothing (start with roles:)"])
  }
}
