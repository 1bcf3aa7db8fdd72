/// Values over time with a scale: curves, columns and level lines; it knows nothing of what they mean.
public struct LineChart {
  /// Values at equal distances; `nil` where there is none.
  public struct Series {
    /// How the values are shown.
    public enum Kind: Hashable, Sendable {
      /// A curve.
      case line
      /// Columns that stand on zero.
      case bars
      /// A broken curve.
      case dashed
    }

    /// The values from left to right.
    public var values: [Double?]
    /// How they look.
    public var style: Style
    /// How they are shown.
    public var kind: Kind

    /// Values in a style.
    public init(_ values: [Double?], style: Style, kind: Kind = .line) {
      self.values = values
      self.style = style
      self.kind = kind
    }
  }

  /// A line at one value across the whole chart, such as a target.
  public struct Horizontal {
    /// Where it lies.
    public var value: Double
    /// What is written at its end.
    public var label: String
    /// How both look.
    public var style: Style

    /// A line with a label.
    public init(value: Double, label: String, style: Style) {
      self.value = value
      self.label = label
      self.style = style
    }
  }

  /// What is shown; the first lies on top, and its last value is labelled.
  public var series: [Series]
  /// Lines across.
  public var horizontals: [Horizontal]
  /// Names of the places from left to right: one for each value, or fewer at equal distances.
  public var xLabels: [String]
  /// Words for a number of the scale.
  public var valueLabel: (Double) -> String

  /// A chart of one or more series.
  public init(
    series: [Series], horizontals: [Horizontal] = [], xLabels: [String] = [],
    valueLabel: @escaping (Double) -> String
  ) {
    self.series = series
    self.horizontals = horizontals
    self.xLabels = xLabels
    self.valueLabel = valueLabel
  }

  /// How many places there are from left to right.
  var count: Int { series.map(\.values.count).max() ?? 0 }

  /// The lowest and the highest number to be seen; `nil` if there is none at all.
  ///
  /// Zero is among them if there are columns, or if it lies nearer than the spread of the values.
  var bounds: ClosedRange<Double>? {
    let known = series.flatMap { $0.values.compactMap { $0 } }.filter(\.isFinite)
    guard !known.isEmpty else { return nil }
    let all = known + horizontals.map(\.value).filter(\.isFinite)
    guard let low = all.min(), let high = all.max() else { return nil }
    let spread = high - low
    let stands = series.contains { $0.kind == .bars }
    let isNear = low > 0 ? low <= spread : high < 0 && -high <= spread
    return stands || isNear ? min(0, low)...max(0, high) : low...high
  }

  /// Draws the chart so that it fills the area.
  ///
  /// Gaps stay gaps. An area too small for a scale (under 12×3) is left to a single row of columns.
  public func draw(on canvas: inout Canvas, in area: Area) {
    guard !area.isEmpty else { return }
    guard let bounds else {
      canvas.writeCentered("–", in: area, row: area.rows / 2, style: Style(.faint))
      return
    }
    guard area.columns >= 12, area.rows >= 3 else {
      canvas.drawSparkline(
        series.first?.values ?? [], column: area.column, row: area.endRow - 1,
        columns: area.columns, style: series.first?.style ?? .plain)
      return
    }
    let layout = ChartLayout(self, bounds: bounds, area: area, width: canvas.width)
    layout.drawScale(of: self, on: &canvas)
    layout.drawHorizontals(of: self, on: &canvas)
    for series in series.reversed() where series.kind == .bars {
      layout.drawBars(series, on: &canvas)
    }
    for series in series.reversed() where series.kind != .bars {
      layout.drawCurve(series, on: &canvas)
    }
    layout.drawEndLabels(of: self, on: &canvas)
  }
}
