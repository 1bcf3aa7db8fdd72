import CTerminal
import Drawing

/// An appearance that the C layer knows by a number.
struct Look {
  let number: UInt16
  private let appearance: Appearance

  /// Makes an appearance known to the C layer.
  init(_ appearance: Appearance) {
    self.appearance = appearance
    number = terminal_look(
      appearance.ink.number, appearance.background.number, appearance.isBold,
      appearance.isUnderlined, appearance.isReversed)
  }

  /// Whether a space looks the same in both.
  func isSameForBlanks(as other: Look) -> Bool {
    appearance.isInvisible(like: other.appearance)
      && other.appearance.isInvisible(like: appearance)
  }
}
