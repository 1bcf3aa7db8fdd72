import Metrics

/// Takes the rows of a table one after another.
protocol RowSink: ~Copyable {
  /// Takes a record, or says why not.
  mutating func take(_ row: inout some RowCells & ~Copyable) -> RowOutcome
}

/// A sink that several threads can fill, each with a part of the rows.
protocol SharedRowSink: RowSink, ~Copyable, Sendable {
  /// An empty sink for the same rows.
  func fresh() -> Self

  /// Notes that the next rows come from this chunk of the file; chunks come in order, with gaps.
  mutating func begin(chunk: Int)

  /// Takes in what another sink took.
  mutating func join(_ other: borrowing Self)
}

/// What became of a row.
enum RowOutcome {
  case taken
  /// The source's condition leaves it out.
  case excluded
  /// It sums up other rows, and is no data.
  case total
  /// Something in this field is wrong.
  case rejected(field: Int, RowFault)
}

/// What is wrong with a row.
enum RowFault {
  case notANumber, notADate, ambiguousDate, noDate, noIdentifier
  /// A week or month of which the file holds only a part.
  case partialPeriod
  /// A period that is not one by which the source counts.
  case foreignPeriod(Grain)
  case raggedShort(expected: Int)
  case raggedLong(expected: Int)
  case strayQuote

  /// A short stable name.
  var code: String {
    switch self {
    case .notANumber: "not-a-number"
    case .notADate: "not-a-date"
    case .ambiguousDate: "ambiguous-date"
    case .partialPeriod: "partial-period"
    case .foreignPeriod: "period-not-cadence"
    case .noDate: "no-date"
    case .noIdentifier: "no-identifier"
    case .raggedShort, .raggedLong: "ragged-row"
    case .strayQuote: "stray-quote"
    }
  }

  /// What was found, as a sentence.
  func message(found: String, fields: Int) -> String {
    switch self {
    case .notANumber: "\(quoted(found)) is not a number; the row is left out"
    case .notADate: "\(quoted(found)) is not a date; the row is left out"
    case .ambiguousDate:
      "\(quoted(found)) may be two dates, and no other row tells the order of day and month; the row is "
        + "left out"
    case .partialPeriod:
      "the file holds only a part of period \(quoted(found)); the row is left out"
    case .foreignPeriod(let cadence):
      "the row is about a period that is no \(cadence.rawValue), and is left out"
    case .noDate: "the row has no date and is left out"
    case .noIdentifier: "the record has no identifier and is left out"
    case .raggedShort(let expected), .raggedLong(let expected):
      "the row has \(fields) fields where the header has \(expected), and is left out"
    case .strayQuote: "text follows a closing quote; the row is left out"
    }
  }

  /// What to do about it.
  var help: String? {
    switch self {
    case .notANumber: "write plain decimals, such as 1234.5 or 1,234.5"
    case .notADate: "write dates as 2026-11-05, or leave the cell empty"
    case .ambiguousDate: "say “date_order: dmy” or “date_order: mdy” in the source"
    case .partialPeriod: "export whole periods, or by day"
    case .foreignPeriod(let cadence):
      "export by \(cadence.rawValue), or change the source's cadence"
    case .strayQuote: "double a quote that is part of a quoted text"
    case .noDate, .noIdentifier, .raggedShort, .raggedLong: nil
    }
  }
}

extension RowFault {
  /// Whether the row as a whole has the wrong number of fields.
  var isRagged: Bool {
    switch self {
    case .raggedShort, .raggedLong: true
    default: false
    }
  }
}
