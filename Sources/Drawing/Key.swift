/// A key, or a combination of keys, as the terminal reported it.
public enum Key: Hashable, Sendable {
  /// A letter, digit, sign, kana or space; full-width letters arrive as their plain ones.
  case character(Character)
  /// Control with this lower-case letter.
  case control(Character)
  /// Alt (or Escape just before) with this character.
  case alt(Character)
  /// Return.
  case enter
  /// Escape alone.
  case escape
  /// Tabulator.
  case tab
  /// Shift with the tabulator.
  case backTab
  /// The key that removes to the left.
  case backspace
  /// The key that removes to the right.
  case delete
  /// Insert.
  case insert
  /// Arrow up.
  case up
  /// Arrow down.
  case down
  /// Arrow left.
  case left
  /// Arrow right.
  case right
  /// A page up.
  case pageUp
  /// A page down.
  case pageDown
  /// To the beginning.
  case home
  /// To the end.
  case end
  /// A function key by its number, from 1.
  case function(Int)
}
