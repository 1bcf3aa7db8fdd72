public import Metrics

extension Issue {
  /// The issue as compilers write them, `file:line:column: severity: message`, and what to do about
  /// it on a line of its own; every line is ended.
  public var text: String {
    let line = "\(place): \(severity.rawValue): \(message)\n"
    return help.map { line + "  help: \($0)\n" } ?? line
  }
}
