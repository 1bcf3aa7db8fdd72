/// How roles look.
public struct Theme: Hashable, Sendable {
  /// How one role looks; `nil` stands for the terminal's or the theme's own colour.
  public struct Look: Hashable, Sendable {
    /// The colour of the text.
    public var ink: Color?
    /// The colour behind it.
    public var background: Color?
    /// Heavier.
    public var isBold: Bool
    /// With a line below.
    public var isUnderlined: Bool
    /// Ink and background exchanged.
    public var isReversed: Bool

    /// A look, by default that of the terminal.
    public init(
      ink: Color? = nil, background: Color? = nil, bold: Bool = false, underlined: Bool = false,
      reversed: Bool = false
    ) {
      self.ink = ink
      self.background = background
      self.isBold = bold
      self.isUnderlined = underlined
      self.isReversed = reversed
    }
  }

  /// The name that it is chosen by.
  public var name: String
  /// Whether it is made for a dark background; `nil` if it suits both.
  public var isDark: Bool?
  /// The colour of empty cells; `nil` is the terminal's own.
  public var background: Color?
  /// The glyph set that it asks for; `nil` leaves it to the terminal.
  public var glyphs: GlyphSet?
  /// The looks that differ from the terminal's own.
  public var looks: [Role: Look]

  /// A theme by its looks; roles without one look like the terminal's own text.
  public init(
    name: String, isDark: Bool?, background: Color? = nil, glyphs: GlyphSet? = nil,
    looks: [Role: Look]
  ) {
    self.name = name
    self.isDark = isDark
    self.background = background
    self.glyphs = glyphs
    self.looks = looks
  }

  /// How a role looks.
  public subscript(role: Role) -> Look {
    get { looks[role] ?? Look() }
    set { looks[role] = newValue }
  }

  /// What a style comes to with this many colours.
  ///
  /// A selected cell has the selection's background and the ink of its role. With 16 colours or
  /// fewer, where that background might be the terminal's own, it is drawn reversed instead.
  public func appearance(of style: Style, depth: ColorDepth) -> Appearance {
    let look = self[style.role]
    let selection = self[.selection]
    let isFew = depth == .none || depth == .sixteen
    var isReversed = look.isReversed != style.isReversed
    var ink = look.ink ?? self[.text].ink
    var background = look.background ?? self.background
    if style.isSelected {
      if isFew || selection.background == nil {
        isReversed = true
        background = self.background
      } else {
        background = selection.background
        if look.background != nil { ink = selection.ink ?? ink }
      }
    } else if isFew, look.background != nil, look.background != self.background {
      isReversed = true
      ink = style.role == .selection ? self[.text].ink : ink
      background = self.background
    }
    if style.isSolid, !style.isReversed, ink != nil { background = ink }
    return Appearance(
      ink: Self.ink(ink, depth: depth), background: Self.ink(background, depth: depth),
      isBold: look.isBold || style.isBold || (depth == .none && style.role == .bad),
      isUnderlined: look.isUnderlined || style.isUnderlined, isReversed: isReversed)
  }

  private static func ink(_ color: Color?, depth: ColorDepth) -> Appearance.Ink {
    guard let color else { return .own }
    switch depth {
    case .none: return .own
    case .sixteen, .twoHundredFiftySix:
      return .number(ColorPalette.nearest(to: color, depth: depth))
    case .trueColor: return .exact(color)
    }
  }
}
