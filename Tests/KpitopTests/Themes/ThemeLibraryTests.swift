import Drawing
import Metrics
import Testing

@testable import kpitop

/// Which theme a name means, and what it inherits.
struct ThemeLibraryTests {
  private let mine: ThemeFolder
  private let shared: ThemeFolder
  private let library: ThemeLibrary

  init() throws {
    mine = try ThemeFolder()
    shared = try ThemeFolder()
    library = ThemeLibrary(folders: [mine.path, "/nowhere", shared.path])
  }

  private func ink(_ theme: String, _ role: Role = .good) -> Color? {
    library.theme(theme)?.theme[role].ink
  }

  @Test func twoThemesNeedNoFile() throws {
    #expect(library.names == ["dark", "light"])
    #expect(try library.theme(named: "dark").theme == Theme.dark)
    #expect(try library.theme(named: "light").theme == Theme.light)
    #expect(try library.theme(named: "dark").issues == [])
  }

  @Test func anUnknownNameIsWrongUsageWithTheNearestOne() {
    shared.save("name: nord", as: "nord.yaml")
    #expect(
      throws: CommandFailure.usage(
        "there is no theme “nrod”", help: "did you mean “nord”?")
    ) { try library.theme(named: "nrod") }
    #expect(
      throws: CommandFailure.usage(
        "there is no theme “../../etc”", help: "choose one of dark, light, nord")
    ) { try library.theme(named: "../../etc") }
  }

  @Test func namesComeFromEveryFolderOnceAndOnlyFromThemeFiles() {
    for file in ["sea.yaml", "dark.yaml", "a b.yaml", "notes.txt", ".yaml"] {
      mine.save("roles: {}", as: file)
    }
    for file in ["sea.yaml", "ash.yaml"] { shared.save("roles: {}", as: file) }
    #expect(library.names == ["dark", "light", "ash", "sea"])
  }

  @Test func anEarlierFolderHidesALaterOne() {
    mine.save("roles: {good: \"#111111\"}", as: "sea.yaml")
    shared.save("roles: {good: \"#222222\"}", as: "sea.yaml")
    #expect(ink("sea") == Color(0x111111))
  }

  @Test func aThemeMayInheritFromTheOneThatItHides() throws {
    mine.save("inherits: sea\nroles: {bad: \"#333333\"}", as: "sea.yaml")
    shared.save("inherits: dark\nroles: {good: \"#222222\"}", as: "sea.yaml")
    let loaded = try library.theme(named: "sea")
    #expect(loaded.issues == [])
    #expect(ink("sea") == Color(0x222222) && ink("sea", .bad) == Color(0x333333))
    #expect(ink("sea", .text) == Theme.dark[.text].ink)
    #expect(loaded.theme.name == "sea" && loaded.theme.isDark == true)
  }

  @Test func aPaletteOfAnHeirChangesWhatItInherits() {
    shared.save("palette: {leaf: \"#222222\"}\nroles: {good: leaf}", as: "sea.yaml")
    mine.save("inherits: sea\npalette: {leaf: \"#444444\"}", as: "lake.yaml")
    #expect(ink("lake") == Color(0x444444) && ink("sea") == Color(0x222222))
  }

  @Test func aCircleIsAWarningAndEnds() throws {
    mine.save("inherits: two\nroles: {good: \"#111111\"}", as: "one.yaml")
    mine.save("inherits: one\nroles: {bad: \"#222222\"}", as: "two.yaml")
    let loaded = try library.theme(named: "one")
    #expect(loaded.issues.map(\.code) == ["theme-circle"])
    #expect(loaded.issues.first?.place.description == "\(mine.path)/two.yaml:1:11")
    #expect(ink("one") == Color(0x111111) && ink("one", .bad) == Color(0x222222))
  }

  @Test func aLongChainIsAWarningAndEnds() throws {
    for number in 0..<20 { mine.save("inherits: n\(number + 1)", as: "n\(number).yaml") }
    let loaded = try library.theme(named: "n0")
    #expect(loaded.issues.map(\.code) == ["theme-circle"] && loaded.files.count == 8)
  }

  @Test func anUnknownParentIsAWarningWithTheNearestName() throws {
    mine.save("inherits: drak\nroles: {good: \"#111111\"}", as: "sea.yaml")
    let loaded = try library.theme(named: "sea")
    let issue = try #require(loaded.issues.first)
    #expect(issue.code == "unknown-theme" && issue.help?.string == "did you mean “dark”?")
    #expect(issue.place.description == "\(mine.path)/sea.yaml:1:11")
    #expect(ink("sea") == Color(0x111111))
  }

  @Test func aNameThatIsNotTheFilesIsAWarning() throws {
    mine.save("name: ocean", as: "sea.yaml")
    let loaded = try library.theme(named: "sea")
    #expect(loaded.issues.map(\.code) == ["theme-name"] && loaded.theme.name == "sea")
  }

  @Test func whatIsNoYAMLKeepsTheDefault() throws {
    mine.save("roles: {good: \"#111111\"", as: "sea.yaml")
    let loaded = try library.theme(named: "sea")
    #expect(loaded.issues.map(\.code) == ["yaml-syntax"])
    #expect(loaded.theme.looks == Theme.dark.looks)
  }

  @Test func aFileOfTooManyBytesIsNotRead() throws {
    mine.save("# " + String(repeating: "x", count: 70_000), as: "sea.yaml")
    #expect(try library.theme(named: "sea").issues.map(\.code) == ["unreadable-file"])
  }

  @Test func aThemeCanBeGivenByItsPath() throws {
    shared.save("roles: {good: \"#111111\"}", as: "sea.yaml")
    #expect(ThemeLibrary.isPath("./sea") && ThemeLibrary.isPath("sea.yaml"))
    #expect(!ThemeLibrary.isPath("sea"))
    let library = ThemeLibrary(folders: [mine.path], path: "\(shared.path)/sea.yaml")
    #expect(library.names == ["dark", "light", "sea"])
    #expect(try library.givenTheme()?.theme[.good].ink == Color(0x111111))
    let path = "\(shared.path)/lake.yaml"
    #expect(throws: CommandFailure.file("there is no theme file “\(path)” that can be read")) {
      try ThemeLibrary(folders: [], path: path).givenTheme()
    }
  }

  @Test func aSavedFileIsReadAgain() throws {
    mine.save("roles: {good: \"#111111\"}", as: "sea.yaml")
    var shown = ShownTheme(try library.theme(named: "sea"), from: library)
    #expect(shown.refresh() == nil && shown.theme[.good].ink == Color(0x111111))
    mine.save("roles: {good: \"#222\"}", as: "sea.yaml")
    #expect(shown.refresh() == nil && shown.theme[.good].ink == Color(0x222222))
    mine.save("roles: {good: \"#333\", bda: \"#000\"}", as: "sea.yaml")
    #expect(shown.refresh()?.string == "\(mine.path)/sea.yaml:1:23: there is no role “bda”")
    #expect(shown.theme[.good].ink == Color(0x333333))
  }

  @Test func aHalfWrittenFileLeavesTheColoursAndIsToldOnce() throws {
    mine.save("roles: {good: \"#111111\"}", as: "sea.yaml")
    var shown = ShownTheme(try library.theme(named: "sea"), from: library)
    mine.save("roles: {good: ", as: "sea.yaml")
    #expect(shown.refresh() != nil && shown.theme[.good].ink == Color(0x111111))
    #expect(shown.refresh() == nil)
    mine.remove("sea.yaml")
    #expect(shown.refresh() == nil && shown.theme[.good].ink == Color(0x111111))
    #expect(shown.choose("lake")?.string == "there is no theme “lake”")
    #expect(shown.choose("light") == nil && shown.theme == Theme.light)
  }

  @Test func themesAreFoundBesideTheProgramAndAboveWhereItIsBuilt() {
    let root = ShippedThemes.folder.dropLast("/themes".count)
    #expect(
      ThemeFolders.beside("\(root)/.build/debug") == [
        "\(root)/.build/debug/themes", "\(root)/.build/share/kpitop/themes", "\(root)/themes",
      ])
    #expect(
      ThemeFolders.beside("/usr/bin") == ["/usr/bin/themes", "/usr/share/kpitop/themes"])
  }
}
