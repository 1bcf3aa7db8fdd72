import Metrics

/// Counts of the dates whose numbers one separator parts.
struct DateOrderTally: Sendable {
  /// All of them, those that are dates in each order, and those that only one of the two orders with
  /// the year behind makes dates.
  private var count = 0
  private var yearFirst = 0
  private var monthFirst = 0
  private var dayFirst = 0
  private var onlyMonthFirst = 0
  private var onlyDayFirst = 0
  /// Those that are the same date with month and day changed.
  private var symmetric = 0
  /// Which numbers below 128 stood first and third, a bit for each.
  private var firsts: UInt128 = 0
  private var thirds: UInt128 = 0

  /// Takes a date into account.
  mutating func see(_ date: NumericDate) {
    let month = date.day(.monthDayYear)
    let day = date.day(.dayMonthYear)
    let year = date.day(.yearMonthDay)
    guard month != nil || day != nil || year != nil else { return }
    count += 1
    if year != nil { yearFirst += 1 }
    if month != nil { monthFirst += 1 }
    if day != nil { dayFirst += 1 }
    if month != nil, day == nil { onlyMonthFirst += 1 }
    if day != nil, month == nil { onlyDayFirst += 1 }
    if month == day { symmetric += 1 }
    firsts |= 1 << UInt128(date.first & 127)
    thirds |= 1 << UInt128(date.third & 127)
  }

  /// Takes in what another tally counted.
  mutating func add(_ other: DateOrderTally) {
    count += other.count
    yearFirst += other.yearFirst
    monthFirst += other.monthFirst
    dayFirst += other.dayFirst
    onlyMonthFirst += other.onlyMonthFirst
    onlyDayFirst += other.onlyDayFirst
    symmetric += other.symmetric
    firsts |= other.firsts
    thirds |= other.thirds
  }

  /// What the dates say together.
  var verdict: DateOrderVote.Verdict {
    guard count > 0 else { return .unneeded }
    var orders: [DateOrder] = []
    if yearFirst == count { orders.append(.yearMonthDay) }
    if monthFirst == count { orders.append(.monthDayYear) }
    if dayFirst == count { orders.append(.dayMonthYear) }
    if orders.count > 1, orders.first == .yearMonthDay {
      switch isYearFirst {
      case true?: return .decided(.yearMonthDay)
      case false?: orders.removeFirst()
      case nil: return .undecidable(orders)
      }
    }
    if orders.count > 1, symmetric == count { orders.removeAll { $0 == .dayMonthYear } }
    switch orders.count {
    case 0: return .contradictory(monthFirst: onlyMonthFirst, dayFirst: onlyDayFirst)
    case 1: return .decided(orders[0])
    default: return .undecidable(orders)
    }
  }

  /// Whether years of two digits stand in front; nil where that cannot be told.
  private var isYearFirst: Bool? {
    // Years of which tools export data: 2010 to 2045.
    let years: UInt128 = (1 << 46) - (1 << 10)
    switch (firsts & ~years == 0, thirds & ~years == 0) {
    case (true, false): return true
    case (false, true): return false
    default: break
    }
    // A year stands still while days come and go; the same day in several years is a yearly figure.
    if thirds.nonzeroBitCount < firsts.nonzeroBitCount { return false }
    return firsts.nonzeroBitCount < thirds.nonzeroBitCount && thirds.nonzeroBitCount > 7
      ? true : nil
  }
}
