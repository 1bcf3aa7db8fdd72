/// The length of the periods that numbers are gathered into, shortest first.
public enum Grain: String, CaseIterable, Hashable, Sendable, Comparable {
  case day, week, sprint, month, quarter, year

  /// Whether this grain is shorter than the other, by the days it usually has.
  public static func < (left: Grain, right: Grain) -> Bool {
    left.typicalDays < right.typicalDays
  }

  /// About how many days such a period has; sprints count as two weeks.
  var typicalDays: Int {
    switch self {
    case .day: 1
    case .week: 7
    case .sprint: 14
    case .month: 30
    case .quarter: 91
    case .year: 365
    }
  }
}
