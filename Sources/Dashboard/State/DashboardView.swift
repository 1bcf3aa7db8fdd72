import Analysis
public import Drawing
import Metrics

extension Dashboard {
  /// The whole screen at a size: the same state always gives the same picture.
  public func view(
    _ size: Size, width: TextWidth = .standard, glyphs: GlyphSet = .unicode
  ) -> Canvas {
    var canvas = Canvas(size: size, width: width, glyphs: glyphs)
    guard size.columns >= 40, size.rows >= 10 else {
      canvas.writeCentered(
        Phrase.tooSmall.text(in: language), in: canvas.area, row: size.rows / 2)
      return canvas
    }
    let context = context
    let content = FrameView.content(of: canvas.area)
    if let progress = snapshot.progress, snapshot.isBlank {
      LoadingView(progress: progress, language: language).draw(on: &canvas, in: content)
    } else if isHelpShown {
      HelpView(language: language, screen: place.screen).draw(on: &canvas, in: content)
    } else {
      draw(context, on: &canvas, in: content)
    }
    if let picker {
      PickerView(picker: picker, language: language).draw(on: &canvas, in: content)
    }
    FrameView(
      context: context, place: place, crumbs: crumbs(context), isFrozen: frozen != nil,
      message: message
    ).draw(on: &canvas)
    return canvas
  }

  /// The present view alone, without the frame around it.
  func draw(_ context: ViewContext, on canvas: inout Canvas, in area: Area) {
    switch place.screen {
    case .funnel:
      guard let funnel else {
        canvas.writeCentered(context.words(.noFunnel), in: area, row: area.rows / 2)
        return
      }
      drawFunnel(funnel, context, on: &canvas, in: area)
    case .tree:
      let report = TreeReport(
        in: context.period, by: context.evaluator, targets: context.targets)
      TreeView(
        report: report, context: context, selected: place.cursor, collapsed: place.collapsed
      ).draw(on: &canvas, in: area)
    case .monitor:
      MonitorView(context: context, selected: place.cursor).draw(on: &canvas, in: area)
    case .detail(let metric):
      DetailView(
        metric: metric, dimension: detailBreakdown(metric), context: context,
        selected: place.cursor
      ).draw(on: &canvas, in: area)
    }
  }

  private func drawFunnel(
    _ funnel: FunnelDefinition, _ context: ViewContext, on canvas: inout Canvas, in area: Area
  ) {
    let report = FunnelReport(
      funnel, in: context.period, comparedTo: context.lens.comparison, by: context.evaluator,
      targets: context.targets)
    let view = FunnelView(
      report: report, context: context, selected: place.breakdown == nil ? place.cursor : nil,
      scale: scale)
    if let dimension = place.breakdown {
      let segments = FunnelSegmentsView(
        funnel: funnel, whole: report, dimension: dimension, context: context,
        selected: place.cursor)
      if area.columns >= 190 {
        let shape = area.left(area.columns * 9 / 20)
        view.draw(on: &canvas, in: shape)
        segments.draw(on: &canvas, in: area.dropping(left: shape.columns + 2))
      } else {
        segments.draw(on: &canvas, in: area)
      }
    } else if area.columns >= 150 {
      let side = min(84, area.columns * 2 / 5)
      view.draw(on: &canvas, in: area.dropping(right: side + 1))
      if let stage = selected?.metric {
        MetricCard(stage, context: context).draw(on: &canvas, in: area.right(side))
      }
    } else {
      view.draw(on: &canvas, in: area)
    }
  }

  /// The way here, from the view to the innermost segment.
  private func crumbs(_ context: ViewContext) -> [String] {
    (back + [place]).map { place in
      if let crumb = place.crumb { return crumb.string }
      if case .detail(let metric) = place.screen { return context.label(metric) }
      return context.words(place.screen.tabName ?? .help)
    }
  }
}
