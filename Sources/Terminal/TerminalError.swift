/// Why a dashboard cannot be shown here.
public enum TerminalError: Error, Hashable, Sendable {
  /// Standard input or output is a file or a pipe.
  case notATerminal
  /// The terminal of this name cannot place its cursor, such as `dumb`.
  case unusable(name: String)
}
