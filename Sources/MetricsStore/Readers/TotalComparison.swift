import Metrics

/// Compares the totals that a file states with the sums of its rows.
struct TotalComparison {
  /// What is compared.
  struct Column {
    /// Its name in the file, and the field of it among those that totals keep.
    let name: String
    let field: Int
    /// How its numbers are written.
    let format: NumberFormat
    /// What its rows come to; nil where that is too large.
    let sum: ExactDecimal?
    /// Whether its figures add up.
    let isAdditive: Bool
  }

  /// A total beside the sum of the rows.
  private(set) var checksums: [FileReport.Checksum] = []

  /// Compares each column with the totals of all rows; of several, such as those of an account and of
  /// its campaigns, one has to agree.
  init(_ totals: [StatedTotal], _ columns: [Column], rows: Int) {
    let whole = totals.filter { $0.kind == .total }
    for column in columns where column.isAdditive {
      let found = whole.compactMap { total -> FileReport.Checksum? in
        guard column.field < total.figures.count else { return nil }
        var text = total.figures[column.field]
        return text.withUTF8 { bytes in
          TotalComparison.checksum(column, CellBytes(bytes).trimmed, of: total, rows: rows)
        }
      }
      if let match = found.first(where: \.isMatch) ?? found.first { checksums.append(match) }
    }
  }

  private static func checksum(
    _ column: Column, _ cell: CellBytes, of total: StatedTotal, rows: Int
  ) -> FileReport.Checksum? {
    guard let stated = WrittenNumber(cell, column.format), let sum = column.sum else { return nil }
    // Figures with a fraction may have been rounded in every row.
    let rounded = ColumnSum(sum, rows: rows, places: stated.places)
    switch TotalCheck(column: column.field, cell, column.format, rounded, .additive) {
    case .notAdditive, .unreadable: return nil
    case .matches: return checksum(column, stated, of: total, sum, isMatch: true)
    case .differs: return checksum(column, stated, of: total, sum, isMatch: false)
    }
  }

  private static func checksum(
    _ column: Column, _ stated: WrittenNumber, of total: StatedTotal, _ sum: ExactDecimal,
    isMatch: Bool
  ) -> FileReport.Checksum {
    FileReport.Checksum(
      line: total.line, label: SafeText(total.label), column: SafeText(column.name),
      total: stated.value.double, sum: sum.double, isMatch: isMatch)
  }

  /// Says which totals the rows do not add up to.
  func report(to log: inout FileIssues) {
    for checksum in checksums where !checksum.isMatch {
      log.add(
        .warning, "total-differs", line: checksum.line,
        "\(quoted(checksum.label.string)) says \(PlainText.number(checksum.total)) for "
          + "\(quoted(checksum.column.string)), but the rows add up to "
          + PlainText.number(checksum.sum),
        help: "some rows may be missing from the export, or be in it twice")
    }
  }
}

/// Numbers as messages write them.
private enum PlainText {
  static func number(_ value: Double) -> String {
    ExactDecimal(value)?.description ?? "\(value)"
  }
}
