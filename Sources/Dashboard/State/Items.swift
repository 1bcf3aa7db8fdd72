import Analysis
import Metrics

/// A row that can be selected and opened.
struct Item: Hashable {
  /// The metric of the row.
  let metric: String
  /// In a breakdown, the dimension's value of the row.
  var value: SafeText?
  /// In the tree, the path to the node.
  var path: [String] = []
}

extension Dashboard {
  /// The rows of the present view that can be selected, from top to bottom.
  var items: [Item] {
    let definitions = snapshot.definitions
    switch place.screen {
    case .funnel:
      guard let funnel else { return [] }
      guard let dimension = place.breakdown else { return funnel.stages.map { Item(metric: $0) } }
      return FunnelSegmentsView.values(of: dimension, in: funnel, context.evaluator)
        .map { Item(metric: funnel.stages.last ?? "", value: $0) }
    case .tree: return Dashboard.visible(definitions.tree, under: [], hiding: place.collapsed)
    case .monitor:
      return MonitorReport.metrics(of: definitions, grain: place.lens.grain).map {
        Item(metric: $0.name)
      }
    case .detail(let metric):
      guard let dimension = detailBreakdown(metric) else { return [] }
      let context = context
      return Breakdown(metric, by: dimension, in: context.period, of: context.evaluator)
        .tellingRows.map { Item(metric: metric, value: $0.value) }
    }
  }

  /// The selected row; nil where there is none.
  var selected: Item? {
    let items = items
    return items.indices.contains(place.cursor) ? items[place.cursor] : nil
  }

  /// The funnel on the screen.
  var funnel: FunnelDefinition? {
    place.funnel.flatMap { snapshot.definitions.funnel($0) } ?? snapshot.definitions.funnels.first
  }

  /// The dimension that a metric's detail is cut by: the chosen one, else the first that it has.
  func detailBreakdown(_ metric: String) -> String? {
    let dimensions = Breakdown.dimensions(for: metric, snapshot)
    if let chosen = place.breakdown, dimensions.contains(chosen) { return chosen }
    let filtered = place.lens.segment.dimensions
    return dimensions.first { !filtered.contains($0) } ?? dimensions.first
  }

  private static func visible(
    _ nodes: [TreeNode], under path: [String], hiding collapsed: Set<[String]>
  ) -> [Item] {
    nodes.flatMap { node -> [Item] in
      let path = path + [node.metric]
      let own = Item(metric: node.metric, path: path)
      guard !collapsed.contains(path) else { return [own] }
      return [own] + visible(node.children, under: path, hiding: collapsed)
    }
  }
}
