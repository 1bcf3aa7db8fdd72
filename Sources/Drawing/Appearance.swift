/// What a style comes to on a terminal with a given number of colours.
public struct Appearance: Hashable, Sendable {
  /// A colour as the terminal is told.
  public enum Ink: Hashable, Sendable {
    /// The terminal's own colour.
    case own
    /// The colour with this number in the terminal's palette.
    case number(Int)
    /// Any colour.
    case exact(Color)
  }

  /// The colour of the text.
  public var ink: Ink
  /// The colour behind it.
  public var background: Ink
  /// Heavier.
  public var isBold: Bool
  /// With a line below.
  public var isUnderlined: Bool
  /// Ink and background exchanged.
  public var isReversed: Bool

  /// The escape sequence that switches to it from whatever was before.
  public var escape: String {
    var codes = ["0"]
    if isBold { codes.append("1") }
    if isUnderlined { codes.append("4") }
    if isReversed { codes.append("7") }
    codes += Self.codes(ink, base: 30)
    codes += Self.codes(background, base: 40)
    return "\u{1B}[" + codes.joined(separator: ";") + "m"
  }

  /// Whether a space looks the same in both, if the other shows none of its own either.
  public func isInvisible(like other: Appearance) -> Bool {
    background == other.background && !isReversed && !isUnderlined
  }

  private static func codes(_ ink: Ink, base: Int) -> [String] {
    switch ink {
    case .own: []
    case .number(let number) where number < 8: ["\(base + number)"]
    case .number(let number) where number < 16: ["\(base + 52 + number)"]
    case .number(let number): ["\(base + 8);5;\(number)"]
    case .exact(let color): ["\(base + 8);2;\(color.red);\(color.green);\(color.blue)"]
    }
  }
}
