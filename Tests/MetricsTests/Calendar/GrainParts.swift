import Metrics

extension Grain {
  /// Whether a period of this grain is always made of whole periods of the other.
  func isMade(of other: Grain) -> Bool {
    switch (self, other) {
    case (_, .day): true
    case (.week, .week), (.sprint, .week), (.sprint, .sprint): true
    case (.month, .month), (.quarter, .month), (.year, .month): true
    case (.quarter, .quarter), (.year, .quarter), (.year, .year): true
    default: false
    }
  }
}
