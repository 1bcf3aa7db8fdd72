import Drawing
import Metrics

/// How far a first reading has come, while there are no numbers yet.
struct LoadingView {
  let progress: Snapshot.Progress
  let language: Language

  func draw(on canvas: inout Canvas, in area: Area) {
    let words = ProgressWords(progress: progress, language: language).long
    canvas.writeCentered(words, in: area, row: area.rows / 2 - 1)
    let columns = min(40, area.columns - 4)
    canvas.drawBar(
      fraction: progress.fraction, column: area.column + (area.columns - columns) / 2,
      row: area.row + area.rows / 2 + 1, columns: columns)
  }
}
