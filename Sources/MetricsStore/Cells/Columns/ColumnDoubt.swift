import Metrics

/// What about a column cannot be decided, or does not fit.
enum ColumnDoubt: Hashable, Sendable {
  /// Numbers such as 1.234 may be thousands or fractions; which is taken.
  case decimalUnclear(taken: UInt8)
  /// So many cells have a decimal point, and so many a decimal comma.
  case decimalsContradict(point: Int, comma: Int)
  /// Every date may be read in each of these orders.
  case dateOrderUnclear([DateOrder])
  /// So many dates have the month first, and so many the day.
  case dateOrdersContradict(monthFirst: Int, dayFirst: Int)
  /// Amounts are in more than one currency.
  case currenciesDiffer(Currency, Currency)
  /// So many of the numbers have a `%`, and so many have none.
  case percentagesMixed(signed: Int, plain: Int)
  /// So many cells are days, and so many whole months.
  case monthsAmongDays(days: Int, months: Int)
  /// So many cells hold a bound, such as `< 10`, and no number.
  case bounds(Int)
  /// So many cells hold a spreadsheet's error.
  case failures(Int)
  /// So many cells are not what the column is, some of them these.
  case misfits(Int, type: ColumnType, examples: [ColumnProfile.Example])

  /// A short stable name.
  var code: String {
    switch self {
    case .decimalUnclear: "decimal-unclear"
    case .decimalsContradict: "decimals-contradict"
    case .dateOrderUnclear: "date-order-unclear"
    case .dateOrdersContradict: "date-orders-contradict"
    case .currenciesDiffer: "currencies-differ"
    case .percentagesMixed: "percentages-mixed"
    case .monthsAmongDays: "months-among-days"
    case .bounds: "bounds"
    case .failures: "formula-errors"
    case .misfits: "misfits"
    }
  }

  /// What was found, as a sentence.
  var words: String {
    switch self {
    case .decimalUnclear(let taken):
      taken == UInt8(ascii: ",")
        ? "numbers such as 1,234 may be fractions or thousands; they are read as fractions"
        : "numbers such as 1.234 may be fractions or thousands; they are read as fractions"
    case .decimalsContradict(let point, let comma):
      "\(point) cells have a decimal point and \(comma) a decimal comma"
    case .dateOrderUnclear(let orders):
      "every date can be read as \(orders.map(\.rawValue).joined(separator: " or "))"
    case .dateOrdersContradict(let monthFirst, let dayFirst):
      "\(monthFirst) dates have the month first and \(dayFirst) the day"
    case .currenciesDiffer(let first, let second):
      "amounts are in \(first.code) and in \(second.code)"
    case .percentagesMixed(let signed, let plain):
      "\(signed) cells have a % and \(plain) have none"
    case .monthsAmongDays(let days, let months):
      "\(days) cells are days and \(months) are months"
    case .bounds(let count): "\(count) cells hold a bound, such as < 10, and no number"
    case .failures(let count): "\(count) cells hold a spreadsheet's error, such as #DIV/0!"
    case .misfits(let count, let type, let examples):
      "\(count) \(count == 1 ? "cell is" : "cells are") not \(type.words): "
        + examples.map { quoted($0.text) }.joined(separator: ", ")
    }
  }

  /// What to do about it; nil where there is nothing to do.
  var help: String? {
    switch self {
    case .decimalUnclear, .decimalsContradict: "say decimal: \".\" or \",\" in the source's format"
    case .dateOrderUnclear, .dateOrdersContradict:
      "say date_order: mdy, dmy or ymd in the source's format"
    default: nil
    }
  }
}
