/// What of a file is no row of a table, by lines.
struct LeftOut: Sendable {
  /// Why something is left out.
  enum Reason: String, Hashable, Sendable {
    case blank, preamble, footer
  }

  /// Some lines that are left out for one reason.
  struct Lines: Hashable, Sendable {
    /// Why.
    let reason: Reason
    /// From the first to the last.
    var lines: ClosedRange<Int>
  }

  /// The lines, in their order; not all where there are very many.
  private(set) var lines: [Lines] = []
  /// How many records are left out, by reason.
  private(set) var counts: [Reason: Int] = [:]

  /// How many stretches of lines are worth keeping.
  private static let most = 1000

  /// Adds a record.
  mutating func add(_ reason: Reason, from first: Int, through last: Int) {
    counts[reason, default: 0] += 1
    if let before = lines.last, before.reason == reason, before.lines.upperBound + 1 >= first {
      lines[lines.count - 1].lines = before.lines.lowerBound...max(before.lines.upperBound, last)
    } else if lines.count < LeftOut.most {
      lines.append(Lines(reason: reason, lines: first...max(first, last)))
    }
  }
}
