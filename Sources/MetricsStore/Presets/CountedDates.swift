import Metrics

/// What the cells of a date column hold, as its name in the file tells.
enum DateOrigin: Hashable, Sendable {
  /// Dates.
  case dates
  /// How many days, weeks or months had begun since the file's period did: Google Analytics' `Nth
  /// day`, from `0000` on.
  case counted(Grain)

  /// What a column of that name holds.
  init(columnName: String) {
    switch HeaderName.folded(columnName) {
    case "nthday", "n日目": self = .counted(.day)
    case "nthweek", "n週目": self = .counted(.week)
    case "nthmonth", "nか月目", "nヶ月目", "nカ月目", "nヵ月目": self = .counted(.month)
    default: self = .dates
    }
  }
}

/// Turns counts of days, weeks or months into days. Weeks start on Sunday, months on their first;
/// the first and the last one have only the days that the file's period has of them.
struct CountedDates {
  /// What a count stands for.
  enum Place: Hashable {
    /// A whole day, week or month, by its first day.
    case whole(Day)
    /// These days of a week or month, which compared with whole ones would look like a drop.
    case partial(DayRange)
    /// Nothing within the period.
    case outside
  }

  /// What is counted: days, weeks or months.
  let unit: Grain
  /// The period that the file is about.
  let period: DayRange

  private static let calendar = BusinessCalendar(weekStart: .sunday)

  /// What a count, from 0 on, stands for.
  func place(of count: Int) -> Place {
    guard (0...200_000).contains(count), !period.isEmpty else { return .outside }
    let first = CountedDates.calendar.period(unit, containing: period.start)
    let whole = CountedDates.calendar.period(first, offsetBy: count).range
    let part = whole.intersection(period)
    if part.isEmpty { return .outside }
    return part == whole ? .whole(whole.start) : .partial(part)
  }

  /// What stands against counting its rows by the source's cadence, or its weeks in a workspace that
  /// cuts weeks elsewhere; nil where nothing does.
  func issue(cadence: Grain, in workspace: BusinessCalendar, file: SafeText, line: Int?) -> Issue? {
    let place = SourcePlace(file: file, line: line)
    guard unit == cadence else {
      return Issue(
        .error, code: "period-not-cadence", at: place,
        message: SafeText("a row is about a \(unit.rawValue), the source says \(cadence.rawValue)"),
        help: SafeText("say “cadence: \(unit.rawValue)”"))
    }
    guard unit == .week, workspace.weekStart != .sunday else { return nil }
    return Issue(
      .error, code: "foreign-weeks", at: place,
      message: "weeks start on Sunday in this file, and on another day in the workspace",
      help: "export by day, or set “week_starts: sunday”")
  }

  /// What is to be said about weeks or months that the file holds in part only; nil where there are
  /// none.
  func issue(leavingOut parts: [DayRange], file: SafeText, line: Int?) -> Issue? {
    guard !parts.isEmpty else { return nil }
    let shown = Set(parts).sorted { $0.start < $1.start }.prefix(3)
      .map { "\($0.start) to \($0.last)" }
    return Issue(
      .warning, code: "partial-period", at: SourcePlace(file: file, line: line),
      message: SafeText(
        "\(shown.joined(separator: " and ")): no whole \(unit.rawValue); these rows are left out"),
      help: SafeText("export from the start of a \(unit.rawValue) to the end of one"))
  }
}
