import Drawing
import Metrics

/// How far a first reading has come, while there are no numbers yet.
struct LoadingView {
  let progress: Snapshot.Progress
  let language: Language

  func draw(on canvas: inout Canvas, in area: Area) {
    let files = "\(progress.filesRead) / \(progress.filesInAll)"
    let rows = NumberText.fixed(Double(progress.rows), digits: 0)
    let words = Phrase(
      "Reading files: \(files) · \(rows) rows", "ファイル読込中: \(files) · \(rows)行")
    canvas.writeCentered(words.text(in: language), in: area, row: area.rows / 2 - 1)
    let columns = min(40, area.columns - 4)
    let share = Double(progress.filesRead) / Double(max(1, progress.filesInAll))
    canvas.drawBar(
      fraction: share, column: area.column + (area.columns - columns) / 2,
      row: area.row + area.rows / 2 + 1, columns: columns)
  }
}
