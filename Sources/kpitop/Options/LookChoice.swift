import Drawing
import Glibc
import Metrics
import Reporting

/// What the look options come to in this environment.
struct LookChoice {
  /// The language of the interface.
  let language: Language
  /// Where themes come from.
  let library: ThemeLibrary
  /// The theme with its files.
  let loaded: LoadedTheme
  /// Whether it was asked for, so that a light terminal does not change it.
  let isThemeChosen: Bool
  /// The marks that may be drawn; nil where the terminal decides.
  let glyphs: GlyphSet?
  /// How many colours the output takes.
  let depth: ColorDepth

  /// The options, completed by the locale, `NO_COLOR`, `COLORTERM` and what the output is.
  init(_ options: LookOptions, output: Int32) throws(CommandFailure) {
    library = ThemeLibrary(path: options.theme.flatMap { ThemeLibrary.isPath($0) ? $0 : nil })
    if let given = try library.givenTheme() {
      loaded = given
    } else {
      loaded = try library.theme(named: options.theme ?? Theme.dark.name)
    }
    isThemeChosen = options.theme != nil
    language = options.lang ?? LookChoice.language(of: LookChoice.locale)
    glyphs = options.ascii ? .ascii : nil
    depth = LookChoice.depth(options.color, isTerminal: isatty(output) == 1)
  }

  /// The colours by role.
  var theme: Theme { loaded.theme }

  /// Prints what is wrong with the theme's files to standard error.
  func reportIssues() {
    for issue in loaded.issues { StandardStreams.complain(issue.text) }
  }

  /// How many colours the output takes, as the option and the environment's variables have it.
  static func depth(
    _ choice: LookOptions.ColorChoice, isTerminal: Bool,
    variable: (String) -> String? = LookChoice.variable
  ) -> ColorDepth {
    let hasNone = !(variable("NO_COLOR") ?? "").isEmpty || variable("TERM") == "dumb"
    switch choice {
    case .never: return .none
    case .auto where hasNone || !isTerminal: return .none
    case .auto, .always:
      let colors = variable("COLORTERM")
      return colors == "truecolor" || colors == "24bit" ? .trueColor : .twoHundredFiftySix
    }
  }

  /// The locale's name, from the first variable that says something.
  private static var locale: String {
    ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { variable($0) }.first { !$0.isEmpty } ?? ""
  }

  static func language(of locale: String) -> Language {
    locale.hasPrefix("ja") ? .japanese : .english
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
