/// What the cells of one column are, gathered one after another in a bounded amount of memory.
struct ColumnProfile: Sendable {
  /// A cell that is not like the others.
  struct Example: Hashable, Sendable {
    /// Which cell of the column it is, from 0.
    let row: Int
    /// What stands in it, cut where it is long.
    let text: String
  }

  /// The column's name.
  let name: String
  /// Cells seen, and those of them that say nothing.
  private(set) var rows = 0
  private(set) var missing = 0
  /// Cells in which a spreadsheet's formula failed; they are missing too.
  private(set) var failures = 0
  /// What the cells are as numbers and as dates.
  private(set) var numbers = NumberTally()
  private(set) var dates = DateTally()
  /// Cells such as `TRUE`, and those that look like somebody's address or number.
  private(set) var truths = 0
  private(set) var mails = 0
  private(set) var telephones = 0
  /// The first cells that are no numbers, and no dates.
  private(set) var notNumbers: [Example] = []
  private(set) var notDates: [Example] = []

  /// How many examples are kept.
  private static let exampleLimit = 3

  /// A profile of no cells yet.
  init(name: String) {
    self.name = name
  }

  /// How many cells say something.
  var values: Int { rows - missing }

  /// Takes the next cell into account.
  ///
  /// - Complexity: linear in the cell's length.
  mutating func see(_ untrimmed: CellBytes) {
    let cell = untrimmed.trimmed
    defer { rows += 1 }
    if cell.isEmpty {
      missing += 1
      return
    }
    if MissingMark.isPossible(cell), let mark = MissingMark(cell) {
      missing += 1
      if mark == .failure { failures += 1 }
      return
    }
    let kind = PersonalKind(cell)
    if kind == .mail { mails += 1 }
    if kind == .telephone { telephones += 1 }
    if Truth(cell) != nil { truths += 1 }
    let isNumber = numbers.see(cell)
    if !isNumber { keep(cell, in: &notNumbers) }
    if !dates.see(cell, isNumber: isNumber) { keep(cell, in: &notDates) }
  }

  private func keep(_ cell: CellBytes, in examples: inout [Example]) {
    guard examples.count < ColumnProfile.exampleLimit else { return }
    examples.append(Example(row: rows, text: cell.part(0, min(cell.count, 120)).text))
  }

  /// What the column is, and how to read it, after all cells have been seen.
  var reading: ColumnReading { ColumnReading(self) }
}

/// A cell that says yes or no.
enum Truth {
  case yes, no

  /// Reads `TRUE`, `yes`, `はい` and their opposites; nil for anything else.
  init?(_ cell: CellBytes) {
    if ["true", "yes", "はい", "有"].contains(where: { (word: StaticString) in cell.isWord(word) }) {
      self = .yes
    } else if ["false", "no", "いいえ", "無"].contains(where: { (word: StaticString) in
      cell.isWord(word)
    }) {
      self = .no
    } else {
      return nil
    }
  }
}
