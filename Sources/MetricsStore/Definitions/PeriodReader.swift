import Metrics

/// Reads where the period of rows stands that have no date of their own.
struct PeriodReader {
  /// `preamble`, `file_name`, or a map of the columns `from` and `to`.
  func origin(_ cursor: Cursor) -> PeriodOrigin? {
    guard case .map = cursor.node.content else {
      let expected = "preamble, file_name or the columns from and to"
      guard let text = cursor.text(expected) else { return nil }
      switch text {
      case "preamble": return .preamble
      case "file_name": return .fileName
      default:
        let choices = ["preamble", "file_name", "{from: …, to: …}"]
        cursor.report(.badValue(text, expected: "a place of the period", choices: choices))
        return nil
      }
    }
    guard let map = cursor.map() else { return nil }
    let columns = ColumnReader()
    let first = map.require("from", at: cursor.keyPlace).flatMap(columns.column)
    let last = map.require("to", at: cursor.keyPlace).flatMap(columns.column)
    map.finish()
    guard let first, let last else { return nil }
    return .columns(first: first, last: last)
  }
}
