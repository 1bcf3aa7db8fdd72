/// A mistake or oddity in definitions or data, with where it stands and what to do about it.
public struct Issue: Hashable, Sendable {
  /// How much it matters.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// Numbers are missing or would be wrong.
    case error
    /// Something was left out or guessed.
    case warning
    /// Good to know.
    case note
  }

  /// How much it matters.
  public let severity: Severity
  /// A short stable name, such as `unknown-key`, for scripts.
  public let code: String
  /// Where it stands.
  public let place: SourcePlace
  /// What was found, as a sentence.
  public let message: SafeText
  /// What to do about it; nil where there is nothing to do.
  public let help: SafeText?

  /// An issue with its evidence.
  public init(
    _ severity: Severity, code: String, at place: SourcePlace, message: SafeText,
    help: SafeText? = nil
  ) {
    self.severity = severity
    self.code = code
    self.place = place
    self.message = message
    self.help = help
  }
}

/// A place in a file, as people count: lines and columns from 1.
public struct SourcePlace: Hashable, Sendable {
  /// The file's path, relative to the workspace where it lies in it.
  public let file: SafeText
  /// The line, or nil where the whole file is meant.
  public let line: Int?
  /// The column in characters, or nil where the whole line is meant.
  public let column: Int?

  /// A place in a file.
  public init(file: SafeText, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }
}

extension SourcePlace: CustomStringConvertible {
  /// `file:line:column`, as far as it is known.
  public var description: String {
    var text = file.string
    if let line { text += ":\(line)" }
    if let column { text += ":\(column)" }
    return text
  }
}

extension Issue: Error {}
