import Metrics

/// Whether the period of a file, or of a row, without a date is one of those that its source counts
/// by: a row of thirty days cannot be spread over days that it says nothing about.
enum PeriodFit: Hashable {
  /// It is exactly one such period, whose first day stands for it.
  case exact(Day)
  /// It is exactly a period of another length.
  case other(Grain)
  /// It is no whole period of any length.
  case none

  /// Compares a period with a source's cadence.
  init(_ range: DayRange, cadence: Grain, calendar: BusinessCalendar) {
    func isExact(_ grain: Grain) -> Bool {
      !range.isEmpty && calendar.period(grain, containing: range.start).range == range
    }
    if isExact(cadence) {
      self = .exact(range.start)
    } else {
      let others = Grain.allCases.filter { $0 != .sprint && $0 != cadence }
      self = others.first(where: isExact).map { .other($0) } ?? .none
    }
  }

  /// What is to be said where it does not fit; nil where it does.
  func issue(_ range: DayRange, cadence: Grain, in file: SafeText, line: Int? = nil) -> Issue? {
    let help: String
    switch self {
    case .exact: return nil
    case .other(let grain):
      help = "say “cadence: \(grain.rawValue)” if every file is about a \(grain.rawValue)"
    case .none: help = "export a whole \(cadence.rawValue), or by day"
    }
    return Issue(
      .error, code: "period-not-cadence", at: SourcePlace(file: file, line: line),
      message: SafeText(
        "the rows are about \(range.start) to \(range.last), which is no \(cadence.rawValue)"),
      help: SafeText(help))
  }
}
