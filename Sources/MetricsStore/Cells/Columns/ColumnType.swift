/// What the cells of a column are.
enum ColumnType: Hashable, Sendable {
  /// Every cell is missing.
  case empty
  /// Whole numbers, and numbers with fractions.
  case integer, decimal
  /// Shares: with a `%`, or by the column's name.
  case percent
  /// Amounts of money; nil where cells and name say nothing, or different things, about which.
  case currency(Currency?)
  /// Days, days with times, and months.
  case date, dateTime, month
  /// True or false.
  case boolean
  /// Prose and names of things.
  case text
  /// What belongs to a person.
  case personal(PersonalKind)
  /// Numbers and codes that nothing can be computed from.
  case identifier

  /// Whether its cells are numbers.
  var isNumber: Bool {
    switch self {
    case .integer, .decimal, .percent, .currency: true
    default: false
    }
  }

  /// Whether its cells are dates or months.
  var isDate: Bool {
    switch self {
    case .date, .dateTime, .month: true
    default: false
    }
  }

  /// What it is called in a report.
  var words: String {
    switch self {
    case .empty: "empty"
    case .integer: "whole numbers"
    case .decimal: "decimal numbers"
    case .percent: "percentages"
    case .currency(let currency): currency.map { "amounts in \($0.code)" } ?? "amounts of money"
    case .date: "dates"
    case .dateTime: "dates with times"
    case .month: "months"
    case .boolean: "true or false"
    case .text: "text"
    case .personal(let kind): kind.words
    case .identifier: "identifiers"
    }
  }
}
