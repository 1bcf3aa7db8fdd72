/// What a piece of the screen means; a ``Theme`` says how that looks.
public enum Role: String, CaseIterable, Sendable {
  /// Ordinary words and numbers.
  case text
  /// What may be overlooked: units, hints, older things.
  case faint
  /// The number that a line is about.
  case strong
  /// The name of a part of the screen.
  case title
  /// Better than expected.
  case good
  /// Worse than expected.
  case bad
  /// What wants a look now.
  case attention
  /// What belongs to the program: the active tab, a mark.
  case accent
  /// A goal that was set.
  case target
  /// The period that is compared with.
  case comparison
  /// The natural limits of a process.
  case limit
  /// The filled part of a bar.
  case bar
  /// Every other bar, or the unfilled part.
  case barAlternate
  /// The line on top.
  case header
  /// The line at the bottom.
  case footer
  /// The name of a key in the footer and the help.
  case key
  /// Lines between things.
  case border
  /// The selected row; its background lies under every selected cell.
  case selection
  /// Data that keeps itself up to date.
  case live
  /// Data that is older than it should be.
  case stale

  /// The letter of ``Canvas/styleLines``; no two roles share one.
  public var letter: Character {
    switch self {
    case .text: "t"
    case .faint: "f"
    case .strong: "s"
    case .title: "n"
    case .good: "g"
    case .bad: "b"
    case .attention: "a"
    case .accent: "c"
    case .target: "o"
    case .comparison: "p"
    case .limit: "l"
    case .bar: "r"
    case .barAlternate: "u"
    case .header: "h"
    case .footer: "q"
    case .key: "k"
    case .border: "d"
    case .selection: "x"
    case .live: "v"
    case .stale: "z"
    }
  }
}
