import Drawing
import Testing

@testable import kpitop

/// What every theme that comes with the program has to keep to.
struct ThemeGateTests {
  /// What is written with: on the paper, on the selection, and cut out of shapes.
  static let words: [Role] = [
    .text, .strong, .title, .good, .bad, .attention, .accent, .target, .comparison, .limit, .live,
    .stale,
  ]
  /// What has a background of its own.
  static let strips: [Role] = [.header, .footer, .key, .selection]

  static func least(_ name: String) -> Double {
    ["high-contrast", "projector"].contains(name) ? 7 : 4.5
  }

  private func contrast(_ ink: Color, _ paper: Color) -> Double {
    SeenColor(ink).contrast(to: SeenColor(paper))
  }

  @Test func allTheListedThemesAreThere() {
    #expect(
      ShippedThemes.names == [
        "dark", "light", "catppuccin", "color-blind", "color-blind-light", "gruvbox",
        "high-contrast", "mono", "nord", "projector", "solarized-dark", "solarized-light",
      ])
  }

  @Test(arguments: ShippedThemes.names)
  func itLoadsWithoutAWarning(name: String) throws {
    let loaded = try ShippedThemes.loaded(name)
    #expect(loaded.issues == [])
    #expect(loaded.files.count == 1)
    #expect(loaded.theme.name == name)
  }

  @Test(arguments: ShippedThemes.colored)
  func itSaysHowEveryRoleLooks(name: String) throws {
    let loaded = try ShippedThemes.loaded(name)
    for role in Role.allCases {
      #expect(loaded.theme[role].ink != nil, "\(name): \(role)")
      #expect(
        (loaded.theme[role].background != nil) == Self.strips.contains(role), "\(name): \(role)")
    }
    #expect(loaded.theme.isDark == (SeenColor(try loaded.paper).luminance < 0.18))
  }

  @Test(arguments: ShippedThemes.colored)
  func wordsCanBeReadOnThePaperAndOnTheSelection(name: String) throws {
    let loaded = try ShippedThemes.loaded(name)
    let paper = try loaded.paper
    let selection = try #require(loaded.theme[.selection].background)
    let least = Self.least(name)
    for role in Self.words {
      let ink = try #require(loaded.theme[role].ink)
      #expect(contrast(ink, paper) >= least, "\(name): \(role)")
      #expect(contrast(ink, selection) >= least, "\(name): \(role), selected")
    }
    for role in Self.strips {
      let look = loaded.theme[role]
      let (ink, ground) = (try #require(look.ink), try #require(look.background))
      #expect(contrast(ink, ground) >= least, "\(name): \(role)")
    }
    let faint = try #require(loaded.theme[.faint].ink)
    let faintest = least > 4.5 ? least : 3
    #expect(contrast(faint, paper) >= faintest, "\(name): faint")
    #expect(contrast(faint, selection) >= faintest, "\(name): faint, selected")
    #expect(contrast(try #require(loaded.theme[.border].ink), paper) >= 2, "\(name): border")
  }

  /// Labels are cut out of bars: what shows is the paper, on the bar's ink.
  @Test(arguments: ShippedThemes.colored)
  func labelsCanBeReadInShapes(name: String) throws {
    let loaded = try ShippedThemes.loaded(name)
    let paper = try loaded.paper
    for role: Role in [.bar, .barAlternate, .attention, .accent] {
      let ink = try #require(loaded.theme[role].ink)
      #expect(contrast(ink, paper) >= Self.least(name), "\(name): \(role)")
    }
  }

  @Test(arguments: ShippedThemes.colored)
  func shapesThatTouchCanBeToldApart(name: String) throws {
    let theme = try ShippedThemes.loaded(name).theme
    for (one, other, least) in [
      (Role.bar, Role.barAlternate, 10.0), (.accent, .bar, 10), (.attention, .barAlternate, 20),
      (.attention, .bar, 20), (.accent, .barAlternate, 10),
    ] {
      let first = SeenColor(try #require(theme[one].ink)).lab
      let second = SeenColor(try #require(theme[other].ink)).lab
      #expect(first.difference(from: second) >= least, "\(name): \(one), \(other)")
    }
  }

  @Test(arguments: ShippedThemes.colored)
  func goodAndBadNeverDifferByHueAlone(name: String) throws {
    let theme = try ShippedThemes.loaded(name).theme
    let (good, bad) = (try #require(theme[.good].ink), try #require(theme[.bad].ink))
    #expect(abs(SeenColor(good).lab.lightness - SeenColor(bad).lab.lightness) >= 8, "\(name)")
    #expect(theme[.bad].isBold)
    let least = name.hasPrefix("color-blind") ? 20.0 : 10
    #expect(SeenColor(good).lab.difference(from: SeenColor(bad).lab) >= 20, "\(name)")
    for vision in SeenColor.Vision.allCases {
      let difference = SeenColor(good, by: vision).lab
        .difference(from: SeenColor(bad, by: vision).lab)
      #expect(difference >= least, "\(name): \(vision)")
    }
  }

  @Test func withoutColoursGoodAndBadDifferByWeightAndALine() throws {
    let mono = try ShippedThemes.loaded("mono").theme
    let good = mono.appearance(of: Style(.good), depth: .trueColor)
    let bad = mono.appearance(of: Style(.bad), depth: .trueColor)
    #expect(!good.isBold && bad.isBold)
    #expect(!good.isUnderlined && bad.isUnderlined)
    #expect(mono.background == nil && mono.isDark == nil)
    for role in Role.allCases {
      guard let ink = mono[role].ink else { continue }
      #expect(ink.red == ink.green && ink.green == ink.blue)
      #expect(contrast(ink, Color(0x000000)) >= 4.5 && contrast(ink, Color(0xFFFFFF)) >= 4.5)
    }
  }

  @Test func theBuiltInThemesAreThoseOfTheFiles() throws {
    #expect(try ShippedThemes.loaded("dark").theme == Theme.dark)
    #expect(try ShippedThemes.loaded("light").theme == Theme.light)
  }

  @Test(arguments: ShippedThemes.names)
  func aBackgroundIsAssumedOnlyWhereItIsTheTerminals(name: String) throws {
    let loaded = try ShippedThemes.loaded(name)
    let isTerminals = ["dark", "light", "color-blind", "color-blind-light", "mono"].contains(name)
    #expect((loaded.theme.background == nil) == isTerminals)
    #expect((loaded.assumedBackground != nil) == (isTerminals && name != "mono"))
  }
}
