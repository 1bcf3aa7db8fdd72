import Metrics

/// A shop of two weeks: visits by channel on every day, orders of the whole shop, and a rate.
///
/// In the week of 2 November Paid Search has 10 visits a day and Email 5; in the next 12 and 5. There
/// are 3 orders a day, 6 on the last.
enum ShopSnapshot {
  static let asOf = Day(number: 20_772)
  static let first = asOf - 13

  static func make(targets: [Target] = [], channel: SafeText = "Paid Search") -> Snapshot {
    let place = SourcePlace(file: "kpi.yaml", line: 3, column: 5)
    let files = FilePattern(["data/*.csv"], place: place)
    let column = ColumnName(["Channel"])
    let definitions = Definitions(
      sources: [
        SourceDefinition(
          name: "web", files: files, date: ColumnName(["Date"]), layout: .wide(measures: []),
          dimensions: [Dimension(name: "channel", origin: .column(column))], place: place),
        SourceDefinition(
          name: "shop", files: files, date: ColumnName(["Date"]), layout: .wide(measures: []),
          place: place),
      ],
      metrics: [
        MetricDefinition(name: "visits", origin: .measured(visits)),
        MetricDefinition(name: "orders", origin: .measured(orders)),
        MetricDefinition(
          name: "rate", origin: .formula(.binary(.divided, .metric("orders"), .metric("visits"))),
          unit: .percent),
      ])
    return Snapshot(
      definitions: definitions, sources: ["web": web(channel), "shop": shop], targets: targets,
      files: [report], issues: [issue])
  }

  private static let visits = Quantity(source: "web", measure: "visits")
  private static let orders = Quantity(source: "shop", measure: "orders")
  private static let covered = CoveredDays(all: DayRange(first, through: asOf))

  private static func cells(_ value: (Int) -> Double) -> [DailyCells.Cell] {
    (0..<14).map { DailyCells.Cell(day: (first + $0).number, value: value($0), weight: 1) }
  }

  private static func web(_ channel: SafeText) -> SourceRollup {
    SourceRollup(
      dimensions: ["channel"], values: [[channel, "Email"]], segments: [[0], [1]],
      cells: [visits: DailyCells(segments: [cells { $0 < 7 ? 10 : 12 }, cells { _ in 5 }])],
      coverage: ["visits": covered], lastDay: asOf)
  }

  private static let shop = SourceRollup(
    segments: [[]], cells: [orders: DailyCells(segments: [cells { $0 == 13 ? 6 : 3 }])],
    coverage: ["orders": covered], lastDay: asOf)

  private static let report = FileReport(
    source: "web", path: "data/web.csv", state: .current, rows: 28, rejected: 1,
    days: DayRange(first, through: asOf), headerLine: 10, modified: 0)

  private static let issue = Issue(
    .error, code: "not-a-number", at: SourcePlace(file: "data/web.csv", line: 14, column: 7),
    message: "“x” is not a number", help: "correct the cell")
}
