import Metrics

/// Checks that a source shows no personal data and keeps none.
struct PersonalChecks {
  let log: IssueLog

  /// Notes dimensions of personal columns, and columns that look personal and are not declared so.
  /// `dimensions` and `record` are those that the source itself writes.
  func check(
    _ source: SourceDefinition, dimensions: [(dimension: Dimension, value: Cursor)],
    record: Cursor?
  ) {
    for (dimension, value) in dimensions {
      guard case .column(let column) = dimension.origin else { continue }
      let name = column.aliases.first ?? ""
      if source.isPersonal(column) {
        value.report(.personalDimension(name))
      } else if let suspect = suspect(column) {
        value.report(.looksPersonal(suspect))
      }
    }
    guard let record, case .records(let id, _, _) = source.layout, !source.isPersonal(id),
      let suspect = suspect(id)
    else { return }
    record.report(.looksPersonal(suspect))
  }

  private func suspect(_ column: ColumnName) -> String? {
    column.aliases.first { PersonalColumns.isPersonal($0) }
  }
}
