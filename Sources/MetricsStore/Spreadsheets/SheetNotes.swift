import Metrics

/// What was odd about a sheet's cells: how often, and where first.
struct SheetNotes {
  /// How often something was found, and where first.
  struct Finding {
    private(set) var count = 0
    private(set) var first: CellReference?

    /// One more at this place.
    mutating func add(_ place: CellReference) {
      if count == 0 { first = place }
      count += 1
    }
  }

  /// Formulas whose value is not in the file.
  var valuelessFormulas = Finding()
  /// Formulas whose value whoever wrote the file may not have calculated.
  var uncalculatedFormulas = Finding()
  /// Cells that show an error such as `#N/A`.
  var errors = Finding()
  /// Numbers that are shown divided by a thousand or more.
  var scaledNumbers = Finding()
  /// Cells that refer to a shared string that is not there.
  var missingTexts = Finding()
  /// Texts longer than a cell can hold, which were cut.
  var cutTexts = Finding()
  /// Cells of which a second one stood in the same place.
  var overlaps = Finding()
  /// Rows that came after a later one.
  var displacedRows = Finding()
  /// Rows that the sheet hides; they are read.
  var hiddenRows = Finding()
  /// The columns from 0 with something in them that the sheet hides; they are left out.
  var hiddenColumns: Set<Int> = []
  /// Whether there are more merged areas than are looked at.
  var hasTooManyAreas = false

  /// Reports what was found.
  func report(to log: inout FileIssues) {
    report(
      valuelessFormulas, .error, "formula-without-value", "has a formula without its value",
      "have formulas without their values", help: SheetNotes.calculate, to: &log)
    report(
      uncalculatedFormulas, .warning, "formula-not-calculated",
      "has a formula whose value may not have been calculated",
      "have formulas whose values may not have been calculated", help: SheetNotes.calculate,
      to: &log)
    report(
      missingTexts, .error, "missing-text", "names a text that is not in the workbook",
      "name texts that are not in the workbook", help: "open it in Excel and save it anew",
      to: &log)
    report(errors, .warning, "error-cell", "shows an error", "show errors", to: &log)
    report(
      scaledNumbers, .note, "scaled-number",
      "is shown divided by a thousand or more; its full value is read",
      "are shown divided by a thousand or more; their full values are read", to: &log)
    report(
      cutTexts, .warning, "cut-text", "is too long and was cut", "are too long and were cut",
      to: &log)
    report(
      overlaps, .warning, "doubled-cell", "stands twice; the later one is taken",
      "stand twice; the later ones are taken", to: &log)
    if displacedRows.count > 0 {
      log.add(
        .warning, "row-order", line: displacedRows.first?.row,
        "\(counted(displacedRows.count, "row")) came after a later one and \(displacedRows.count == 1 ? "is" : "are") read where found"
      )
    }
    if hiddenRows.count > 0 {
      log.add(
        .note, "hidden-rows", line: hiddenRows.first?.row,
        "\(counted(hiddenRows.count, "row")) \(hiddenRows.count == 1 ? "is" : "are") hidden in the sheet and read all the same"
      )
    }
    if !hiddenColumns.isEmpty {
      let ranges = SheetNotes.ranges(hiddenColumns).joined(separator: ", ")
      log.add(
        .note, "hidden-columns",
        "left out \(counted(hiddenColumns.count, "hidden column")): \(ranges)",
        help: "unhide them in Excel to have them read")
    }
    if hasTooManyAreas {
      log.add(.warning, "too-many-areas", "the sheet has more merged areas than are looked at")
    }
  }

  private static let calculate = "open it in Excel and save it, so that the values are in it"

  private func report(
    _ finding: Finding, _ severity: Issue.Severity, _ code: String, _ one: String, _ many: String,
    help: String? = nil, to log: inout FileIssues
  ) {
    guard let first = finding.first else { return }
    let message =
      finding.count == 1
      ? "cell \(first) \(one)" : "\(finding.count) cells \(many), the first of them \(first)"
    log.add(severity, code, line: first.row, message, help: help)
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }

  /// Columns as letters, those that lie side by side as one range.
  static func ranges(_ columns: Set<Int>) -> [String] {
    var ranges: [ClosedRange<Int>] = []
    for column in columns.sorted() {
      if let last = ranges.last, last.upperBound + 1 == column {
        ranges[ranges.count - 1] = last.lowerBound...column
      } else {
        ranges.append(column...column)
      }
    }
    return ranges.map { range in
      let first = CellReference.letters(range.lowerBound)
      return range.count == 1 ? first : "\(first):\(CellReference.letters(range.upperBound))"
    }
  }
}
