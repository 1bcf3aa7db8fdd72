import Testing

@testable import Metrics

/// Random observations, rolled up once by the evaluator and once by looking at every row.
@Suite struct RandomDataTests {
  private let channels: [SafeText] = ["a", "b", "c"]
  private let countries: [SafeText] = ["JP", "US"]

  private func table(_ random: inout SeededNumbers) -> Table {
    let rows = (0..<Int.random(in: 1...120, using: &random)).map { _ in
      var values: [String: Double] = [
        "weight": Double(Int.random(in: 1...9, using: &random)),
        "other": Double(Int.random(in: 1...50, using: &random)),
      ]
      if Int.random(in: 0..<5, using: &random) > 0 {
        values["x"] = Double(Int.random(in: -20...40, using: &random))
      }
      return Table.Row(
        day: Day(number: Int32(20_440 + Int.random(in: 0..<80, using: &random))),
        segment: [
          channels.randomElement(using: &random) ?? "a",
          countries.randomElement(using: &random) ?? "JP",
        ],
        values: values)
    }
    return Table(dimensions: ["channel", "country"], rows: rows)
  }

  private func metrics() throws -> [MetricDefinition] {
    Rollup.allCases.map { measured($0.rawValue, $0, of: "x") } + [
      measured("weighted", .mean, of: "x", weight: "weight"), measured("other"),
      try computed("rate", "sum / other"),
    ]
  }

  /// The value by definition; nil where no row on the days of the range can be taken.
  private func naive(_ metric: String, rows: [Table.Row], covered: Bool) -> Double? {
    let ordered = rows.filter { $0.values["x"] != nil }.sorted { $0.day < $1.day }
    let x = ordered.compactMap { $0.values["x"] }
    func level(_ day: Day?) -> Double? {
      day.map { day in ordered.filter { $0.day == day }.reduce(0) { $0 + ($1.values["x"] ?? 0) } }
    }
    guard covered else { return nil }
    switch metric {
    case "sum": return x.reduce(0, +)
    case "count": return Double(x.count)
    case "distinct": return Double(Set(x).count)
    case "mean": return x.isEmpty ? nil : x.reduce(0, +) / Double(x.count)
    case "min": return x.min()
    case "max": return x.max()
    case "first": return level(ordered.first?.day)
    case "last": return level(ordered.last?.day)
    case "weighted":
      let weights = ordered.compactMap { $0.values["weight"] }
      let total = zip(x, weights).reduce(0) { $0 + $1.0 * $1.1 }
      return x.isEmpty ? nil : total / weights.reduce(0, +)
    case "rate":
      let other = rows.reduce(0) { $0 + ($1.values["other"] ?? 0) }
      return other == 0 ? nil : x.reduce(0, +) / other
    default: return nil
    }
  }

  @Test func everyRollupIsWhatLookingAtEveryRowGives() throws {
    var random = SeededNumbers(seed: 5)
    var wrong: [String] = []
    let metrics = try metrics()
    for _ in 0..<40 {
      let table = table(&random)
      let calendar = BusinessCalendar(
        weekStart: Weekday.allCases.randomElement(using: &random) ?? .monday,
        fiscalStartMonth: Int.random(in: 1...12, using: &random))
      let snapshot = Snapshot(table, metrics, calendar: calendar)
      let asOf = Day(number: 20_440 + Int32.random(in: 0..<90, using: &random))
      for channels in [[], ["a"], ["a", "b"]] as [Set<SafeText>] {
        let segment = Segment(["channel": channels])
        let evaluator = Evaluator(snapshot, asOf: asOf, segment: segment)
        let own = table.rows.filter { channels.isEmpty || channels.contains($0.segment[0]) }
        if own.isEmpty { continue }
        for grain in Grain.allCases {
          let day = Day(number: 20_440 + Int32.random(in: 0..<80, using: &random))
          let period = calendar.period(grain, containing: day)
          func isIn(_ row: Table.Row) -> Bool { period.range.contains(row.day) && row.day <= asOf }
          let covered = table.rows.contains { isIn($0) && $0.values["x"] != nil }
          for metric in metrics.map(\.name) where metric != "other" {
            let expected = naive(metric, rows: own.filter(isIn), covered: covered)
            let found = evaluator.value(metric, in: period)
            if !isNear(found.value, expected) || (found.value == nil) != (found.reason != nil) {
              wrong.append("\(metric) \(grain) \(day)")
            }
          }
        }
      }
    }
    #expect(wrong.prefix(5) == [])
  }

  @Test func segmentsAndDaysOfAdditiveMetricsAddUpToTheWhole() throws {
    var random = SeededNumbers(seed: 6)
    var wrong: [String] = []
    let metrics = try metrics() + [try computed("net", "sum - 2 * other")]
    for _ in 0..<20 {
      let table = table(&random)
      let snapshot = Snapshot(table, metrics)
      let whole = Evaluator(snapshot, asOf: Day(number: 20_530))
      let parts = snapshot.values(of: "channel").map {
        Evaluator(snapshot, asOf: whole.asOf, segment: Segment(["channel": [$0]]))
      }
      let all = DayRange(Day(number: 20_440), until: Day(number: 20_520))
      for metric in ["sum", "count", "other"] + ["net"] where whole.isAdditive(metric) {
        for grain in Grain.allCases {
          for period in whole.calendar.periods(grain, touching: all) {
            guard let total = whole.value(metric, in: period).value else { continue }
            let segments = parts.compactMap { $0.value(metric, in: period).value }.reduce(0, +)
            if !isNear(segments, total) { wrong.append("\(metric) \(grain) segments") }
            guard metric != "net" else { continue }
            for part in Grain.allCases where grain.isMade(of: part) {
              let pieces = whole.calendar.periods(part, touching: period.range)
              let sum = pieces.compactMap { whole.value(metric, in: $0).value }.reduce(0, +)
              if !isNear(sum, total) { wrong.append("\(metric) \(grain) of \(part)s") }
            }
          }
        }
      }
    }
    #expect(wrong.prefix(5) == [])
  }

  private func isNear(_ left: Double?, _ right: Double?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return abs(left - right) <= 1e-9 * max(1, abs(right))
  }
}
