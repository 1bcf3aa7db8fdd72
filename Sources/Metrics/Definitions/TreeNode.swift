/// A metric's place in the KPI tree.
public struct TreeNode: Hashable, Sendable {
  /// Its level: the goal, a factor of success, or what is measured and acted upon.
  public enum Level: String, CaseIterable, Hashable, Sendable {
    case kgi = "KGI"
    case ksf = "KSF"
    case kpi = "KPI"
  }

  /// How it is tied to its parent.
  public enum Edge: Hashable, Sendable {
    /// The parent is computed from it.
    case formula
    /// It is believed to move the parent so many days later.
    case influence(lagDays: Int)
  }

  /// How far ahead it looks.
  public enum Horizon: String, CaseIterable, Hashable, Sendable {
    case short, long
  }

  /// Whether it moves before the goal or after.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case leading, lagging
  }

  /// The metric's name.
  public var metric: String
  /// Its level.
  public var level: Level
  /// Who answers for it here; else whoever the metric names.
  public var owner: SafeText?
  /// The department here; else the metric's.
  public var department: SafeText?
  /// What it means here; else the metric's definition.
  public var definition: LocalizedText?
  /// How far ahead it looks.
  public var horizon: Horizon?
  /// Whether it leads or lags.
  public var kind: Kind?
  /// Whether it is one of the few that are now being driven.
  public var isStrategic: Bool
  /// How it is tied to its parent.
  public var edge: Edge
  /// What it is made of or moved by.
  public var children: [TreeNode]
  /// Where it stands in the definitions.
  public var place: SourcePlace

  /// A node of the tree.
  public init(
    metric: String, level: Level, owner: SafeText? = nil, department: SafeText? = nil,
    definition: LocalizedText? = nil, horizon: Horizon? = nil, kind: Kind? = nil,
    isStrategic: Bool = false, edge: Edge = .formula, children: [TreeNode] = [],
    place: SourcePlace = SourcePlace(file: "kpi.yaml")
  ) {
    self.metric = metric
    self.level = level
    self.owner = owner
    self.department = department
    self.definition = definition
    self.horizon = horizon
    self.kind = kind
    self.isStrategic = isStrategic
    self.edge = edge
    self.children = children
    self.place = place
  }
}
