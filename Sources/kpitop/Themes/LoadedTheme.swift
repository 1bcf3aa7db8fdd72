import Drawing
import Metrics

/// A theme with where it came from and what is wrong with that.
struct LoadedTheme {
  /// The looks, complete.
  private(set) var theme: Theme
  /// The terminal's background that contrasts are computed with; nil where the theme has its own.
  private(set) var assumedBackground: Color?
  /// What was left out, and why.
  private(set) var issues: [Issue] = []
  /// The files it was read from, as they were.
  private(set) var files: [FileMark] = []

  /// A theme that is built in.
  init(_ theme: Theme) {
    self.theme = theme
  }

  /// What the files of a chain say together, the one that was asked for first.
  ///
  /// - Parameter base: What the last of them inherits from.
  init(_ name: String, _ chain: [ThemeFile], over base: Theme?, issues: [Issue], files: [FileMark])
  {
    theme = base ?? Theme(name: name, isDark: nil, looks: [:])
    theme.name = name
    self.issues = issues
    self.files = files
    var palette: [String: Color] = [:]
    for file in chain.reversed() { palette.merge(file.palette) { $1 } }
    for file in chain.reversed() { apply(file, palette) }
  }

  /// Whether any of its files is another one now.
  var isOutdated: Bool { files.contains { $0 != FileMark($0.path) } }

  /// Takes files as they are now for those that it was read from.
  mutating func remember(_ files: [FileMark]) { self.files = files }

  private mutating func apply(_ file: ThemeFile, _ palette: [String: Color]) {
    if let isDark = file.isDark { theme.isDark = isDark }
    if let glyphs = file.glyphs { theme.glyphs = glyphs }
    theme.background = color(file.background, palette, else: theme.background)
    assumedBackground = color(file.assumedBackground, palette, else: assumedBackground)
    for role in Role.allCases {
      guard let said = file.looks[role] else { continue }
      var look = theme[role]
      look.ink = color(said.ink, palette, else: look.ink)
      look.background = color(said.background, palette, else: look.background)
      look.isBold = said.isBold ?? look.isBold
      look.isUnderlined = said.isUnderlined ?? look.isUnderlined
      look.isReversed = said.isReversed ?? look.isReversed
      theme[role] = look
    }
  }

  private mutating func color(
    _ paint: ThemeFile.Paint?, _ palette: [String: Color], else inherited: Color?
  ) -> Color? {
    switch paint {
    case nil: return inherited
    case .terminal?: return nil
    case .exact(let color)?: return color
    case .named(let name)?:
      if let color = palette[name.text] { return color }
      issues.append(Issue(unknown: "color", name, among: palette.keys + ["terminal"]))
      return inherited
    }
  }
}
