import Metrics
import Testing

@testable import MetricsStore

private func range(_ first: String, _ last: String) -> DayRange {
  DayRange(day(first), through: day(last))
}

@Suite struct PlacesOfPeriods {
  private let preamble = ["# Start date: 20250701", "# End date: 20250731"]

  private func period(_ origin: PeriodOrigin, _ lines: [String], _ path: String) -> FilePeriod? {
    FilePeriod(origin, preamble: lines, path: path, order: nil, calendar: BusinessCalendar())
  }

  @Test func theLinesAboveTheHeaderGoBeforeTheName() {
    let july = range("2025-07-01", "2025-07-31")
    let august = range("2025-08-01", "2025-08-31")
    #expect(period(.preamble, preamble, "2025-08.csv")?.range == july)
    #expect(period(.preamble, preamble, "2025-08.csv")?.issue == nil)
    #expect(period(.fileName, preamble, "2025-08.csv")?.range == august)
    #expect(period(.preamble, ["Report"], "2025-08.csv")?.range == august)
    #expect(period(.preamble, ["Report"], "2025-08.csv")?.issue?.code == "period-of-name")
  }

  @Test func aFileWithoutAPeriodIsAnError() {
    #expect(period(.preamble, [], "board.csv")?.range == nil)
    #expect(period(.preamble, [], "board.csv")?.issue?.code == "no-period")
    #expect(period(.fileName, preamble, "board.csv")?.issue?.severity == .error)
  }

  @Test func rowsWithAPeriodOfTheirOwnMakeNoneOfTheFile() {
    #expect(period(.columns(first: ["a"], last: ["b"]), preamble, "2025-08.csv") == nil)
  }
}
