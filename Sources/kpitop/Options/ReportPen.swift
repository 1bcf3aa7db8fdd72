import Drawing
import Reporting

// The look options as reports for people need them.
extension LookChoice {
  /// What reports are written with: the language, the signs, and the theme's inks by role.
  ///
  /// Text on a terminal's own lines keeps the terminal's background.
  var pen: Pen {
    let glyphs = glyphs ?? theme.glyphs ?? .unicode
    let measure: TextMeasure = { TextWidth.standard.columns(of: $0) }
    let spelling: @Sendable (String) -> String = { glyphs.spelled($0) }
    guard depth != .none else { return Pen(language, measure: measure, spelling: spelling) }
    let escapes = Dictionary(
      uniqueKeysWithValues: Tone.allCases.map { tone in
        var appearance = theme.appearance(of: Style(tone.role), depth: depth)
        appearance.background = .own
        return (tone, appearance.escape)
      })
    return Pen(language, measure: measure, spelling: spelling) { text, tone in
      (escapes[tone] ?? "") + text + "\u{1B}[0m"
    }
  }
}

extension Tone {
  /// What it is on a screen.
  var role: Role {
    switch self {
    case .plain: .text
    case .heading: .title
    case .good: .good
    case .bad: .bad
    case .attention: .attention
    case .faint: .faint
    }
  }
}
