/// What the total of one column is against the sum of its rows.
enum TotalCheck: Hashable, Sendable {
  /// The rows add up to the total, as far as rounded numbers can.
  case matches
  /// They do not.
  case differs(column: Int, total: ExactDecimal, sum: ExactDecimal)
  /// The figures of this column do not add up, or the total says nothing about it.
  case notAdditive
  /// The total is no number, or the sum too large.
  case unreadable

  /// Compares a total's cell with the sum of the rows.
  init(
    column: Int, _ cell: CellBytes, _ format: NumberFormat, _ sum: ColumnSum, _ role: ColumnRole
  ) {
    guard role.isAdditive, !NumberCell.isMissing(cell) else {
      self = .notAdditive
      return
    }
    guard let total = WrittenNumber(cell, format), total.bound == nil, let rows = sum.value else {
      self = .unreadable
      return
    }
    // The mark of a share makes a column one of rates, whatever it is called.
    guard !total.isPercent, format.percent == .signed else {
      self = .notAdditive
      return
    }
    var own = ColumnSum()
    own.add(total)
    let (difference, isOver) = total.value.units.subtractingReportingOverflow(rows.units)
    let (slack, isWide) = sum.slack.units.addingReportingOverflow(own.slack.units)
    let isNear = !isOver && (isWide || difference.magnitude <= slack.magnitude)
    self = isNear ? .matches : .differs(column: column, total: total.value, sum: rows)
  }

  /// What was found, as a sentence; nil where there is nothing to say.
  func words(columnName: String) -> String? {
    switch self {
    case .matches, .notAdditive: nil
    case .differs(_, let total, let sum):
      "the total of \(quoted(columnName)) is \(total), but the rows add up to \(sum)"
    case .unreadable: "the total of \(quoted(columnName)) is no number that can be compared"
    }
  }
}

extension Sequence<TotalCheck> {
  /// Whether the numbers make the row a total: something adds up, and nothing does not.
  var isConfirmed: Bool {
    var hasMatch = false
    for check in self {
      switch check {
      case .matches: hasMatch = true
      case .differs: return false
      case .notAdditive, .unreadable: break
      }
    }
    return hasMatch
  }
}
