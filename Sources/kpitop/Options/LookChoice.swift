import Drawing
import Glibc
import Metrics

/// What the look options come to in this environment.
struct LookChoice {
  /// The language of the interface.
  let language: Language
  /// The colours by role.
  let theme: Theme
  /// The marks that may be drawn; nil where the terminal decides.
  let glyphs: GlyphSet?
  /// How many colours the output takes.
  let depth: ColorDepth

  /// The options, completed by the locale, `NO_COLOR`, `COLORTERM` and what the output is.
  init(_ options: LookOptions, output: Int32) throws(CommandFailure) {
    language = options.lang ?? LookChoice.language(of: LookChoice.locale)
    theme = .dark
    glyphs = options.ascii ? .ascii : nil
    depth = LookChoice.depth(options.color, isTerminal: isatty(output) == 1)
  }

  private static func depth(_ choice: LookOptions.ColorChoice, isTerminal: Bool) -> ColorDepth {
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
