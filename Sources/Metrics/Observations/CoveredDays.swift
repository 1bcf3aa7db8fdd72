/// On which days a measure has data.
public struct CoveredDays: Hashable, Sendable {
  private let first: Day
  /// How many days up to and without an index are covered; empty where none is.
  private let counts: [Int32]
  private let expected: [Int32]

  /// The given days; a weekday that has come and gone without data is not expected to have any.
  public init(_ days: some Collection<Day>) {
    self.init(Array(days))
  }

  /// The same of an array, which is faster.
  public init(_ days: [Day]) {
    guard let first = days.min(), let last = days.max() else {
      self.first = Day(number: 0)
      counts = []
      expected = []
      return
    }
    self.first = first
    let span = DayRange(first, through: last)
    var flags = [Bool](repeating: false, count: span.count)
    for day in days { flags[day - first] = true }
    counts = flags.reduce(into: [0]) { $0.append($0[$0.count - 1] + ($1 ? 1 : 0)) }
    var reported = [Bool](repeating: false, count: 8)
    for day in days { reported[day.weekday.rawValue] = true }
    // Too short a history says nothing about weekdays, and none about those that it does not hold.
    if days.count < 5 { reported = [Bool](repeating: true, count: 8) }
    self.expected = (0..<7).map {
      $0 >= span.count || reported[(first + $0).weekday.rawValue] ? 1 : 0
    }
  }

  /// Every day of a range.
  public init(all range: DayRange) {
    first = range.start
    counts = range.isEmpty ? [] : (0...Int32(range.count)).map { $0 }
    expected = [Int32](repeating: 1, count: 7)
  }

  /// From the first covered day to the last; nil where there is none.
  public var span: DayRange? {
    counts.isEmpty ? nil : DayRange(first, until: first + (counts.count - 1))
  }

  /// How many days of the range have data.
  public func count(in range: DayRange) -> Int {
    guard let span else { return 0 }
    let part = range.intersection(span)
    guard !part.isEmpty else { return 0 }
    return Int(counts[part.end - first] - counts[part.start - first])
  }

  /// Whether the day has data.
  public func contains(_ day: Day) -> Bool {
    count(in: DayRange(day, through: day)) == 1
  }

  /// How many days of the range lack data that were expected to have some.
  public func missing(in range: DayRange) -> Int {
    range.days.count { isExpected($0) && !contains($0) }
  }

  /// Whether the day's weekday is one on which there is data at other times.
  public func isExpected(_ day: Day) -> Bool {
    guard !expected.isEmpty else { return true }
    let index = ((day - first) % 7 + 7) % 7
    return expected[index] == 1
  }
}
