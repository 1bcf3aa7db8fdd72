import Drawing
import Metrics

/// What one theme file says, before the theme that it inherits from is known.
struct ThemeFile {
  /// A text with where it stands, for what can be wrong with it only later.
  struct Name {
    let text: String
    let place: SourcePlace
  }

  /// A colour as it is written.
  enum Paint {
    /// `#RRGGBB` or `#RGB`.
    case exact(Color)
    /// A name of a palette: this file's or one it inherits.
    case named(Name)
    /// `terminal`: whatever the terminal has.
    case terminal
  }

  /// What is said of one role; nil leaves it to the theme that is inherited.
  struct Look {
    var ink: Paint?
    var background: Paint?
    var isBold: Bool?
    var isUnderlined: Bool?
    var isReversed: Bool?
  }

  /// The name that it gives itself.
  var name: Name?
  /// The theme that says what this one does not.
  var parent: Name?
  /// Whether it is made for a dark background.
  var isDark: Bool?
  /// The colour of empty cells.
  var background: Paint?
  /// The terminal's background that contrasts are computed with where there is no own one.
  var assumedBackground: Paint?
  /// Colours by name.
  var palette: [String: Color] = [:]
  /// The looks by role.
  var looks: [Role: Look] = [:]
  /// The glyph set that it asks for.
  var glyphs: GlyphSet?
}

extension Role {
  /// The name in theme files, such as `bar_alternate`.
  var themeKey: String {
    rawValue.reduce(into: "") { key, letter in
      key += letter.isUppercase ? "_" + letter.lowercased() : String(letter)
    }
  }
}
