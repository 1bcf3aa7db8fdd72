import Metrics

/// Finds the order of day, month and year in a column from all of its cells.
struct DateOrderVote: Sendable {
  /// What the cells say together.
  enum Verdict: Hashable, Sendable {
    /// Nothing but dates that are certain by themselves, if any.
    case unneeded
    /// The order in which every cell is a date.
    case decided(DateOrder)
    /// Every cell is a date in each of these orders.
    case undecidable([DateOrder])
    /// So many cells are dates only with the month first, and so many only with the day first.
    case contradictory(monthFirst: Int, dayFirst: Int)
  }

  private var slashes = DateOrderTally()
  private var dashes = DateOrderTally()
  private var dots = DateOrderTally()

  /// Takes a cell into account; what is no date of three numbers does not matter.
  mutating func see(_ cell: CellBytes) {
    if let date = WrittenDate(cell), case .numeric(let numeric) = date.reading { see(numeric) }
  }

  /// Takes a date into account.
  mutating func see(_ date: NumericDate) {
    switch date.separator {
    case .slash: slashes.see(date)
    case .dash: dashes.see(date)
    case .dot: dots.see(date)
    }
  }

  /// Takes in what another vote saw, of other cells of the column.
  mutating func add(_ other: DateOrderVote) {
    slashes.add(other.slashes)
    dashes.add(other.dashes)
    dots.add(other.dots)
  }

  /// What the cells whose numbers are parted by a separator say together.
  func verdict(_ separator: NumericDate.Separator) -> Verdict {
    switch separator {
    case .slash: slashes.verdict
    case .dash: dashes.verdict
    case .dot:
      // Where points part the numbers, the day comes first.
      if case .undecidable(let orders) = dots.verdict, !orders.contains(.yearMonthDay),
        orders.contains(.dayMonthYear)
      {
        .decided(.dayMonthYear)
      } else {
        dots.verdict
      }
    }
  }

  /// What the column as a whole says: the first doubt, or the first decision.
  var verdict: Verdict {
    let verdicts = NumericDate.Separator.allCases.map { verdict($0) }
    let doubt = verdicts.first {
      switch $0 {
      case .undecidable, .contradictory: true
      case .unneeded, .decided: false
      }
    }
    return doubt ?? verdicts.first { $0 != .unneeded } ?? .unneeded
  }

  /// How to read the column: with the orders that are decided.
  var format: DateFormat {
    var format = DateFormat()
    if case .decided(let order) = verdict(.slash) { format.slashes = order }
    if case .decided(let order) = verdict(.dash) { format.dashes = order }
    if case .decided(let order) = verdict(.dot) { format.dots = order }
    return format
  }
}
