/// How busy business in Japan is on a day: weekdays, public holidays, season, growth.
enum BusinessYear {
  /// Public holidays from September 2024 to November 2026, substitutes included.
  private static let holidays: Set<Day> = Set(
    [
      (2024, [(9, 16), (9, 22), (9, 23), (10, 14), (11, 3), (11, 4), (11, 23)]),
      (
        2025,
        [
          (1, 1), (1, 13), (2, 11), (2, 23), (2, 24), (3, 20), (4, 29), (5, 3), (5, 4), (5, 5),
          (5, 6), (7, 21), (8, 11), (9, 15), (9, 23), (10, 13), (11, 3), (11, 23), (11, 24),
        ]
      ),
      (
        2026,
        [
          (1, 1), (1, 12), (2, 11), (2, 23), (3, 20), (4, 29), (5, 3), (5, 4), (5, 5), (5, 6),
          (7, 20), (8, 11), (9, 21), (9, 22), (9, 23), (10, 12), (11, 3),
          (11, 23),
        ]
      ),
    ].flatMap { year, days in days.map { Day(year, $0.0, $0.1) } })

  private static let weekdays = [1.10, 1.20, 1.18, 1.14, 1.02, 0.42, 0.46]
  private static let months = [
    0.99, 1.05, 1.11, 1.00, 0.95, 1.01, 1.00, 0.93, 1.01, 1.04, 1.03, 0.94,
  ]

  /// Whether offices are open.
  static func isWorkday(_ day: Day) -> Bool {
    day.weekday < 5 && !holidays.contains(day) && !isNewYear(day)
  }

  /// The first day from `day` on on which offices are open.
  static func workday(from day: Day) -> Day {
    var day = day
    while !isWorkday(day) { day = day.advanced(by: 1) }
    return day
  }

  /// Demand on a day, 1 being an average day of the first year.
  static func demand(on day: Day) -> Double {
    growth(on: day) * months[day.civil.month - 1] * attention(on: day)
  }

  /// Year-over-year growth of 15 %, a straight line, 1 on 2025-01-01.
  static func growth(on day: Day) -> Double {
    1 + 0.15 * Double(day.number - Day(2025, 1, 1).number) / 365
  }

  private static func attention(on day: Day) -> Double {
    if isNewYear(day) { return 0.30 }
    if day.weekday >= 5 { return weekdays[day.weekday] }
    if holidays.contains(day) { return 0.45 }
    let (_, month, date) = day.civil
    if month == 8 && (12...15).contains(date) { return 0.58 * weekdays[day.weekday] }
    if (month == 4 && date == 30) || (month == 5 && date <= 2) {
      return 0.75 * weekdays[day.weekday]
    }
    return weekdays[day.weekday]
  }

  private static func isNewYear(_ day: Day) -> Bool {
    let (_, month, date) = day.civil
    return (month == 12 && date >= 29) || (month == 1 && date <= 3)
  }
}
