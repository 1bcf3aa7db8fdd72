extension BusinessCalendar {
  /// The name of a period: `2026-11-15`, `2026-W46`, `S12`, `2026-11`, `FY2026-Q3`, `FY2026`.
  ///
  /// Weeks that do not start on Monday are named by their last day, since ISO week numbers would
  /// name other days. Fiscal years are named by the calendar year in which they start; where they
  /// start in January the label is the plain year, `2026-Q4` and `2026`.
  public func label(_ period: Period) -> String {
    let start = period.range.start
    let (year, month, _) = start.civil
    switch period.grain {
    case .day: return start.description
    case .week:
      guard weekStart == .monday else { return period.range.last.description }
      let week = start.isoWeek
      return "\(padded(week.year, 4))-W\(padded(week.week, 2))"
    case .sprint: return "S\((start - sprintOrigin) / sprintDays + 1)"
    case .month: return "\(padded(year, 4))-\(padded(month, 2))"
    case .quarter:
      let into = monthsIntoFiscalYear(month)
      return "\(fiscalYearName(year, month: month))-Q\(into / 3 + 1)"
    case .year: return fiscalYearName(year, month: month)
    }
  }

  private func fiscalYearName(_ year: Int, month: Int) -> String {
    let fiscalYear = month < fiscalStartMonth ? year - 1 : year
    return (fiscalStartMonth == 1 ? "" : "FY") + padded(fiscalYear, 4)
  }

  /// The period that a label names: any form that `label(_:)` writes, `FY` and its space or hyphen
  /// being free, or nil where the text is none of them.
  ///
  /// A date names the day, or with a grain the period of that grain that holds the date.
  public func period(labelled text: String, grain: Grain? = nil) -> Period? {
    if let day = Day(iso: text) { return period(grain ?? .day, containing: day) }
    guard let named = namedPeriod(text.uppercased()) else { return nil }
    guard let grain, grain != named.grain else { return named }
    return period(grain, containing: named.range.start)
  }

  private func namedPeriod(_ text: String) -> Period? {
    let bare = text.hasPrefix("FY") ? String(text.dropFirst(2)) : text
    if text.hasPrefix("S"), let number = Int(text.dropFirst()),
      (-100_000...100_000).contains(number)
    {
      return period(.sprint, containing: sprintOrigin + (number - 1) * sprintDays)
    }
    let parts = bare.split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == "-" || $0 == " " })
    guard let first = parts.first, first.utf8.count == 4, let year = count(first),
      let fiscalStart = Day(year: year, month: fiscalStartMonth, day: 1)
    else { return nil }
    guard parts.count == 2 else { return period(.year, containing: fiscalStart) }
    let rest = parts[1]
    if rest.hasPrefix("W"), let week = count(rest.dropFirst()) {
      return isoWeek(week, year: year)
    }
    if rest.hasPrefix("Q"), let quarter = count(rest.dropFirst()), (1...4).contains(quarter) {
      let first = period(.quarter, containing: fiscalStart)
      return period(first, offsetBy: quarter - 1)
    }
    guard rest.utf8.count == 2, !text.hasPrefix("FY"), let month = count(rest),
      let first = Day(year: year, month: month, day: 1)
    else { return nil }
    return period(.month, containing: first)
  }

  /// The number that at most four digits write; nil where there is a sign, or anything else.
  private func count(_ digits: Substring) -> Int? {
    guard digits.utf8.count <= 4, digits.allSatisfy(\.isASCIIDigit) else { return nil }
    return Int(digits)
  }

  private func isoWeek(_ week: Int, year: Int) -> Period? {
    guard (1...53).contains(week), let fourth = Day(year: year, month: 1, day: 4) else {
      return nil
    }
    let monday = fourth - (fourth.weekday.rawValue - 1) + (week - 1) * 7
    guard monday.isoWeek == (year, week) else { return nil }
    return period(.week, containing: monday)
  }
}
