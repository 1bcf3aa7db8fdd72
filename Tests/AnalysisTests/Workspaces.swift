import Analysis
import Metrics
import Testing

/// Rows of a source as they stand in a file, for making small workspaces by hand.
struct Table {
  struct Row {
    var day: Day
    var segment: [SafeText] = []
    var values: [String: Double]
  }

  var dimensions: [String] = []
  var rows: [Row]

  /// A table written out: a header (`day`, dimensions, measures) and rows, with blanks between the
  /// columns, and `-` where a row has no value.
  init(_ text: String, dimensions: [String] = []) throws {
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    let header = try #require(lines.first)
    self.dimensions = dimensions
    rows = try lines.dropFirst().map { cells in
      try #require(cells.count == header.count)
      let row = Dictionary(uniqueKeysWithValues: zip(header, cells))
      return Row(
        day: try day(row["day"] ?? ""), segment: dimensions.map { SafeText(row[$0] ?? "") },
        values: row.compactMapValues { Double($0) })
    }
  }

  /// A row for every day from the first to the last, both included; none where there are no values.
  init(
    from first: String, through last: String, _ values: (Day) -> [String: Double]
  ) throws {
    rows = DayRange(try day(first), through: try day(last)).days
      .map { Row(day: $0, values: values($0)) }.filter { !$0.values.isEmpty }
  }

  /// What the rows add up to for the quantities that the metrics ask for.
  func rollup(for metrics: [MetricDefinition]) -> SourceRollup {
    let segments = Set(rows.map(\.segment)).sorted { $0.lexicographicallyPrecedes($1) }
    let values = dimensions.indices.map { position in
      Set(rows.map { $0.segment[position] }).sorted()
    }
    var cells: [Quantity: DailyCells] = [:]
    var sets: [Quantity: DailySets] = [:]
    var coverage: [String: CoveredDays] = [:]
    for case .measured(let quantity) in metrics.map(\.origin) {
      let present = rows.filter { $0.values[quantity.measure] != nil }
      coverage[quantity.measure] = CoveredDays(present.map(\.day))
      let daily = segments.map { segment in
        Dictionary(grouping: present.filter { $0.segment == segment }, by: \.day.number)
          .mapValues { rows in rows.compactMap { $0.values[quantity.measure] } }
          .sorted { $0.key < $1.key }
      }
      if quantity.rollup == .distinct {
        sets[quantity] = DailySets(
          segments: daily.map { $0.map { (day: $0, codes: $1.map { Int32($0) }) } })
      } else {
        cells[quantity] = DailyCells(
          segments: daily.map { days in
            days.map { day, numbers in
              DailyCells.Cell(
                day: day, value: numbers.reduce(0, +), weight: Double(numbers.count))
            }
          })
      }
    }
    return SourceRollup(
      dimensions: dimensions, values: values,
      segments: segments.map { segment in
        segment.indices.map { Int32(values[$0].firstIndex(of: segment[$0]) ?? 0) }
      },
      cells: cells, sets: sets, coverage: coverage, lastDay: rows.map(\.day).max())
  }
}

/// The day that a date names.
func day(_ date: String) throws -> Day { try #require(Day(iso: date)) }

/// A metric rolled up from the measure of the same name.
func measured(
  _ name: String, _ rollup: Rollup = .sum, source: String = "files"
) -> MetricDefinition {
  MetricDefinition(
    name: name, origin: .measured(Quantity(source: source, measure: name, rollup: rollup)))
}

/// A metric computed from others.
func computed(_ name: String, _ formula: String) throws -> MetricDefinition {
  MetricDefinition(name: name, origin: .formula(try Formula(parsing: formula)))
}

/// A target in force from a date that holds at any length of period.
func target(
  _ metric: String, from date: String = "2025-01-01", _ value: Double
) throws -> Target {
  Target(metric: metric, grain: nil, from: try day(date), value: value)
}

/// A target for periods of a grain, in force from a date.
func target(
  _ metric: String, _ grain: Grain, from date: String = "2025-01-01", _ value: Double,
  for segment: Segment = Segment()
) throws -> Target {
  Target(metric: metric, segment: segment, grain: grain, from: try day(date), value: value)
}

extension Snapshot {
  /// A workspace with one source, `files`.
  init(
    _ table: Table, _ metrics: [MetricDefinition], targets: [Target] = [],
    calendar: BusinessCalendar = BusinessCalendar()
  ) {
    self.init(
      ["files": table], Definitions(metrics: metrics), targets: targets, calendar: calendar)
  }

  /// A workspace with several sources.
  init(
    _ tables: [String: Table], _ definitions: Definitions, targets: [Target] = [],
    calendar: BusinessCalendar = BusinessCalendar()
  ) {
    var definitions = definitions
    definitions.workspace.calendar = calendar
    let place = SourcePlace(file: "kpi.yaml")
    definitions.sources = tables.sorted { $0.key < $1.key }.map { name, table in
      SourceDefinition(
        name: name, files: FilePattern([], place: place), date: nil, layout: .wide(measures: []),
        dimensions: table.dimensions.map {
          Dimension(name: $0, origin: .column(ColumnName([$0])))
        }, place: place)
    }
    let sources = tables.map { name, table in
      let own = definitions.metrics.filter {
        if case .measured(let quantity) = $0.origin { quantity.source == name } else { false }
      }
      return (name, table.rollup(for: own))
    }
    self.init(
      definitions: definitions, sources: Dictionary(uniqueKeysWithValues: sources),
      targets: targets)
  }

  /// An evaluator as of a date.
  func evaluator(asOf date: String, segment: Segment = Segment()) throws -> Evaluator {
    Evaluator(self, asOf: try day(date), segment: segment)
  }
}

extension Evaluator {
  /// The period of that label, as far as it has come.
  func window(_ label: String, _ grain: Grain? = nil) throws -> PeriodWindow {
    window(try period(label, grain))
  }

  /// The period of that label.
  func period(_ label: String, _ grain: Grain? = nil) throws -> Period {
    try #require(calendar.period(labelled: label, grain: grain))
  }
}

extension DayRange {
  /// The first and the last day.
  var text: String { "\(start) \(last)" }
}
