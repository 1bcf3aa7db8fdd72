/// One place on a canvas.
public struct Cell: Hashable, Sendable {
  /// One spacing character with at most two combining marks; empty in the right half of a wide one.
  public var text: String
  /// How many cells the text takes: 1 or 2, and 0 in the right half of a wide one.
  public var columns: Int
  /// How it looks.
  public var style: Style

  /// A place with this text; ``Canvas`` makes them, and keeps them whole.
  public init(text: String, columns: Int, style: Style) {
    self.text = text
    self.columns = columns
    self.style = style
  }

  /// An empty place.
  public static let blank = Cell(text: " ", columns: 1, style: .plain)

  /// The right half of a wide character.
  static func rightHalf(_ style: Style) -> Cell { Cell(text: "", columns: 0, style: style) }
}
