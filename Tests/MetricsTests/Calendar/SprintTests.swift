import Testing

@testable import Metrics

@Suite struct SprintTests {
  private func calendar(weeks: Int) throws -> BusinessCalendar {
    let first = try #require(Day(iso: "2026-01-07"))
    return BusinessCalendar(sprint: BusinessCalendar.Sprint(firstDay: first, weeks: weeks))
  }

  @Test(arguments: 1...4)
  func sprintOneStartsOnTheFirstDayAndHasItsWeeks(weeks: Int) throws {
    let calendar = try calendar(weeks: weeks)
    let first = try #require(calendar.period(labelled: "S1"))
    #expect(first.range.start.description == "2026-01-07")
    #expect(first.range.count == 7 * weeks)
    #expect(calendar.label(calendar.period(first, offsetBy: 11)) == "S12")
    #expect(calendar.label(calendar.period(first, offsetBy: -1)) == "S0")
    #expect(calendar.label(calendar.period(first, offsetBy: -2)) == "S-1")
  }

  @Test(arguments: 1...4)
  func everyDayOfTwentyYearsIsInTheSprintThatCountingSays(weeks: Int) throws {
    let calendar = try calendar(weeks: weeks)
    let length = 7 * weeks
    let origin = try #require(Day(iso: "2026-01-07"))
    var start = origin - 250 * length
    var wrong = 0
    var intoSprint = 0
    for offset in 0..<(500 * length) {
      let day = origin - 250 * length + offset
      if intoSprint == length { (start, intoSprint) = (day, 0) }
      let period = calendar.period(.sprint, containing: day)
      if period.range != DayRange(start, until: start + length) { wrong += 1 }
      intoSprint += 1
    }
    #expect(wrong == 0)
  }

  @Test func aTeamWithoutSprintsHasTwoWeekOnesThatStartWithItsWeek() {
    for weekStart in Weekday.allCases {
      let calendar = BusinessCalendar(weekStart: weekStart)
      let sprint = calendar.period(.sprint, containing: Day(number: 20_500))
      #expect(sprint.range.count == 14)
      #expect(sprint.range.start.weekday == weekStart)
    }
  }

  @Test func aPartialSprintIsComparedWithAsManyDaysOfTheOneBefore() throws {
    let calendar = try calendar(weeks: 2)
    let asOf = try #require(Day(iso: "2026-01-25"))
    let window = PeriodWindow(calendar.period(.sprint, containing: asOf), asOf: asOf)
    let previous = calendar.window(window, periodsEarlier: 1)
    #expect(window.range.count == 5)
    #expect(previous.range.start.description == "2026-01-07")
    #expect(previous.range.count == 5)
  }
}
