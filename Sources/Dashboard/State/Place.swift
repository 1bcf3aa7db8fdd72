public import Metrics

/// A view of the dashboard.
public enum Screen: Hashable, Sendable {
  case funnel
  case tree
  case monitor
  /// Everything about one metric.
  case detail(metric: String)

  /// The views that tabs lead to, in the order of their numbers.
  static let tabs: [Screen] = [.funnel, .tree, .monitor]

  /// The name on its tab; nil for a view that is reached from a number.
  var tabName: Phrase? {
    switch self {
    case .funnel: .funnel
    case .tree: .tree
    case .monitor: .monitor
    case .detail: nil
    }
  }
}

/// Where the user is, with everything that has to be as it was after coming back.
public struct Place: Hashable, Sendable {
  /// The view.
  public var screen: Screen
  /// What the numbers are looked at through.
  public var lens: Lens
  /// The selected row, from 0.
  public var cursor = 0
  /// The dimension that numbers are cut by; nil where they are not.
  public var breakdown: String?
  /// The name of the funnel that is shown; nil for the first.
  public var funnel: String?
  /// Paths of the tree's nodes whose parts are hidden.
  public var collapsed: Set<[String]> = []
  /// What this place adds to the breadcrumb, where it is not the view's or the metric's name.
  public var crumb: SafeText?

  /// A place at the top of a view.
  public init(_ screen: Screen, lens: Lens = Lens()) {
    self.screen = screen
    self.lens = lens
  }
}
