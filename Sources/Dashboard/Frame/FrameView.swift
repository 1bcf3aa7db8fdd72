import Drawing
import Metrics

/// What stands around every view: what am I looking at, where am I, what can I do here.
struct FrameView {
  let context: ViewContext
  let place: Place
  let crumbs: [String]
  let isFrozen: Bool
  let message: Dashboard.Message?

  /// The part of the screen that is left to the view.
  static func content(of area: Area) -> Area {
    area.dropping(top: 2, bottom: 1)
  }

  func draw(on canvas: inout Canvas) {
    let area = canvas.area
    drawSubject(on: &canvas, row: 0)
    drawTabs(on: &canvas, row: 1)
    drawFooter(on: &canvas, row: area.rows - 1)
    if let message {
      let line = Area(column: 0, row: area.rows - 2, columns: area.columns, rows: 1)
      canvas.fill(line, style: .plain)
      canvas.write(
        " " + message.text, column: 0, row: area.rows - 2, style: Style(message.role, bold: true))
    }
  }

  private func drawSubject(on canvas: inout Canvas, row: Int) {
    let columns = canvas.size.columns
    let header = Style(.header)
    canvas.fill(Area(column: 0, row: row, columns: columns, rows: 1), style: header)
    let name = context.snapshot.definitions.workspace.name.text(in: context.language)
    let state = stateText(canvas.glyphs)
    let filter = filterText()
    let right = [filter, state.text].compactMap { $0 }
    let rightColumns = right.reduce(1) { $0 + canvas.width.columns(of: $1) + 2 }
    var end = columns - 1
    canvas.writeRight(state.text, endColumn: end, row: row, style: state.style)
    end -= canvas.width.columns(of: state.text) + 2
    if let filter {
      canvas.writeRight(
        filter, endColumn: end, row: row, style: Style(.attention, bold: true, reversed: true),
        limit: end / 2)
    }
    var column = canvas.write(" kpitop ", column: 0, row: row, style: Style(.header, bold: true))
    guard !context.snapshot.isBlank else {
      canvas.write(" " + name, column: column, row: row, style: header, limit: max(0, end - column))
      return
    }
    let title = context.periodTitle()
    let comparison = context.comparisonTitle()
    let room = columns - rightColumns - column
    let full = "\(title) · \(comparison)"
    if canvas.width.columns(of: name) + canvas.width.columns(of: full) + 4 <= room {
      column += canvas.write(" " + name, column: column, row: row, style: header) + 3
    }
    let fits = canvas.width.columns(of: full) <= room
    canvas.write(
      fits ? full : title, column: column, row: row, style: Style(.header, bold: true),
      limit: max(0, columns - rightColumns - column))
  }

  /// How fresh the numbers are: a badge where that wants a look.
  private func stateText(_ glyphs: GlyphSet) -> (text: String, style: Style) {
    func badge(_ text: String, _ role: Role) -> (text: String, style: Style) {
      (" \(text) ", Style(role, bold: true, reversed: true))
    }
    if isFrozen { return badge(context.words(.frozen), .attention) }
    if let progress = context.snapshot.progress {
      let words = ProgressWords(progress: progress, language: context.language)
      return (words.short, Style(.header))
    }
    let errors = context.snapshot.issues.count { $0.severity == .error }
    if errors > 0 {
      let noun = errors == 1 ? "error" : "errors"
      let words = Phrase("\(errors) \(noun): kpitop check", "エラー\(errors)件: kpitop check")
      return badge(words.text(in: context.language), .bad)
    }
    return ("\(glyphs.liveDot) " + context.words(.live), Style(.header, bold: true))
  }

  private func filterText() -> String? {
    let segment = context.lens.segment
    guard !segment.isEverything else { return nil }
    return segment.dimensions.map { dimension in
      let values = (segment.values[dimension] ?? []).sorted().map(\.string)
      return " \(dimension): \(values.joined(separator: ", ")) "
    }.joined(separator: "·")
  }

  /// Where each tab stands, for drawing and for the mouse.
  static func tabs(_ language: Language, _ width: TextWidth) -> [(text: String, column: Int)] {
    var column = 1
    return Screen.tabs.enumerated().map { index, screen in
      let text = " \(index + 1) \(screen.tabName?.text(in: language) ?? "") "
      defer { column += width.columns(of: text) + 1 }
      return (text, column)
    }
  }

  private func drawTabs(on canvas: inout Canvas, row: Int) {
    var end = 0
    for (index, tab) in FrameView.tabs(context.language, canvas.width).enumerated() {
      let isHere = Screen.tabs[index] == place.screen
      let style = isHere ? Style(.accent, bold: true, reversed: true) : Style(.faint)
      end = tab.column + canvas.write(tab.text, column: tab.column, row: row, style: style)
    }
    guard crumbs.count > 1 else { return }
    let path = crumbs.joined(separator: " \(canvas.glyphs.breadcrumb) ")
    let room = canvas.size.columns - end - 3
    guard room > 8 else { return }
    canvas.writeRight(
      path, endColumn: canvas.size.columns - 1, row: row, style: Style(.title, bold: true),
      limit: room)
  }

  private func drawFooter(on canvas: inout Canvas, row: Int) {
    canvas.fill(
      Area(column: 0, row: row, columns: canvas.size.columns, rows: 1), style: Style(.footer))
    // There is nothing to go back to at the top of a view.
    let working = KeyTable.bindings.filter {
      $0.works(place.screen) && ($0.action != .back || crumbs.count > 1)
    }
    let hints = working.compactMap { binding in
      binding.footer.map {
        (action: binding.action, caption: binding.shortCaption, word: context.words($0))
      }
    }
    func columns(_ hint: (action: Action, caption: String, word: String)) -> Int {
      canvas.width.columns(of: "\(hint.caption) \(hint.word)") + 2
    }
    // Help and quit are never pushed out by what comes before them.
    let staying: Set<Action> = [.help, .quit]
    let reserved = hints.filter { staying.contains($0.action) }.reduce(0) { $0 + columns($1) }
    var column = 1
    for hint in hints {
      let limit = canvas.size.columns + 1 - (staying.contains(hint.action) ? 0 : reserved)
      guard column + columns(hint) <= limit else { continue }
      let (caption, word) = (hint.caption, hint.word)
      column += canvas.write(caption, column: column, row: row, style: Style(.key, bold: true))
      column += canvas.write(" " + word, column: column, row: row, style: Style(.footer)) + 2
    }
  }
}
