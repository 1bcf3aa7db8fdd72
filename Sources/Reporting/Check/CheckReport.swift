import Analysis
public import Metrics

/// What reading a workspace found: its files, and everything that is wrong with them, with its
/// definitions, and between its targets.
public struct CheckReport: Sendable {
  /// What was read, file by file, in order of their paths.
  let files: [FileReport]
  /// What is wrong or odd, in order of its place.
  let issues: [Issue]

  /// What a snapshot says about its workspace; targets that contradict one another as of the date
  /// are warnings.
  public init(_ snapshot: Snapshot, asOf: Day) {
    let evaluator = Evaluator(snapshot, asOf: asOf)
    let targets = TargetBook(evaluator)
    let contradictions = TargetContradiction.all(evaluator).map { contradiction in
      Issue(
        contradiction, in: evaluator.calendar,
        at: targets.own(contradiction.metric, at: asOf)?.target.place)
    }
    files = snapshot.files.sorted { ($0.path, $0.source) < ($1.path, $1.source) }
    issues = (snapshot.issues + contradictions).sorted { left, right in
      left.place.order < right.place.order
    }
  }

  /// Whether numbers are missing or would be wrong.
  public var hasErrors: Bool { issues.contains { $0.severity == .error } }
}

extension SourcePlace {
  /// Sorts by file, and from top to bottom in it.
  fileprivate var order: (SafeText, Int, Int) { (file, line ?? 0, column ?? 0) }
}

extension Issue {
  /// A contradiction between targets, told as a warning.
  init(_ contradiction: TargetContradiction, in calendar: BusinessCalendar, at place: SourcePlace?)
  {
    let metric = contradiction.metric
    let operands = contradiction.operands.sorted { $0.key < $1.key }
      .map { "\($0.key) \(PlainNumber.text($0.value))" }.joined(separator: ", ")
    let deviation = ReadableNumber.ratio(contradiction.deviation)
    self.init(
      .warning, code: "target-contradiction", at: place ?? SourcePlace(file: "kpi.yaml"),
      message: SafeText(
        "the target of \(metric) for \(calendar.label(contradiction.period)) is "
          + "\(PlainNumber.text(contradiction.target)), but the targets of what it is made of "
          + "give \(PlainNumber.text(contradiction.implied)) (\(deviation))"),
      help: SafeText("change one of them: \(operands)"))
  }
}
