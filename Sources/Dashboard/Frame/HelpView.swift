import Drawing
import Metrics

/// Every key that works in a view, over the view.
struct HelpView {
  let language: Language
  let screen: Screen

  func draw(on canvas: inout Canvas, in area: Area) {
    let bindings = KeyTable.bindings.filter { $0.works(screen) }
    canvas.fill(area, style: .plain)
    canvas.write(
      Phrase("Keys", "キー操作").text(in: language), column: area.column + 1, row: area.row,
      style: Style(.title, bold: true))
    let fitting = max(1, area.rows - 2)
    let needed = (bindings.count + fitting - 1) / fitting
    let columnCount = max(needed, min(3, area.columns / 58))
    let rows = (bindings.count + columnCount - 1) / columnCount
    let columns = (area.columns - 2) / max(1, columnCount)
    for (index, binding) in bindings.enumerated() {
      let column = area.column + 1 + index / rows * columns
      let row = area.row + 2 + index % rows
      canvas.writeRight(
        binding.caption, endColumn: column + 7, row: row, style: Style(.key, bold: true), limit: 7)
      canvas.write(
        binding.meaning.text(in: language), column: column + 9, row: row, limit: columns - 10)
    }
  }
}
