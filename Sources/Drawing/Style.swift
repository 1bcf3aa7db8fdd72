/// A role with what is laid over it here.
public struct Style: Hashable, Sendable {
  /// The meaning that the theme turns into colours.
  public var role: Role
  /// Heavier, whatever the theme says of the role.
  public var isBold: Bool
  /// With a line below.
  public var isUnderlined: Bool
  /// Ink and background exchanged.
  public var isReversed: Bool
  /// On the background of the selection, with the ink of its role.
  public var isSelected: Bool
  /// With the ink behind it too, so that blocks below one another show no seams.
  public var isSolid: Bool

  /// A style that starts with a role.
  public init(
    _ role: Role, bold: Bool = false, underlined: Bool = false, reversed: Bool = false,
    selected: Bool = false, solid: Bool = false
  ) {
    self.role = role
    self.isBold = bold
    self.isUnderlined = underlined
    self.isReversed = reversed
    self.isSelected = selected
    self.isSolid = solid
  }

  /// Ordinary text.
  public static let plain = Style(.text)
}
