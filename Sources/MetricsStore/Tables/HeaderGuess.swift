/// How many of a table's first rows name its columns, told without knowing any name.
///
/// Names are texts; a text above a column of numbers or dates is one, a number above numbers is not.
/// Where all cells are texts, the first row is taken for names unless one of them comes again below.
struct HeaderGuess {
  /// How many rows are names; 0 for none.
  let rows: Int
  /// Whether types told so; else it is only the custom.
  let isCertain: Bool

  /// More rows of names are not looked for.
  private static let most = 4

  /// Looks at the rows of a table from the first on. Complexity: O(cells).
  init(_ table: ArraySlice<RowShape>, width: Int) {
    guard let first = table.first else {
      (rows, isCertain) = (0, false)
      return
    }
    var count = 0
    var isCertain = false
    while count < HeaderGuess.most, table.startIndex + count < table.endIndex {
      let index = table.startIndex + count
      let below = table[(index + 1)...]
      let row = table[index]
      let evidence = HeaderGuess.evidence(row, ColumnKinds(below.prefix(60), width: width))
      if evidence.names > evidence.data, count == 0 || HeaderGuess.isWhole(row, evidence) {
        isCertain = true
        count += 1
        continue
      }
      // Names may follow a row that types say nothing about.
      if count == 0, evidence.names == evidence.data, HeaderGuess.couldBeNames(first, below) {
        count += 1
        continue
      }
      break
    }
    if count == table.count, count > 1 { count = 1 }
    rows = count
    self.isCertain = isCertain
  }

  /// What speaks for names, and what for data.
  private struct Evidence {
    var names = 0.0
    var data = 0.0
    /// How many columns below hold numbers, dates or the like.
    var typedColumns = 0
  }

  private static func evidence(_ row: RowShape, _ below: ColumnKinds) -> Evidence {
    var evidence = Evidence()
    let hasYears = row.holdsYears && row.kinds.contains { $0 == .word || $0 == .text }
    evidence.typedColumns = below.classes.indices.count { below.isTyped($0) }
    for column in row.kinds.indices {
      guard let kind = ColumnKinds.Class(row.kinds[column]) else { continue }
      if kind == .text {
        if below.isTyped(column) {
          evidence.names += 1
        } else if column < below.areCodes.count, below.areCodes[column] {
          if row.kinds[column] == .code { evidence.data += 0.3 } else { evidence.names += 0.3 }
        }
      } else if below.isTyped(column) {
        // Years and dates above numbers are names of periods.
        let isPeriod =
          (hasYears && row.kinds[column] == .integer)
          || (kind == .date && below.classes[column] == .number)
        if isPeriod { evidence.names += 0.5 } else { evidence.data += 1 }
      } else if !(hasYears && kind == .number), kind != .date {
        evidence.data += 0.5
      }
    }
    return evidence
  }

  /// Whether a row below another one of names is names too, and no row of data with gaps.
  private static func isWhole(_ row: RowShape, _ evidence: Evidence) -> Bool {
    evidence.data == 0 && evidence.names >= max(1, 0.3 * Double(evidence.typedColumns))
  }

  /// Whether texts above texts may name them: they differ, and none comes again below.
  private static func couldBeNames(_ row: RowShape, _ below: ArraySlice<RowShape>) -> Bool {
    guard !row.hasTypedCell else { return false }
    for column in row.kinds.indices where row.kinds[column].isFilled {
      let comesAgain = below.contains {
        column < $0.digests.count && $0.kinds[column].isFilled
          && $0.digests[column] == row.digests[column]
      }
      // A row that comes again as a whole is a header between tables.
      if comesAgain, !below.contains(where: { $0.digests == row.digests }) { return false }
    }
    return true
  }
}
