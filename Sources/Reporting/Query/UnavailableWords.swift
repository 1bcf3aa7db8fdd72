import Metrics

extension Unavailable {
  /// The reason in a few plain words.
  var words: String {
    switch self {
    case .noData: "no data"
    case .noRows: "no rows of this segment"
    case .divisionByZero: "division by zero"
    case .unknownDimension(let source, let dimension): "\(source) has no \(dimension)"
    case .finerThanData(let source, let cadence): "\(source) has one row per \(cadence.rawValue)"
    case .unknownMetric(let name): "there is no metric \(name)"
    case .notBegun: "not begun"
    case .unequalCoverage: "missing days"
    case .fromZero: "from 0"
    case .noTarget: "no target"
    }
  }
}
