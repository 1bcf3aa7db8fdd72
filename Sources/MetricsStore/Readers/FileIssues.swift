import Metrics

/// Gathers what is wrong with one file, a bounded number of each kind.
struct FileIssues {
  /// How many issues of one kind are worth reading.
  static let limit = 20

  /// The file, relative to the workspace.
  let file: SafeText
  private var found: [Issue] = []
  private var counts: [String: (severity: Issue.Severity, count: Int)] = [:]

  /// A log for a file.
  init(file: SafeText) {
    self.file = file
  }

  /// Adds an issue, or only counts it where there are enough of its kind.
  mutating func add(
    _ severity: Issue.Severity, _ code: String, line: Int? = nil, column: Int? = nil,
    _ message: @autoclosure () -> String, help: @autoclosure () -> String? = nil
  ) {
    let count = (counts[code]?.count ?? 0) + 1
    counts[code] = (severity, count)
    guard count <= FileIssues.limit else { return }
    found.append(
      Issue(
        severity, code: code, at: SourcePlace(file: file, line: line, column: column),
        message: SafeText(message()), help: help().map { SafeText($0) }))
  }

  /// Adds an issue that was made elsewhere.
  mutating func add(_ issue: Issue) {
    let count = (counts[issue.code]?.count ?? 0) + 1
    counts[issue.code] = (issue.severity, count)
    if count <= FileIssues.limit { found.append(issue) }
  }

  /// Gives the issues other lines; nil where one has none.
  mutating func moveLines(_ line: (Int) -> Int?) {
    found = found.map { issue in
      guard let old = issue.place.line else { return issue }
      let new = line(old)
      return Issue(
        issue.severity, code: issue.code,
        at: SourcePlace(
          file: issue.place.file, line: new, column: new == old ? issue.place.column : nil),
        message: issue.message, help: issue.help)
    }
  }

  /// Notes that there are more of a kind than were added.
  mutating func count(_ number: Int, more code: String) {
    guard let kind = counts[code] else { return }
    counts[code] = (kind.severity, kind.count + number)
  }

  /// The issues, and for each kind with more of them one that counts the rest.
  var issues: [Issue] {
    found
      + counts.sorted { $0.key < $1.key }.compactMap { code, kind in
        guard kind.count > FileIssues.limit else { return nil }
        return Issue(
          kind.severity, code: code, at: SourcePlace(file: file),
          message: SafeText("\(kind.count - FileIssues.limit) more like these (\(code))"))
      }
  }
}

/// A text from a file as a message quotes it: cut where it is long.
func quoted(_ text: String) -> String {
  let safe = SafeText(text).string
  return safe.count > 40 ? "\"\(safe.prefix(40))…\"" : "\"\(safe)\""
}
