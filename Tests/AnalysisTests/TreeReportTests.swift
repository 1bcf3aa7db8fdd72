import Analysis
import Metrics
import Testing

/// The KPI tree with what each node has reached.
@Suite struct TreeReportTests {
  /// Revenue ← won (← leads ← visits) and price; ten a day of each in the week of 2 November.
  private func report(_ targets: [Target]) throws -> TreeReport {
    var leads = measured("leads")
    leads.owner = "marketing"
    leads.department = "growth"
    let metrics = try [
      computed("revenue", "won * price"), measured("won"), measured("price", .last), leads,
      measured("visits"),
    ]
    func node(
      _ metric: String, _ level: TreeNode.Level, _ children: [TreeNode] = []
    ) -> TreeNode {
      TreeNode(metric: metric, level: level, children: children)
    }
    var branch = node("leads", .kpi, [node("visits", .kpi), node("no such metric", .kpi)])
    branch.department = "sales"
    var root = node("revenue", .kgi, [node("won", .ksf, [branch]), node("price", .ksf)])
    root.owner = "chief"
    let table = try Table(from: "2026-11-02", through: "2026-11-08") { _ in
      ["won": 10, "price": 3, "leads": 10, "visits": 10]
    }
    let definitions = Definitions(metrics: metrics, tree: [root, node("lost", .kgi)])
    let evaluator = try Snapshot(["files": table], definitions, targets: targets)
      .evaluator(asOf: "2026-11-08")
    return TreeReport(
      in: try evaluator.period("2026-W45"), by: evaluator, targets: TargetBook(evaluator))
  }

  private func nodes(_ report: TreeReport) -> [String: TreeReport.Node] {
    func all(_ nodes: [TreeReport.Node]) -> [TreeReport.Node] {
      nodes.flatMap { [$0] + all($0.children) }
    }
    return Dictionary(uniqueKeysWithValues: all(report.roots).map { ($0.node.metric, $0) })
  }

  @Test func theTreeStandsAsItIsDefined() throws {
    let report = try report([])
    #expect(report.roots.map(\.node.metric) == ["revenue"])
    #expect(report.roots.first?.children.map(\.node.metric) == ["won", "price"])
    let nodes = nodes(report)
    #expect(nodes.count == 5)
    #expect(nodes["visits"]?.path == ["revenue", "won", "leads", "visits"])
    #expect(nodes["revenue"]?.reading.value.value == 210)  // 70 × 3
    #expect(nodes["revenue"]?.trail == Array(repeating: nil, count: 11) + [210])
  }

  @Test func troubleBelowShowsAllTheWayUpAndNotAtItsPlace() throws {
    // Visits reach 70 of 100, leads 70 of 75 (at risk), the price 3 of 3.
    let nodes = nodes(
      try report([
        target("visits", .week, 100), target("leads", .week, 75), target("price", 3),
      ]))
    #expect(nodes["visits"]?.reading.attainment?.status == .offTrack)
    #expect(nodes.filter(\.value.hasTroubleBelow).keys.sorted() == ["leads", "revenue", "won"])
  }

  @Test func whatIsOnlyAtRiskIsNoTrouble() throws {
    let nodes = nodes(try report([target("leads", .week, 75)]))
    #expect(nodes["leads"]?.reading.attainment?.status == .atRisk)
    #expect(nodes.values.allSatisfy { !$0.hasTroubleBelow })
  }

  @Test func aContradictionStandsAtTheFormulasNode() throws {
    let nodes = nodes(
      try report([
        target("revenue", .week, 400), target("won", .week, 100), target("price", 3),
      ]))
    #expect(nodes["revenue"]?.contradiction?.implied == 300)
    #expect(nodes["revenue"]?.contradiction?.deviation == -0.25)
    #expect(nodes.values.count { $0.contradiction != nil } == 1)
  }

  @Test func theOwnerIsTheNodesElseTheMetrics() throws {
    let nodes = nodes(try report([]))
    #expect(nodes["revenue"]?.owner == "chief")
    #expect(nodes["leads"]?.owner == "marketing")
    #expect(nodes["leads"]?.department == "sales")
    #expect(nodes["visits"]?.owner == nil)
  }
}
