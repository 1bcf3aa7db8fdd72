import Testing

@testable import Metrics

/// Rows of a source as they stand in a file, for making small workspaces by hand.
struct Table {
  struct Row {
    var day: Day
    var segment: [SafeText]
    var values: [String: Double]
  }

  var dimensions: [String]
  var rows: [Row]
  var cadence = Grain.day

  /// A table written out: a header (`day`, dimensions, measures) and rows, with blanks between the
  /// columns, and `-` where a row has no value.
  init(_ text: String, dimensions: [String] = [], cadence: Grain = .day) throws {
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    let header = try #require(lines.first)
    self.dimensions = dimensions
    self.cadence = cadence
    rows = try lines.dropFirst().map { cells in
      try #require(cells.count == header.count)
      let row = Dictionary(uniqueKeysWithValues: zip(header, cells))
      return Row(
        day: try #require(Day(iso: row["day"] ?? "")),
        segment: dimensions.map { SafeText(row[$0] ?? "") },
        values: row.compactMapValues { Double($0) })
    }
  }

  init(dimensions: [String], rows: [Row]) {
    self.dimensions = dimensions
    self.rows = rows
  }

  /// What the rows add up to for the quantities that the metrics ask for.
  func rollup(for metrics: [MetricDefinition]) -> SourceRollup {
    let segments = Set(rows.map(\.segment)).sorted { $0.lexicographicallyPrecedes($1) }
    let values = dimensions.indices.map { position in
      Set(rows.map { $0.segment[position] }).sorted()
    }
    let codes = segments.map { segment in
      segment.indices.map { Int32(values[$0].firstIndex(of: segment[$0]) ?? 0) }
    }
    var cells: [Quantity: DailyCells] = [:]
    var sets: [Quantity: DailySets] = [:]
    var coverage: [String: CoveredDays] = [:]
    for metric in metrics {
      guard case .measured(let quantity) = metric.origin else { continue }
      let present = rows.filter { $0.values[quantity.measure] != nil }
      coverage[quantity.measure] = CoveredDays(
        present.flatMap { row in
          Array(BusinessCalendar().period(cadence, containing: row.day).range.days)
        })
      let daily = segments.map { segment in
        Dictionary(grouping: present.filter { $0.segment == segment }, by: \.day.number)
          .sorted { $0.key < $1.key }
      }
      if quantity.rollup == .distinct {
        sets[quantity] = DailySets(
          segments: daily.map { days in
            days.map { day, rows in
              (day: day, codes: rows.compactMap { $0.values[quantity.measure] }.map { Int32($0) })
            }
          })
      } else {
        cells[quantity] = DailyCells(
          segments: daily.map { days in days.map { quantity.cell(of: $1, day: $0) } })
      }
    }
    return SourceRollup(
      dimensions: dimensions, values: values, segments: codes, cells: cells, sets: sets,
      coverage: coverage, cadence: cadence, lastDay: rows.map(\.day).max())
  }
}

extension Quantity {
  /// The cell that rows of one day and segment make.
  fileprivate func cell(of rows: [Table.Row], day: Int32) -> DailyCells.Cell {
    let numbers = rows.compactMap { $0.values[measure] }
    let weights = rows.map { row in self.weight.map { row.values[$0] ?? 0 } ?? 1 }
    let value: Double =
      switch rollup {
      case .min: numbers.min() ?? 0
      case .max: numbers.max() ?? 0
      case .mean: zip(numbers, weights).map { $0 * $1 }.reduce(0, +)
      default: numbers.reduce(0, +)
      }
    let total = rollup == .mean ? weights.reduce(0, +) : Double(rows.count)
    return DailyCells.Cell(day: day, value: value, weight: total)
  }
}

/// A metric rolled up from a measure of the one source, `files`; by default of the same name.
func measured(
  _ name: String, _ rollup: Rollup = .sum, of measure: String? = nil, weight: String? = nil,
  source: String = "files"
) -> MetricDefinition {
  let quantity = Quantity(
    source: source, measure: measure ?? name, rollup: rollup, weight: weight)
  return MetricDefinition(name: name, origin: .measured(quantity))
}

/// A metric computed from others.
func computed(_ name: String, _ formula: String) throws -> MetricDefinition {
  MetricDefinition(name: name, origin: .formula(try Formula(parsing: formula)))
}

extension Snapshot {
  /// A workspace with one source, `files`.
  init(
    _ table: Table, _ metrics: [MetricDefinition], calendar: BusinessCalendar = BusinessCalendar()
  ) {
    self.init(["files": table], metrics, calendar: calendar)
  }

  /// A workspace with several sources.
  init(
    _ tables: [String: Table], _ metrics: [MetricDefinition],
    calendar: BusinessCalendar = BusinessCalendar()
  ) {
    let sources = tables.map { name, table in
      let own = metrics.filter {
        if case .measured(let quantity) = $0.origin { quantity.source == name } else { false }
      }
      return (name, table.rollup(for: own))
    }
    self.init(
      definitions: Definitions(
        workspace: WorkspaceDefinition(calendar: calendar), metrics: metrics),
      sources: Dictionary(uniqueKeysWithValues: sources))
  }

  /// The value of a metric in the period of that label, as of a date (the last day of data).
  func value(
    _ metric: String, _ label: String, asOf date: String? = nil, in segment: Segment = Segment()
  ) throws -> MetricValue {
    let day = try date.map { try #require(Day(iso: $0)) } ?? #require(latestDay)
    let evaluator = Evaluator(self, asOf: day, segment: segment)
    return evaluator.value(metric, in: try #require(evaluator.calendar.period(labelled: label)))
  }
}
