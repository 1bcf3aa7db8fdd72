/// A row that holds sums or means of others, and so is no data.
struct TotalRow: Hashable, Sendable {
  /// What tells it.
  enum Reason: Hashable, Sendable {
    /// A word such as Total.
    case word
    /// It has no name where other rows have one.
    case unnamed
    /// It is called as its column is.
    case namedAfterColumn
  }

  /// What its figures are.
  let kind: TotalLabel.Kind
  /// What tells it.
  let reason: Reason
  /// Whether it is one whatever its numbers say; otherwise they have to agree.
  let isCertain: Bool

  /// Whether one of the first two cells of a row may be a total's label: a test for every row.
  @inline(__always)
  static func isPossible(_ first: CellBytes, _ second: CellBytes) -> Bool {
    TotalLabel.isPossible(first) || TotalLabel.isPossible(second)
  }

  /// What the first cells of a row say by words; nil where they make it a row like others.
  ///
  /// They are the cells of the columns that name things and of any columns before them, in order.
  init?(labels: [CellBytes]) {
    for (index, cell) in labels.enumerated() {
      guard let label = TotalLabel(cell) else { continue }
      // `Brand,Total` is the total of one campaign.
      let isPart = labels[..<index].contains { !NumberCell.isMissing($0) }
      kind = isPart && label.kind == .total ? .subtotal : label.kind
      reason = .word
      isCertain = label.isCertain
      return
    }
    return nil
  }

  /// Whether the row right under the header is a summary because nothing names it, as Meta writes it;
  /// nil where it is a row like others.
  ///
  /// The labels are the cells of the columns that name things, of this row and of the next one.
  init?(firstLabels: [CellBytes], nextLabels: [CellBytes]) {
    guard !firstLabels.isEmpty, firstLabels.allSatisfy({ NumberCell.isMissing($0) }),
      nextLabels.contains(where: { !NumberCell.isMissing($0) })
    else { return nil }
    kind = .total
    reason = .unnamed
    isCertain = false
  }

  /// Whether the row right under the header is a summary because it is called as its column is, as
  /// Adobe writes it; nil where it is a row like others. A column without a name leaves it open.
  init?(firstLabel: CellBytes, header: String) {
    guard !NumberCell.isMissing(firstLabel) else { return nil }
    let name = FoldedName(header)
    guard name.text.isEmpty || name == FoldedName(firstLabel.text) else { return nil }
    kind = .total
    reason = .namedAfterColumn
    isCertain = !name.text.isEmpty
  }
}
