import Metrics

/// Collects what is wrong while definitions are read.
final class IssueLog {
  /// Everything found, in the order in which it was found.
  private(set) var issues: [Issue] = []

  private static let limit = 100

  /// Notes what is wrong and where; beyond 100 issues nothing more is noted.
  func add(_ problem: DefinitionIssue, at place: SourcePlace) {
    guard issues.count < IssueLog.limit else { return }
    issues.append(
      Issue(
        problem.severity, code: problem.code, at: place, message: SafeText(problem.message),
        help: problem.help.map { SafeText($0) }))
  }

  /// Whether anything found so far makes the definitions unusable.
  var hasErrors: Bool { issues.contains { $0.severity == .error } }

  /// Everything found, by file (the main one first) and place.
  func sorted(mainFile: SafeText) -> [Issue] {
    func rank(_ issue: Issue) -> (Int, SafeText, Int, Int) {
      let place = issue.place
      return (place.file == mainFile ? 0 : 1, place.file, place.line ?? 0, place.column ?? 0)
    }
    return issues.enumerated()
      .sorted {
        let (left, right) = (rank($0.element), rank($1.element))
        return left == right ? $0.offset < $1.offset : left < right
      }
      .map(\.element)
  }
}
