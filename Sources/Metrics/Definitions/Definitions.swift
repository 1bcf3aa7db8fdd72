/// Everything that a workspace's text files define: what `kpi.yaml` and its includes say.
public struct Definitions: Hashable, Sendable {
  /// The workspace itself.
  public var workspace: WorkspaceDefinition
  /// Where data comes from, in the order of the definitions.
  public var sources: [SourceDefinition]
  /// Every metric, in the order of the definitions.
  public var metrics: [MetricDefinition]
  /// The roots of the KPI tree, normally one KGI.
  public var tree: [TreeNode]
  /// The funnels, in the order of the definitions.
  public var funnels: [FunnelDefinition]
  /// Targets written in the definitions.
  public var targets: [Target]
  /// Files that hold further targets.
  public var targetFiles: [FilePattern]
  /// Which metrics the Monitor shows at which grain; where a grain is missing, those whose cadence
  /// is not longer.
  public var monitor: [Grain: [String]]

  /// Definitions made of their parts.
  public init(
    workspace: WorkspaceDefinition = WorkspaceDefinition(), sources: [SourceDefinition] = [],
    metrics: [MetricDefinition] = [], tree: [TreeNode] = [], funnels: [FunnelDefinition] = [],
    targets: [Target] = [], targetFiles: [FilePattern] = [], monitor: [Grain: [String]] = [:]
  ) {
    self.workspace = workspace
    self.sources = sources
    self.metrics = metrics
    self.tree = tree
    self.funnels = funnels
    self.targets = targets
    self.targetFiles = targetFiles
    self.monitor = monitor
  }

  /// The metric of that name.
  public func metric(_ name: String) -> MetricDefinition? {
    metrics.first { $0.name == name }
  }

  /// The first node of the tree, from the top, that stands for the metric; nil where none does.
  public func node(of metric: String) -> TreeNode? {
    var level = tree
    while !level.isEmpty {
      if let found = level.first(where: { $0.metric == metric }) { return found }
      level = level.flatMap(\.children)
    }
    return nil
  }

  /// Who answers for a metric: its own owner, else the tree's; nil where nobody does.
  public func owner(of metric: String) -> SafeText? {
    self.metric(metric)?.owner ?? node(of: metric)?.owner
  }

  /// The source of that name.
  public func source(_ name: String) -> SourceDefinition? {
    sources.first { $0.name == name }
  }

  /// The funnel of that name.
  public func funnel(_ name: String) -> FunnelDefinition? {
    funnels.first { $0.name == name }
  }

  /// The stages of a funnel through which those of its records' source can be followed: metrics
  /// measured from an event of that source, each with the event's name.
  public func followedStages(of funnel: FunnelDefinition) -> [(metric: String, event: String)] {
    guard let records = funnel.records.flatMap({ source($0) }) else { return [] }
    return funnel.stages.compactMap { stage in
      guard case .measured(let quantity)? = metric(stage)?.origin,
        quantity.source == records.name, records.isEvent(quantity.measure)
      else { return nil }
      return (stage, quantity.measure)
    }
  }

  /// Every dimension that some source has, in the order of first mention.
  public var dimensions: [String] {
    sources.flatMap { $0.dimensions.map(\.name) }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The sources that a metric is computed from, through its formula if it has one.
  public func sources(of metric: String) -> [SourceDefinition] {
    var visited: Set<String> = []
    var names: [String] = []
    func visit(_ name: String) {
      guard visited.insert(name).inserted, let definition = self.metric(name) else { return }
      switch definition.origin {
      case .measured(let quantity):
        if !names.contains(quantity.source) { names.append(quantity.source) }
      case .formula(let formula): for operand in formula.operands { visit(operand) }
      }
    }
    visit(metric)
    return names.compactMap { source($0) }
  }
}
