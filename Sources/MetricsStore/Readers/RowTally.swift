import Metrics

/// How many fields the rows of a table should have.
struct RowWidth: Sendable {
  /// Those that a row must have: up to the last column with a name.
  let least: Int
  /// Those that it may have without more to say: the header's.
  let most: Int
}

/// What became of the rows of a table, with the first of each kind that were refused.
struct RowTally: Sendable {
  /// A row that was refused.
  struct Refusal: Sendable {
    /// Where the row and the cell begin: lines and columns from 1.
    let rowLine: Int
    let line: Int
    let column: Int
    let fault: RowFault
    /// The text of the cell.
    let found: String
    /// How many fields the row has.
    let fields: Int
  }

  /// Rows taken, left out because something was wrong, and left out by the source's condition.
  private(set) var rows = 0
  private(set) var rejected = 0
  private(set) var excluded = 0
  /// Rows that sum up others.
  private(set) var totals = 0
  /// Records whose quotes did not fit and were made the best of, and the first places of such.
  private(set) var repaired = 0
  private(set) var repairs: [(line: Int, column: Int)] = []
  /// The first refused rows of each kind, in the order in which they were met.
  private(set) var refusals: [Refusal] = []
  /// How many rows of each kind were refused, by the fault's code.
  private(set) var counts: [String: Int] = [:]

  /// Gives a row to a sink if it has the right shape, and notes what became of it.
  @inline(__always)
  mutating func take<Row: RowCells & ~Copyable>(
    _ row: inout Row, _ shape: RowWidth, into sink: inout some RowSink & ~Copyable
  ) {
    if row.count == shape.most, !row.startsEmpty, row.strayField == nil {
      note(sink.take(&row), &row)
    } else {
      takeOdd(&row, shape, into: &sink)
    }
  }

  private mutating func takeOdd<Row: RowCells & ~Copyable>(
    _ row: inout Row, _ shape: RowWidth, into sink: inout some RowSink & ~Copyable
  ) {
    let count = row.count
    if count < shape.least {
      if row.isBlank { return }
      note(.rejected(field: count, .raggedShort(expected: shape.least)), &row)
    } else if count > shape.most, let last = row.lastFilledField, last >= shape.most {
      note(.rejected(field: shape.most, .raggedLong(expected: shape.least)), &row)
    } else if let stray = row.strayField {
      note(.rejected(field: stray, .strayQuote), &row)
    } else if !(row.startsEmpty && row.isBlank) {
      note(sink.take(&row), &row)
    }
  }

  @inline(__always)
  private mutating func note<Row: RowCells & ~Copyable>(_ outcome: RowOutcome, _ row: inout Row) {
    switch outcome {
    case .taken: rows += 1
    case .excluded: excluded += 1
    case .total: totals += 1
    case .rejected(let field, let fault): refuse(fault, field, &row)
    }
  }

  @inline(never)
  private mutating func refuse<Row: RowCells & ~Copyable>(
    _ fault: RowFault, _ field: Int, _ row: inout Row
  ) {
    rejected += 1
    let count = counts[fault.code, default: 0] + 1
    counts[fault.code] = count
    guard count <= FileIssues.limit else { return }
    let found = field < row.count ? row.text(field) : ""
    let place = row.place(of: field)
    refusals.append(
      Refusal(
        rowLine: row.line, line: place.line, column: place.column, fault: fault, found: found,
        fields: row.count))
  }

  /// Notes that the quotes of the record that the reader stands on did not fit.
  mutating func noteRepair(_ reader: inout RecordReader) {
    repaired += 1
    guard repairs.count < FileIssues.limit, let repair = reader.repair else { return }
    repairs.append(reader.place(of: repair.field))
  }

  /// Adds what became of other rows of the same table.
  mutating func join(_ other: RowTally) {
    rows += other.rows
    rejected += other.rejected
    excluded += other.excluded
    totals += other.totals
    repaired += other.repaired
    repairs += other.repairs
    refusals += other.refusals
    counts.merge(other.counts) { $0 + $1 }
  }

  /// Says what was wrong, in the order of the file.
  func report(to log: inout FileIssues) {
    var told: [String: Int] = [:]
    for refusal in refusals.sorted(by: { $0.rowLine < $1.rowLine }) {
      let code = refusal.fault.code
      guard told[code, default: 0] < FileIssues.limit else { continue }
      told[code, default: 0] += 1
      // A row of the wrong length is told by the line on which it starts.
      let isElsewhere = refusal.fault.isRagged && refusal.line != refusal.rowLine
      log.add(
        .warning, code, line: isElsewhere ? refusal.rowLine : refusal.line,
        column: isElsewhere ? nil : refusal.column,
        refusal.fault.message(found: refusal.found, fields: refusal.fields),
        help: refusal.fault.help)
    }
    for (code, count) in counts { log.count(count - told[code, default: 0], more: code) }
    for repair in repairs.sorted(by: { $0 < $1 }).prefix(FileIssues.limit) {
      log.add(
        .warning, "stray-quote", line: repair.line, column: repair.column,
        "the quotes of this record do not fit together; it is read as it stands",
        help: "compare it with the file: a quote inside a quoted text has to be doubled")
    }
    if repaired > repairs.count { log.count(repaired - repairs.count, more: "stray-quote") }
  }
}
