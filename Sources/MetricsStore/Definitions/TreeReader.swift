import Metrics

/// Reads the KPI tree.
struct TreeReader {
  let metrics: [String]
  let log: IssueLog

  /// The trees that the value describes; nodes with mistakes are noted and left out.
  func roots(_ cursor: Cursor) -> [TreeNode] {
    nodes(cursor, path: [])
  }

  private func nodes(_ cursor: Cursor, path: [String]) -> [TreeNode] {
    (cursor.entries("a map of metrics") ?? []).compactMap { key, name, value in
      guard metrics.contains(name) else {
        log.add(.unknown(.metric, name, among: metrics), at: key.place)
        return nil
      }
      if let start = path.firstIndex(of: name) {
        log.add(.treeCycle(path[start...] + [name]), at: key.place)
        return nil
      }
      return node(name, key, value, path: path)
    }
  }

  private func node(_ name: String, _ key: Cursor, _ cursor: Cursor, path: [String]) -> TreeNode? {
    let usual: TreeNode.Level = path.isEmpty ? .kgi : path.count == 1 ? .ksf : .kpi
    if cursor.node.isNothing { return TreeNode(metric: name, level: usual, place: key.place) }
    guard let map = cursor.map() else { return nil }
    _ = map.refuse(["what_if"])
    var node = TreeNode(metric: name, level: usual, place: key.place)
    if let level = map.take("level")?.choice(TreeNode.Level.self, "a level") { node.level = level }
    node.owner = map.take("owner")?.safeText()
    node.department = map.take("department")?.safeText()
    node.definition = map.take("definition")?.localizedText()
    node.horizon = map.take("horizon")?.choice(TreeNode.Horizon.self, "a horizon")
    node.kind = map.take("kind")?.choice(TreeNode.Kind.self, "a kind")
    node.isStrategic = map.take("strategic")?.flag() ?? false
    node.edge = edge(map.take("edge"), lag: map.take("lag"), isRoot: path.isEmpty)
    node.children = map.take("children").map { nodes($0, path: path + [name]) } ?? []
    map.finish()
    return node
  }

  private enum EdgeKind: String, CaseIterable {
    case formula, influence
  }

  private func edge(_ edge: Cursor?, lag: Cursor?, isRoot: Bool) -> TreeNode.Edge {
    let kind = edge?.choice(EdgeKind.self, "an edge")
    if isRoot, let edge {
      log.add(
        .conflict("edge", with: "a root", because: "it has no parent"), at: edge.keyPlace)
    }
    guard kind == .influence else {
      if let lag, edge == nil || kind != nil {
        log.add(
          .conflict("lag", with: "a formula edge", because: "only an influence has a lag"),
          at: lag.keyPlace)
      }
      return .formula
    }
    return .influence(lagDays: lag?.days() ?? 0)
  }
}

extension Cursor {
  /// A length of time such as `4 weeks`, in days; a month counts as 30.
  func days() -> Int? {
    let expected = "a time such as 4 weeks"
    guard let text = text(expected) else { return nil }
    let parts = text.split(separator: " ")
    let lengths = [
      "day": 1, "days": 1, "week": 7, "weeks": 7, "month": 30, "months": 30,
    ]
    if parts.count == 2, let number = Int(parts[0]), (0...999).contains(number),
      let length = lengths[String(parts[1])]
    {
      return number * length
    }
    report(.badValue(text, expected: expected, choices: []))
    return nil
  }
}
