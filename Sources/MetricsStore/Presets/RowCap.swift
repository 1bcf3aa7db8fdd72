import Metrics

/// A table that a tool ends at some number of rows, so that the rows are not all there is.
struct RowCap: Sendable {
  /// The column that such a table has.
  let column: ColumnName
  /// How many rows it has at most.
  let rows: Int

  /// What is to be said of a table with these names and this number of rows; nil where it is not
  /// cut off.
  func issue(_ names: [String], rows count: Int, in file: SafeText) -> Issue? {
    guard count == rows, RecognisedHeader(names, preamble: []).has(column) else { return nil }
    return Issue(
      .warning, code: "row-cap", at: SourcePlace(file: file),
      message: SafeText(
        "the table stops at \(rows) rows, as the tool does: their sum is not the total"),
      help: "take totals from the table by date")
  }
}

extension Preset {
  /// What is to be said of a table of the tool that is cut off at its usual number of rows.
  func capIssue(_ names: [String], rows: Int, in file: SafeText) -> Issue? {
    caps.lazy.compactMap { $0.issue(names, rows: rows, in: file) }.first
  }
}
