import Metrics

/// How the cells of the columns that a plan needs are written in one file, and where it says when.
struct RowFormats: Sendable {
  /// How the numbers of each measure are written.
  var numbers: [NumberFormat]
  /// How the dates of each of the plan's columns are written.
  var dates: [DateFormat]
  /// Where the day of a row stands; nil for records that are counted by their events alone.
  var day: RowDates.Origin?
  /// Whether each of the plan's columns is personal, so that only a mark of its cells is kept.
  let isPersonal: [Bool]

  /// Plain numbers and dates that are certain by themselves, in columns that stand in these fields.
  init(_ plan: SourcePlan, fields: [Int]) {
    numbers = plan.measures.map { _ in NumberFormat() }
    dates = plan.columns.map { _ in DateFormat() }
    day = plan.date.map { .column(fields[$0], DateFormat()) }
    isPersonal = plan.columns.map { plan.source.isPersonal($0) }
  }

  /// Whether each row has a date of its own in one field.
  var isDated: Bool {
    if case .column = day { true } else { false }
  }
}
