/// Something the mouse did over a cell.
public struct Mouse: Hashable, Sendable {
  /// What was done.
  public enum Action: Hashable, Sendable {
    /// The left button was pressed.
    case press
    /// The left button was pressed a second time at the same cell, shortly after the first.
    case doublePress
    /// The wheel was turned away from the user.
    case scrollUp
    /// The wheel was turned towards the user.
    case scrollDown
  }

  /// What was done.
  public var action: Action
  /// Where, counted from 0 at the left.
  public var column: Int
  /// Where, counted from 0 at the top.
  public var row: Int

  /// An action at a cell.
  public init(_ action: Action, column: Int, row: Int) {
    self.action = action
    self.column = column
    self.row = row
  }
}
