import Drawing
import Metrics

/// A picker in a box over the view.
struct PickerView {
  let picker: Picker
  let language: Language

  func draw(on canvas: inout Canvas, in area: Area) {
    let shown = picker.shown
    let widest = shown.map { canvas.width.columns(of: $0.title + $0.hint) }.max() ?? 0
    let columns = min(area.columns, max(36, widest + 10))
    let rows = min(area.rows, max(5, shown.count + 4))
    let box = Area(
      column: area.column + (area.columns - columns) / 2, row: area.row + (area.rows - rows) / 3,
      columns: columns, rows: rows)
    canvas.fill(box, style: .plain)
    drawBorder(box, on: &canvas)
    canvas.write(
      " \(picker.title) ", column: box.column + 2, row: box.row, style: Style(.title, bold: true),
      limit: columns - 4)
    let prompt = picker.query.isEmpty ? Phrase.typeToSearch.text(in: language) : picker.query
    canvas.write(
      prompt, column: box.column + 2, row: box.row + 1,
      style: Style(picker.query.isEmpty ? .faint : .strong), limit: columns - 4)
    let list = box.inset(columns: 1, rows: 1).dropping(top: 1)
    if shown.isEmpty {
      canvas.write(
        Phrase.noMatch.text(in: language), column: list.column + 1, row: list.row,
        style: Style(.faint))
    }
    let first = min(max(0, picker.cursor - list.rows / 2), max(0, shown.count - list.rows))
    for (offset, item) in shown.dropFirst(first).prefix(list.rows).enumerated() {
      draw(item, isSelected: first + offset == picker.cursor, row: list.row + offset, list, &canvas)
    }
    if picker.allowsSeveral {
      let hint = Phrase(" Space marks several ", " Space で複数選択 ").text(in: language)
      canvas.writeRight(
        hint, endColumn: box.endColumn - 2, row: box.endRow - 1, style: Style(.faint))
    }
  }

  private func draw(
    _ item: Picker.Item, isSelected: Bool, row: Int, _ list: Area, _ canvas: inout Canvas
  ) {
    let isMarked = picker.marked.contains(item.choice)
    let mark = picker.allowsSeveral ? (isMarked ? "[x] " : "[ ] ") : ""
    let hintColumns = canvas.width.columns(of: item.hint)
    canvas.write(
      mark + item.title, column: list.column + 1, row: row,
      style: Style(isMarked ? .accent : .text),
      limit: list.columns - hintColumns - 3)
    canvas.writeRight(item.hint, endColumn: list.endColumn - 1, row: row, style: Style(.faint))
    if isSelected {
      canvas.restyle(Area(column: list.column, row: row, columns: list.columns, rows: 1)) {
        $0.isSelected = true
      }
    }
  }

  private func drawBorder(_ box: Area, on canvas: inout Canvas) {
    let glyphs = canvas.glyphs
    let style = Style(.border)
    let line = String(repeating: glyphs.horizontal, count: max(0, box.columns - 2))
    canvas.write(
      glyphs.topLeft + line + glyphs.topRight, column: box.column, row: box.row, style: style)
    canvas.write(
      glyphs.bottomLeft + line + glyphs.bottomRight, column: box.column, row: box.endRow - 1,
      style: style)
    for row in (box.row + 1)..<max(box.row + 1, box.endRow - 1) {
      canvas.write(glyphs.vertical, column: box.column, row: row, style: style)
      canvas.write(glyphs.vertical, column: box.endColumn - 1, row: row, style: style)
    }
  }
}
