public import Metrics

/// What a workspace's text files define, and what is wrong with them.
public struct LoadedDefinitions: Sendable {
  /// The definitions; nil where they have errors.
  public let definitions: Definitions?
  /// What is wrong or odd, by file, line and column.
  public let issues: [Issue]
  /// The main file and every include that was looked at, relative to the workspace.
  public let files: [String]

  /// The definitions of the workspace in a folder.
  public init(workspace root: String, file: String = "kpi.yaml") {
    definitions = nil
    issues = []
    files = [file]
  }
}
