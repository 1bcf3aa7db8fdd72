import Metrics

extension Unavailable {
  /// The reason in a few plain words.
  func words(with pen: Pen) -> String {
    switch self {
    case .noData: pen.words("no data", "データなし")
    case .stillReading: pen.words("still being read", "読込中")
    case .noRows: pen.words("no rows of this segment", "該当する行なし")
    case .divisionByZero: pen.words("division by zero", "分母が0")
    case .unknownDimension(let source, let dimension):
      pen.words("\(source) has no \(dimension)", "\(source)に\(dimension)なし")
    case .finerThanData(let source, let cadence):
      pen.words(
        "\(source) has one row per \(cadence.rawValue)", "\(source)は\(cadence.japanese)のデータ")
    case .unknownMetric(let name):
      pen.words("there is no metric \(name)", "指標\(name)は未定義")
    case .notBegun: pen.words("not begun", "開始前")
    case .unequalCoverage: pen.words("missing days", "欠けた日あり")
    case .fromZero: pen.words("from 0", "比較元が0")
    case .noTarget: pen.words("no target", "目標なし")
    }
  }
}

extension Grain {
  fileprivate var japanese: String {
    switch self {
    case .day: "日次"
    case .week: "週次"
    case .sprint: "スプリント単位"
    case .month: "月次"
    case .quarter: "四半期"
    case .year: "年度"
    }
  }
}
