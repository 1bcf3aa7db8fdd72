import Metrics

/// A date of three numbers of which the year is not plainly the first, such as 3/4/2025 or 03-04-25.
struct NumericDate: Hashable, Sendable {
  /// What parts the numbers.
  enum Separator: Hashable, Sendable, CaseIterable {
    case slash, dash, dot
  }

  /// What parts the numbers.
  let separator: Separator
  /// The numbers as they stand.
  let first: Int
  let second: Int
  let third: Int
  /// Whether the year has two digits, and so may stand in front.
  let isShort: Bool

  /// The date, as `Day.number`, if its parts stand in this order; nil where there is no such date.
  func day(_ order: DateOrder) -> Int32? {
    switch order {
    case .yearMonthDay:
      guard isShort else { return nil }
      return CivilDay.number(year: NumericDate.year(first), month: second, day: third)
    case .monthDayYear: return CivilDay.number(year: year, month: first, day: second)
    case .dayMonthYear: return CivilDay.number(year: year, month: second, day: first)
    }
  }

  private var year: Int { isShort ? NumericDate.year(third) : third }

  /// The year that two digits mean, as POSIX has it: 1969 to 2068.
  static func year(_ digits: Int) -> Int { digits < 69 ? 2000 + digits : 1900 + digits }

  /// The orders in which it is a date.
  var orders: [DateOrder] { DateOrder.allCases.filter { day($0) != nil } }

  /// Whether it is a date in some order.
  var isDate: Bool {
    day(.monthDayYear) != nil || day(.dayMonthYear) != nil || day(.yearMonthDay) != nil
  }

  /// The one date that it can be; nil where it can be several.
  var only: Int32? {
    let readings = [day(.monthDayYear), day(.dayMonthYear), day(.yearMonthDay)]
    var found: Int32?
    for case let reading? in readings {
      if let found, found != reading { return nil }
      found = reading
    }
    return found
  }
}
