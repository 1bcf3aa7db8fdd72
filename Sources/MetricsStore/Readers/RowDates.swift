import Metrics

/// Says on which day each row of a file counts.
struct RowDates: Sendable {
  /// Where the day stands.
  enum Origin: Sendable {
    /// In this field.
    case column(Int, DateFormat)
    /// In this field, as how many days, weeks or months had begun.
    case counted(Int, CountedDates)
    /// Nowhere: all rows are about one period, which begins on this day.
    case constant(Int32)
    /// In two fields: the first and the last day of a period of the source's cadence.
    case period(first: Int, last: Int, DateFormat, Grain, BusinessCalendar)
  }

  /// What a row says.
  enum Outcome {
    case day(Int32)
    /// Why it counts on no day, and the field that tells.
    case none(field: Int, RowFault)
  }

  private let origin: Origin
  /// The field of dates, where each row has one; else -1.
  private let field: Int
  private var reading: DateReading

  /// Days from an origin.
  init(_ origin: Origin) {
    self.origin = origin
    switch origin {
    case .column(let field, let format):
      self.field = field
      reading = DateReading(format)
    case .period(_, _, let format, _, _):
      field = -1
      reading = DateReading(format)
    case .counted, .constant:
      field = -1
      reading = DateReading(DateFormat())
    }
  }

  /// What a row says.
  @inline(__always)
  mutating func read<Row: RowCells & ~Copyable>(_ row: inout Row) -> Outcome {
    field >= 0 ? day(field, &row) : other(&row)
  }

  @inline(__always)
  private mutating func day<Row: RowCells & ~Copyable>(_ field: Int, _ row: inout Row) -> Outcome {
    switch reading.read(row.cell(field)) {
    case .day(let day), .month(let day): .day(day)
    case .missing: .none(field: field, .noDate)
    case .ambiguous: .none(field: field, .ambiguousDate)
    case .invalid: .none(field: field, .notADate)
    }
  }

  /// The day of a row whose date is one such as 2026-11-05; else `DateReading.none`, whatever it is.
  @inline(__always)
  mutating func quickDay<Row: RowCells & ~Copyable>(_ row: inout Row) -> Int32 {
    reading.day(of: row.raw(field))
  }

  @inline(never)
  private mutating func other<Row: RowCells & ~Copyable>(_ row: inout Row) -> Outcome {
    switch origin {
    case .column(let field, _): return day(field, &row)
    case .constant(let day): return .day(day)
    case .counted(let field, let counted):
      let cell = row.cell(field)
      guard !NumberCell.isMissing(cell) else { return .none(field: field, .noDate) }
      guard case .value(let number) = NumberCell(cell), let count = Int(exactly: number.double)
      else { return .none(field: field, .notADate) }
      switch counted.place(of: count) {
      case .whole(let day): return .day(day.number)
      case .partial: return .none(field: field, .partialPeriod)
      case .outside: return .none(field: field, .notADate)
      }
    case .period(let first, let last, _, let cadence, let calendar):
      guard case .day(let start) = day(first, &row) else { return day(first, &row) }
      guard case .day(let end) = day(last, &row) else { return day(last, &row) }
      let range = DayRange(Day(number: start), through: Day(number: max(start, end)))
      guard start <= end,
        PeriodFit(range, cadence: cadence, calendar: calendar) == .exact(range.start)
      else { return .none(field: last, .foreignPeriod(cadence)) }
      return .day(start)
    }
  }
}
