public import Metrics

/// Words for periods and their days, in a language.
public struct PeriodText: Hashable, Sendable {
  /// The language of the interface.
  public let language: Language
  /// The calendar that named the periods.
  public let calendar: BusinessCalendar

  /// Words for the periods of a calendar.
  public init(language: Language, calendar: BusinessCalendar) {
    self.language = language
    self.calendar = calendar
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static let weekdays: [Language: [String]] = [
    .english: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    .japanese: ["月", "火", "水", "木", "金", "土", "日"],
  ]

  /// The name of a period for a title: `W46 2026`, `November 2026` as `Nov 2026`, `FY2026 Q3`.
  public func title(_ period: Period) -> String {
    let start = period.range.start
    let (year, month, day) = start.civil
    let label = calendar.label(period)
    switch (period.grain, language) {
    case (.day, .english): return "\(weekday(start)) \(day) \(PeriodText.months[month - 1]) \(year)"
    case (.day, .japanese): return "\(year)年\(month)月\(day)日(\(weekday(start)))"
    case (.week, _) where calendar.weekStart == .monday:
      let week = start.isoWeek
      return language == .english ? "W\(week.week) \(week.year)" : "\(week.year)年 第\(week.week)週"
    case (.week, .english): return "Week to \(short(period.range.last))"
    case (.week, .japanese): return "\(short(period.range.last))までの週"
    case (.sprint, .english): return "Sprint \(label.dropFirst())"
    case (.sprint, .japanese): return "スプリント\(label.dropFirst())"
    case (.month, .english): return "\(PeriodText.months[month - 1]) \(year)"
    case (.month, .japanese): return "\(year)年\(month)月"
    case (.quarter, .english): return label.replacingFirst("-", with: " ")
    case (.quarter, .japanese):
      return fiscalYear(label.split(separator: "-").first ?? "") + "Q\(label.last ?? "1")"
    case (.year, .english): return label
    case (.year, .japanese): return fiscalYear(label[...])
    }
  }

  /// The name of a period for the head of a column: `W46`, `Nov`, `Q3`, `FY26`.
  public func column(_ period: Period) -> String {
    let start = period.range.start
    let (year, month, _) = start.civil
    switch period.grain {
    case .day: return short(start)
    case .week: return calendar.weekStart == .monday ? "W\(start.isoWeek.week)" : short(start)
    case .sprint, .year: return calendar.label(period)
    case .month:
      if language == .japanese { return month == 1 ? "\(year % 100)年1月" : "\(month)月" }
      let name = PeriodText.months[month - 1]
      return month == 1 ? "\(name)’\(year % 100)" : name
    case .quarter:
      let parts = calendar.label(period).split(separator: "-")
      return (parts.last.map(String.init) ?? "") + "’" + (parts.first.map { $0.suffix(2) } ?? "")
    }
  }

  /// The first and the last day: `9–15 Nov`, `28 Sep–4 Oct`, `11/9–11/15`; one day alone.
  public func days(_ range: DayRange) -> String {
    guard !range.isEmpty else { return NumberText.missing }
    guard range.count > 1 else { return short(range.start) }
    let (first, last) = (range.start.civil, range.last.civil)
    if language == .japanese { return short(range.start) + "–" + short(range.last) }
    if first.year == last.year, first.month == last.month {
      return "\(first.day)–\(short(range.last))"
    }
    return short(range.start) + "–" + short(range.last)
  }

  private func short(_ day: Day) -> String {
    let (_, month, day) = day.civil
    return language == .japanese ? "\(month)/\(day)" : "\(day) \(PeriodText.months[month - 1])"
  }

  private func weekday(_ day: Day) -> String {
    PeriodText.weekdays[language]?[day.weekday.rawValue - 1] ?? ""
  }

  private func fiscalYear(_ label: Substring) -> String {
    label.hasPrefix("FY") ? "\(label.dropFirst(2))年度" : "\(label)年"
  }
}

extension String {
  fileprivate func replacingFirst(_ character: Character, with other: Character) -> String {
    guard let index = firstIndex(of: character) else { return self }
    var changed = self
    changed.replaceSubrange(index...index, with: [other])
    return changed
  }
}
