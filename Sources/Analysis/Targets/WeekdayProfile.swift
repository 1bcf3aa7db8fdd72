import Metrics

/// How an additive metric spreads over the days of the week.
///
/// Method: the mean of each weekday over the 8 weeks before a day; linear where fewer than 4 weeks
/// have data (semantics of kpitop, sections 4 and 9).
struct WeekdayProfile: Hashable {
  private let weights: [Double]

  /// Every day alike.
  static let linear = WeekdayProfile(weights: [Double](repeating: 1, count: 7))

  private init(weights: [Double]) {
    self.weights = weights
  }

  /// The profile of the 8 weeks before the day.
  init(of metric: String, before day: Day, by evaluator: Evaluator) {
    var sums = [Double](repeating: 0, count: 7)
    var counts = [Int](repeating: 0, count: 7)
    var weeks: Set<Int> = []
    for date in DayRange(day - 56, until: day).days {
      let period = evaluator.calendar.period(.day, containing: date)
      let reading = evaluator.value(metric, in: period)
      guard let value = reading.value, reading.coverage.covered == 1 else { continue }
      sums[date.weekday.rawValue - 1] += value
      counts[date.weekday.rawValue - 1] += 1
      weeks.insert((day - date - 1) / 7)
    }
    let means = zip(sums, counts).map { $1 == 0 ? 0 : $0 / Double($1) }
    let isUsable =
      weeks.count >= 4 && means.allSatisfy { $0 >= 0 } && means.contains { $0 > 0 }
    self = isUsable ? WeekdayProfile(weights: means) : .linear
  }

  /// The part of the range's total that falls on the days of the other range, 0 to 1.
  func share(of part: DayRange, in whole: DayRange) -> Double {
    let total = weight(of: whole)
    guard total > 0 else { return Double(part.count) / Double(max(1, whole.count)) }
    return weight(of: part.intersection(whole)) / total
  }

  private func weight(of range: DayRange) -> Double {
    range.days.reduce(0) { $0 + weights[$1.weekday.rawValue - 1] }
  }
}
