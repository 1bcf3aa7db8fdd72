public import Metrics

/// The KPI tree with what each node has reached.
public struct TreeReport: Hashable, Sendable {
  /// One node, with its depth and what hangs below it.
  public struct Node: Hashable, Sendable {
    /// The node's definition.
    public let node: TreeNode
    /// The names of the metrics from the root to this node, which tell nodes apart.
    public let path: [String]
    /// The metric read in the period.
    public let reading: MetricReading
    /// The values of the trailing periods, earliest first, for a small chart.
    public let trail: [Double?]
    /// Whether some node below is off track.
    public let hasTroubleBelow: Bool
    /// Where its target contradicts those of its operands; nil where they agree.
    public let contradiction: TargetContradiction?
    /// The nodes below, in the order of the definitions.
    public let children: [Node]

    /// The owner here, else the metric's; nil where nobody owns it.
    public var owner: SafeText? { node.owner ?? reading.metric.owner }
    /// The department here, else the metric's.
    public var department: SafeText? { node.department ?? reading.metric.department }
  }

  /// The roots, normally one KGI.
  public let roots: [Node]

  /// The tree in a period.
  public init(in period: Period, by evaluator: Evaluator, targets: TargetBook) {
    let contradictions = Dictionary(
      TargetContradiction.all(evaluator).map { ($0.metric, $0) },
      uniquingKeysWith: { first, _ in first })
    func build(_ node: TreeNode, under path: [String]) -> Node? {
      guard
        let reading = MetricReading(node.metric, in: period, by: evaluator, targets: targets)
      else { return nil }
      let path = path + [node.metric]
      let children = node.children.compactMap { build($0, under: path) }
      let trail = evaluator.calendar.periods(endingWith: period, count: 12)
        .map { evaluator.value(node.metric, in: $0).value }
      return Node(
        node: node, path: path, reading: reading, trail: trail,
        hasTroubleBelow: children.contains {
          $0.reading.attainment?.status == .offTrack || $0.hasTroubleBelow
        },
        contradiction: contradictions[node.metric], children: children)
    }
    roots = evaluator.snapshot.definitions.tree.compactMap { build($0, under: []) }
  }
}
