/// Where the parts of a ``LineChart`` lie, and which place belongs to which number.
struct ChartLayout {
  /// The whole chart.
  let area: Area
  /// Where the values are.
  let plot: Area
  /// The numbers of the scale.
  let ticks: RoundTicks
  /// Whether a line is drawn below the values.
  let hasAxisRow: Bool
  /// Whether places have a width of their own, as columns need it.
  private let hasSlots: Bool
  private let count: Int

  init(_ chart: LineChart, bounds: ClosedRange<Double>, area: Area, width: TextWidth) {
    let hasAxisRow = area.rows >= 8
    let labelRows = (chart.xLabels.isEmpty ? 0 : 1) + (hasAxisRow ? 1 : 0)
    let rows = max(2, area.rows - labelRows)
    let ticks = RoundTicks(
      lower: bounds.lowerBound, upper: bounds.upperBound,
      most: min(9, max(rows < 3 ? 2 : 3, (rows + 3) / 3)))
    let scale = ticks.values.map { width.columns(of: chart.valueLabel($0)) }.max() ?? 0
    let left = min(scale, area.columns / 3) + 1
    var right = 0
    if area.columns >= 24 {
      let texts = chart.horizontals.map(\.label) + [chart.lastLabel ?? ""]
      let widest = texts.map { width.columns(of: $0) }.max() ?? 0
      right = widest == 0 ? 0 : min(widest + 1, area.columns / 4)
    }
    self.area = area
    self.ticks = ticks
    self.hasAxisRow = hasAxisRow
    self.plot = Area(
      column: area.column + left, row: area.row, columns: area.columns - left - right, rows: rows)
    self.hasSlots = chart.series.contains { $0.kind == .bars }
    self.count = chart.count
  }

  /// The place of a value among so many parts of the plot's width.
  func place(_ index: Int, of count: Int? = nil, among parts: Int) -> Int {
    let count = count ?? self.count
    if hasSlots {
      return min(parts - 1, Int((Double(index) + 0.5) / Double(max(1, count)) * Double(parts)))
    }
    guard count > 1 else { return parts / 2 }
    return Int((Double(index) / Double(count - 1) * Double(parts - 1)).rounded())
  }

  /// The place of a number among so many parts of the plot's height, counted from the top.
  func level(_ value: Double, among parts: Int) -> Int {
    let share = (value - ticks.lower) / (ticks.upper - ticks.lower)
    return Int(((1 - min(1, max(0, share))) * Double(parts - 1)).rounded())
  }

  /// The row of a number on the canvas.
  func row(_ value: Double) -> Int { plot.row + level(value, among: plot.rows * 4) / 4 }
}

extension LineChart {
  /// The last value of the first series in words; `nil` if it has none.
  var lastLabel: String? {
    series.first?.values.last { $0?.isFinite ?? false }.flatMap { $0 }.map(valueLabel)
  }
}
