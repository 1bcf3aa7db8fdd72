import Metrics

/// A place of the tests' own definitions.
let here = SourcePlace(file: "kpi.yaml", line: 1)

func column(_ names: String...) -> ColumnName { ColumnName(names) }

func files(_ globs: String...) -> FilePattern { FilePattern(globs, place: here) }

func measured(
  _ name: String, _ source: String, _ measure: String, _ rollup: Rollup = .sum,
  weight: String? = nil
) -> MetricDefinition {
  MetricDefinition(
    name: name,
    origin: .measured(
      Quantity(source: source, measure: measure, rollup: rollup, weight: weight)))
}

/// Web sessions by channel, one row a day.
let web = SourceDefinition(
  name: "web", files: files("data/*.csv"), date: column("Date", "日付"),
  layout: .wide(measures: [
    MeasureColumn(name: "sessions", column: column("Sessions", "セッション")),
    MeasureColumn(name: "cost", column: column("Cost")),
  ]),
  dimensions: [Dimension(name: "channel", origin: .column(column("Channel")))], place: here)

func day(_ text: String) -> Day { Day(iso: text) ?? Day(number: 0) }
