public import Drawing

/// What was decided about the terminal before it is opened.
public struct TerminalOptions: Sendable {
  /// How wide characters of ambiguous width are.
  public enum AmbiguousWidth: Hashable, Sendable {
    /// As the terminal answers; one cell if it does not.
    case asked
    /// One cell.
    case narrow
    /// Two cells.
    case wide
  }

  /// The colours to use; `nil` goes by `NO_COLOR`, `COLORTERM` and the terminal's entry.
  public var depth: ColorDepth?
  /// The marks to draw with; `nil` goes by the encoding and the ambiguous width.
  public var glyphs: GlyphSet?
  /// How wide characters of ambiguous width are.
  public var ambiguousWidth: AmbiguousWidth
  /// Whether the terminal may be asked about its width and background, for at most 100 ms.
  public var isAsking: Bool
  /// Whether the mouse is listened to.
  public var hasMouse: Bool
  /// Where standard error goes while the screen is up; `nil` leaves it where it is.
  public var logPath: String?
  /// What is written below the restored screen after a crash; `nil` writes nothing.
  public var crashWords: String?

  /// Everything left to the terminal, but for what is named.
  public init(
    depth: ColorDepth? = nil, glyphs: GlyphSet? = nil, ambiguousWidth: AmbiguousWidth = .asked,
    isAsking: Bool = true, hasMouse: Bool = true, logPath: String? = nil,
    crashWords: String? = nil
  ) {
    self.depth = depth
    self.glyphs = glyphs
    self.ambiguousWidth = ambiguousWidth
    self.isAsking = isAsking
    self.hasMouse = hasMouse
    self.logPath = logPath
    self.crashWords = crashWords
  }
}
