import Metrics
import Testing

@testable import MetricsStore

/// Every date from 1900 to 2199, written in each way and read back.
@Suite struct EveryDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let longMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let frenchMonths = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
    "novembre", "décembre",
  ]

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private typealias Writing = @Sendable (Int, Int, Int) -> String

  /// Ways that need no order.
  private static let writings: [Writing] = [
    { "\($0)-\(two($1))-\(two($2))" },
    { "\($0)/\($1)/\($2)" },
    { "\($0)\(two($1))\(two($2))" },
    { "\($0)\(two($1))\(two($2))23" },
    { "\($0)-\(two($1))-\(two($2)) 23:59:59" },
    { "\($0)年\($1)月\($2)日" },
    { "\($2) \(months[$1 - 1]) \($0)" },
    { "\(longMonths[$1 - 1]) \($2), \($0)" },
    { "\($2) \(frenchMonths[$1 - 1]) \($0)" },
    { "\($2).\($1).\($0)" },
  ]

  /// Checks every date, or every so many, which in three centuries still meets each day of the year.
  private func check(_ writing: Writing, _ format: DateFormat, step: Int = 5) {
    var wrong: [String] = []
    let first = Day(year: 1900, month: 1, day: 1)?.number ?? 0
    let last = Day(year: 2199, month: 12, day: 31)?.number ?? 0
    for number in stride(from: first, through: last, by: step) {
      let (year, month, day) = Day(number: number).civil
      let text = writing(year, month, day)
      if cell(text, { DateCell($0, format) }) != .day(number) { wrong.append(text) }
    }
    #expect(wrong.prefix(3) == [])
    #expect(last - first == 109_572)
  }

  @Test(arguments: writings.indices)
  func isReadInEachWayThatNeedsNoOrder(_ index: Int) {
    check(EveryDate.writings[index], DateFormat(), step: index < 2 ? 1 : 5)
  }

  @Test func isReadWithTheMonthFirst() {
    check({ "\($1)/\($2)/\($0)" }, DateFormat(order: .monthDayYear))
  }

  @Test func isReadWithTheDayFirst() {
    check({ "\(EveryDate.two($2))-\(EveryDate.two($1))-\($0)" }, DateFormat(order: .dayMonthYear))
  }

  @Test func isReadByTheYearsOfReiwa() {
    var wrong: [String] = []
    let first = Day(year: 2019, month: 5, day: 1)?.number ?? 0
    for number in first..<(first + 10_000) {
      let (year, month, day) = Day(number: number).civil
      for text in ["令和\(year - 2018)年\(month)月\(day)日", "R\(year - 2018).\(month).\(day)"]
      where cell(text, { DateCell($0) }) != .day(number) {
        wrong.append(text)
      }
    }
    #expect(wrong.prefix(3) == [])
  }

  @Test func isOneOfTheReadingsWithoutAnOrder() {
    var wrong: [String] = []
    let first = Day(year: 2024, month: 1, day: 1)?.number ?? 0
    for number in first..<(first + 731) {
      let (year, month, day) = Day(number: number).civil
      let found = cell("\(day)/\(month)/\(year)") { DateCell($0) }
      switch found {
      case .day(number): if day <= 12, day != month { wrong.append("\(day)/\(month)") }
      case .ambiguous(let date):
        if date.day(.dayMonthYear) != number || day > 12 || day == month {
          wrong.append("\(day)/\(month)")
        }
      default: wrong.append("\(day)/\(month)")
      }
    }
    #expect(wrong.prefix(3) == [])
  }
}
