import Analysis
import Drawing
import Metrics

/// The KPI tree as a table with connectors: goal, factors, indicators, and who owns them.
struct TreeView {
  let report: TreeReport
  let context: ViewContext
  let selected: Int
  let collapsed: Set<[String]>

  func draw(on canvas: inout Canvas, in area: Area) {
    guard !report.roots.isEmpty else {
      canvas.writeCentered(context.words(.noTree), in: area, row: area.rows / 2)
      return
    }
    let rows = report.roots.flatMap { lines($0, lead: "", branch: "", glyphs: canvas.glyphs) }
    let hasSide = area.columns >= 132
    let list = hasSide ? area.left(area.columns * 3 / 5) : area.dropping(bottom: 1)
    let content = list.dropping(top: 0, left: 1, right: 1)
    table(rows, canvas.glyphs).draw(on: &canvas, in: content)
    guard rows.indices.contains(selected) else { return }
    let node = rows[selected].node
    if hasSide {
      let side = area.dropping(left: list.columns + 1)
      MetricCard(node.reading.metric.name, context: context, owner: node.owner)
        .draw(on: &canvas, in: side)
    } else {
      drawRemark(node, on: &canvas, in: area)
    }
  }

  private struct Line {
    let node: TreeReport.Node
    let label: String
  }

  private func lines(
    _ node: TreeReport.Node, lead: String, branch: String, glyphs: GlyphSet
  ) -> [Line] {
    let isCollapsed = collapsed.contains(node.path)
    let fold =
      node.children.isEmpty ? "" : (isCollapsed ? glyphs.collapsed : glyphs.expanded) + " "
    let label = lead + branch + fold + context.label(node.node.metric)
    var lines = [Line(node: node, label: label)]
    guard !isCollapsed else { return lines }
    let deeper =
      branch.isEmpty
      ? "" : lead + (branch.hasPrefix(glyphs.bottomLeft) ? "   " : "\(glyphs.vertical)  ")
    for (index, child) in node.children.enumerated() {
      let isLast = index == node.children.count - 1
      let isInfluence = if case .influence = child.node.edge { true } else { false }
      let stroke = isInfluence ? glyphs.dashedHorizontal : glyphs.horizontal
      let corner = (isLast ? glyphs.bottomLeft : glyphs.teeRight) + stroke + " "
      lines += self.lines(child, lead: deeper, branch: corner, glyphs: glyphs)
    }
    return lines
  }

  private func table(_ lines: [Line], _ glyphs: GlyphSet) -> Table {
    let cells = ReadingCells(context: context, glyphs: glyphs)
    let columns = [
      Table.Column(context.words(.metric), .left),
      Table.Column("", .left, rank: 3),
      Table.Column(context.words(.value)),
      Table.Column(
        context.lens.comparison.changeHead(context.lens.grain, in: context.language)),
      Table.Column(context.words(.target), rank: 1),
      Table.Column(context.words(.attainment), rank: 0),
      Table.Column("", .left, rank: 4, minimum: 8),
      Table.Column(context.words(.trend), .left, rank: 2, minimum: 12),
      Table.Column(context.words(.owner), .left, rank: 5),
    ]
    let rows = lines.map { line -> Table.Row in
      let reading = line.node.reading
      let isRoot = line.node.path.count == 1
      return .cells([
        .text(line.label + trouble(line.node, glyphs), labelStyle(line.node, isRoot: isRoot)),
        .text(line.node.node.level.rawValue, Style(.faint)),
        cells.value(reading),
        cells.change(reading.change(context.lens.comparison), reading.metric),
        cells.target(reading),
        cells.attainment(reading),
        cells.attainmentBar(reading),
        .sparkline(line.node.trail, Style(.bar)),
        .text(
          line.node.owner?.string ?? context.words(.noOwner),
          Style(line.node.owner == nil ? .attention : .faint)),
      ])
    }
    return Table(columns, rows, selected: selected)
  }

  private func labelStyle(_ node: TreeReport.Node, isRoot: Bool) -> Style {
    Style(isRoot ? .title : .text, bold: isRoot || node.node.isStrategic)
  }

  /// Marks for something wrong below, and for a target that contradicts others.
  private func trouble(_ node: TreeReport.Node, _ glyphs: GlyphSet) -> String {
    (node.contradiction == nil ? "" : " \(glyphs.warning)")
      + (node.hasTroubleBelow ? " \(glyphs.bullet)" : "")
  }

  private func drawRemark(_ node: TreeReport.Node, on canvas: inout Canvas, in area: Area) {
    let facts = MetricFacts(reading: node.reading, context: context, owner: node.owner)
    facts.draw(
      on: &canvas,
      in: Area(column: 1, row: area.endRow - 1, columns: area.columns - 2, rows: 1))
  }
}
