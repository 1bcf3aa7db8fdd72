import Analysis
import Metrics

/// What a view needs to turn definitions and numbers into words and marks.
struct ViewContext {
  let snapshot: Snapshot
  let lens: Lens
  let language: Language
  let evaluator: Evaluator
  let targets: TargetBook
  /// The period looked at.
  let period: Period
  let numbers: NumberText
  let periods: PeriodText
  /// Metrics whose values have just changed.
  let changed: Set<String>

  init(
    _ snapshot: Snapshot, lens: Lens, asOf: Day, language: Language, changed: Set<String> = []
  ) {
    self.snapshot = snapshot
    self.lens = lens
    self.language = language
    self.changed = changed
    evaluator = Evaluator(snapshot, asOf: asOf, segment: lens.segment)
    targets = TargetBook(evaluator)
    let workspace = snapshot.definitions.workspace
    period = lens.period ?? workspace.calendar.period(lens.grain, containing: asOf)
    numbers = NumberText(language: language, currency: workspace.currency)
    periods = PeriodText(language: language, calendar: workspace.calendar)
  }

  /// The words of a phrase in the interface's language.
  func words(_ phrase: Phrase) -> String { phrase.text(in: language) }

  /// A metric's label in the interface's language.
  func label(_ metric: String) -> String {
    snapshot.definitions.metric(metric)?.label.text(in: language) ?? metric
  }

  /// The period as a title, marked where it is not over, with the days that have come.
  func periodTitle() -> String {
    let window = evaluator.window(period)
    let title = periods.title(period)
    guard period.grain != .day else { return title }
    let partial = window.isWhole ? "" : " " + words(.toDate)
    return
      "\(title)\(partial) · \(periods.days(window.range.isEmpty ? period.range : window.range))"
  }

  /// What the numbers are compared with, with the days of it.
  func comparisonTitle() -> String {
    let words = lens.comparison.words(lens.grain, in: language)
    let calendar = evaluator.calendar
    let window = evaluator.window(period)
    let reference: PeriodWindow? =
      switch lens.comparison {
      case .previous: calendar.window(window, periodsEarlier: 1)
      case .year: calendar.windowOneYearEarlier(window)
      case .target: nil
      }
    let prefix = self.words(.versus)
    guard let reference, !reference.range.isEmpty else { return "\(prefix) \(words)" }
    return "\(prefix) \(words) (\(periods.days(reference.range)))"
  }
}
