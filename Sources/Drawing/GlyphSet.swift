/// The marks and lines that a terminal can be trusted with.
public struct GlyphSet: Hashable, Sendable {
  /// The name in the configuration and in themes.
  public var name: String

  /// A line from left to right.
  public var horizontal = "─"
  /// A line from top to bottom.
  public var vertical = "│"
  /// The corner at the top left.
  public var topLeft = "┌"
  /// The corner at the top right.
  public var topRight = "┐"
  /// The corner at the bottom left.
  public var bottomLeft = "└"
  /// The corner at the bottom right.
  public var bottomRight = "┘"
  /// A vertical line with a branch to the right.
  public var teeRight = "├"
  /// A vertical line with a branch to the left.
  public var teeLeft = "┤"
  /// A horizontal line with a branch down.
  public var teeDown = "┬"
  /// A horizontal line with a branch up.
  public var teeUp = "┴"
  /// Two lines that cross.
  public var crossing = "┼"
  /// A line from left to right with gaps.
  public var dashedHorizontal = "╌"
  /// A line from top to bottom with gaps.
  public var dashedVertical = "╎"

  /// Parts of a cell filled from the left, from an eighth to the whole; always eight.
  public var barEighths = ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]
  /// Parts of a cell filled from below, from an eighth to the whole; always eight.
  public var columnEighths = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  /// The right half of a cell filled.
  public var rightHalf = "▐"
  /// A cell filled a little.
  public var lightShade = "░"
  /// A cell filled by half.
  public var mediumShade = "▒"
  /// The left edge of a funnel that narrows downwards.
  public var slopeLeft = "◥"
  /// The right edge of a funnel that narrows downwards.
  public var slopeRight = "◤"

  /// Higher than before.
  public var up = "▴"
  /// Lower than before.
  public var down = "▾"
  /// As before.
  public var flat = "▸"
  /// In front of a point of a list.
  public var bullet = "∙"
  /// Where a text was cut.
  public var ellipsis = "…"
  /// In front of a negative number.
  public var minus = "−"
  /// Between factors.
  public var multiply = "×"
  /// From one thing to the next.
  public var arrowRight = "→"
  /// Between the parts of a path.
  public var breadcrumb = "›"
  /// Done, or well.
  public var check = "✓"
  /// Failed.
  public var cross = "✗"
  /// To be looked at.
  public var warning = "⚠"
  /// Where a target lies on a bar.
  public var targetMark = "▎"
  /// A branch whose parts are shown.
  public var expanded = "▾"
  /// A branch whose parts are hidden.
  public var collapsed = "▸"
  /// Data that keeps itself up to date.
  public var liveDot = "●"
  /// A point of a curve where there is no braille.
  public var plotPoint = "∙"
  /// Whether curves may be drawn in braille dots.
  public var hasBraille = true

  /// Everything, for terminals where ambiguous characters take one cell.
  public static let unicode = GlyphSet(name: "unicode")

  /// Only characters that take one cell everywhere, for terminals where ambiguous ones take two.
  public static let safe: GlyphSet = {
    var set = ascii
    set.name = "safe"
    set.barEighths = ["⡇", "⡇", "⡇", "⡇", "⣿", "⣿", "⣿", "⣿"]
    set.columnEighths = ["⣀", "⣀", "⣤", "⣤", "⣶", "⣶", "⣿", "⣿"]
    set.lightShade = "░"
    set.mediumShade = "░"
    set.up = "▴"
    set.down = "▾"
    set.flat = "▸"
    set.bullet = "∙"
    set.minus = "−"
    set.arrowRight = "▸"
    set.breadcrumb = "›"
    set.check = "✓"
    set.cross = "✗"
    set.warning = "⚠"
    set.targetMark = "▐"
    set.expanded = "▾"
    set.collapsed = "▸"
    set.liveDot = "▮"
    set.plotPoint = "∙"
    set.hasBraille = true
    return set
  }()

  /// ASCII alone, for terminals without Unicode.
  public static let ascii = GlyphSet(
    name: "ascii", horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+",
    bottomRight: "+", teeRight: "+", teeLeft: "+", teeDown: "+", teeUp: "+", crossing: "+",
    dashedHorizontal: "-", dashedVertical: ":",
    barEighths: ["#", "#", "#", "#", "#", "#", "#", "#"],
    columnEighths: ["_", "_", "-", "-", "=", "=", "#", "#"], rightHalf: "#", lightShade: ".",
    mediumShade: ":",
    slopeLeft: "\\", slopeRight: "/", up: "^", down: "v", flat: ">", bullet: "*", ellipsis: "..",
    minus: "-", multiply: "x", arrowRight: ">", breadcrumb: ">", check: "+", cross: "x",
    warning: "!", targetMark: "|", expanded: "v", collapsed: ">", liveDot: "*", plotPoint: "*",
    hasBraille: false)
}

extension GlyphSet {
  /// The set with this name: `unicode`, `safe` or `ascii`; `nil` for any other.
  public init?(named name: String) {
    let all: [GlyphSet] = [.unicode, .safe, .ascii]
    guard let set = all.first(where: { $0.name == name }) else {
      return nil
    }
    self = set
  }

  /// This set, or the one that a theme asks for where that trusts the terminal with less.
  public func limited(to asked: GlyphSet?) -> GlyphSet {
    guard let asked, let own = rank, let other = asked.rank, other > own else { return self }
    return asked
  }

  private var rank: Int? { [GlyphSet.unicode, .safe, .ascii].firstIndex { $0.name == name } }
}
