public import Drawing

/// Something that a dashboard has to answer.
public enum TerminalEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// The screen has this size now.
  case resize(Size)
  /// The mouse was used.
  case mouse(Mouse)
  /// Text was pasted; line ends are `\n`, other controls are left as they came.
  case paste(String)
  /// The bell rang: there is news from elsewhere in the process.
  case bell
  /// The process was stopped and goes on; the screen has been sent anew.
  case resumed
  /// The terminal is gone.
  case end
}
