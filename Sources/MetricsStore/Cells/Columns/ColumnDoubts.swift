import Metrics

extension ColumnReading {
  /// What about a column of this type cannot be decided, or does not fit.
  static func doubts(
    _ profile: ColumnProfile, _ name: FoldedName, _ type: ColumnType, _ unit: HeaderUnit
  ) -> [ColumnDoubt] {
    var doubts: [ColumnDoubt] = []
    if type.isNumber { doubts += numberDoubts(profile, type) }
    if type.isDate { doubts += dateDoubts(profile, type) }
    if profile.failures > 0 { doubts.append(.failures(profile.failures)) }
    return doubts
  }

  private static func numberDoubts(
    _ profile: ColumnProfile, _ type: ColumnType
  ) -> [ColumnDoubt] {
    let numbers = profile.numbers
    var doubts: [ColumnDoubt] = []
    switch numbers.decimals.verdict {
    case .undecidable(let taken): doubts.append(.decimalUnclear(taken: taken))
    case .contradictory(let point, let comma):
      doubts.append(.decimalsContradict(point: point, comma: comma))
    case .unneeded, .decided: break
    }
    if let first = numbers.currency, let second = numbers.otherCurrency {
      doubts.append(.currenciesDiffer(first, second))
    }
    let plain = numbers.count - numbers.percentages
    if numbers.percentages > 0, plain > 0 {
      doubts.append(.percentagesMixed(signed: numbers.percentages, plain: plain))
    }
    if numbers.bounds > 0 { doubts.append(.bounds(numbers.bounds)) }
    let misfits = profile.values - numbers.either
    if misfits > 0 {
      doubts.append(.misfits(misfits, type: type, examples: profile.notNumbers))
    }
    return doubts
  }

  private static func dateDoubts(
    _ profile: ColumnProfile, _ type: ColumnType
  ) -> [ColumnDoubt] {
    let dates = profile.dates
    var doubts: [ColumnDoubt] = []
    switch dates.orders.verdict {
    case .undecidable(let orders): doubts.append(.dateOrderUnclear(orders))
    case .contradictory(let monthFirst, let dayFirst):
      doubts.append(.dateOrdersContradict(monthFirst: monthFirst, dayFirst: dayFirst))
    case .unneeded, .decided: break
    }
    let count = dates.count(isPromised: true)
    if dates.months > 0, dates.months < count {
      doubts.append(.monthsAmongDays(days: count - dates.months, months: dates.months))
    }
    let misfits = profile.values - count
    if misfits > 0 { doubts.append(.misfits(misfits, type: type, examples: profile.notDates)) }
    return doubts
  }
}
