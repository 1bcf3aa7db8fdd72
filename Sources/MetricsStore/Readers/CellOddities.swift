import Metrics

/// How many cells of numbers count as missing, though something stands in them.
struct CellOddities: Hashable, Sendable {
  /// Cells in which a spreadsheet's formula failed.
  var failures = 0
  /// Cells that only say on which side of a number theirs lies.
  var bounds = 0

  /// Adds those of other rows.
  mutating func join(_ other: CellOddities) {
    failures += other.failures
    bounds += other.bounds
  }

  /// Says what there was.
  func report(to log: inout FileIssues) {
    if bounds > 0 {
      log.add(
        .warning, "only-bounds",
        "\(bounds) \(bounds == 1 ? "cell holds" : "cells hold") only a bound such as `< 10%`, and "
          + "count as missing")
    }
    if failures > 0 {
      log.add(
        .warning, "failed-formulas",
        "\(failures) \(failures == 1 ? "cell holds" : "cells hold") the error of a formula such as "
          + "#DIV/0!, and count as missing")
    }
  }
}
