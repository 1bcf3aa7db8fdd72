/// Where a table begins among rows: which rows stand above it, which are its header.
struct TableStart {
  /// How many rows stand above the table, blank ones included.
  private(set) var preamble = 0
  /// How many rows after these are the header.
  private(set) var header = 0
  /// How many cells the rows of data have.
  private(set) var width = 1
  /// What the columns hold.
  private(set) var columns = ColumnKinds()
  /// Whether types told which rows are the header; else it is only the custom.
  private(set) var isCertain = false
  /// Whether there is a table at all.
  private(set) var isFound = false

  /// Whether the header's cells are separated by another byte than the rows'.
  private(set) var isHeaderForeign = false

  /// Takes the last row above the table for its header.
  mutating func takeForeignHeader() {
    preamble -= 1
    header = 1
    isHeaderForeign = true
    isCertain = true
  }

  /// Rows without blank ones, each with its position among all.
  private var rows: [(shape: RowShape, position: Int)] = []

  /// Looks at all rows, blank ones included. Complexity: O(cells).
  init(_ all: [RowShape]) {
    var gap = false
    for position in all.indices {
      guard !all[position].isBlank else {
        gap = true
        continue
      }
      var shape = all[position]
      shape.hasGapBefore = gap && !rows.isEmpty
      rows.append((shape, position))
      gap = false
    }
    guard !rows.isEmpty else {
      preamble = all.count
      return
    }
    isFound = true
    let runs = runs(from: 0)
    if let run = chosen(runs) {
      begin(at: extended(run, runs))
    } else {
      beginColumn()
    }
  }

  /// A table whose header is given, by lines; nil where it has none, and begins with the first row.
  init(_ all: [RowShape], header lines: ClosedRange<Int>?) {
    let first =
      lines.map { lines in all.firstIndex { $0.line >= lines.lowerBound } ?? all.count } ?? 0
    let end = lines.map { lines in all.firstIndex { $0.line > lines.upperBound } ?? all.count } ?? 0
    preamble = first
    header = end - first
    isCertain = true
    isFound = !all.isEmpty
    let data = all[end...].filter { !$0.isBlank }
    let counts = Dictionary(data.map { ($0.width, 1) }, uniquingKeysWith: +)
    width =
      counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
      ?? all[first..<end].map(\.width).max() ?? 1
    columns = ColumnKinds(data.prefix(60), width: width)
  }

  /// Rows of the same width that follow one another.
  private struct Run {
    var start: Int
    var count: Int
    var width: Int
    /// How much it looks like a table.
    var weight: Int { count * (width - 1) }
  }

  /// The runs of rows with several filled cells; a row of another width between two of the same does
  /// not end one.
  private func runs(from first: Int) -> [Run] {
    var runs: [Run] = []
    for index in first..<rows.count {
      let row = rows[index].shape
      guard row.width > 1, row.filled > 1, !isLeadingComment(index) else { continue }
      if var last = runs.last, last.width == row.width, !row.hasGapBefore || suitsRun(index, last) {
        last.count += 1
        runs[runs.count - 1] = last
      } else if runs.count > 1, let last = runs.last, last.count == 1,
        runs[runs.count - 2].width == row.width, runs[runs.count - 2].count > 1,
        !row.hasGapBefore, !rows[last.start].shape.hasGapBefore
      {
        runs.removeLast()
        runs[runs.count - 1].count += 2
      } else {
        runs.append(Run(start: index, count: 1, width: row.width))
      }
    }
    return runs
  }

  /// Whether a row after a gap goes on with a run: it looks like the row before the gap.
  private func suitsRun(_ index: Int, _ run: Run) -> Bool {
    let before = ColumnKinds(
      rows[run.start..<index].suffix(8).map(\.shape)[...], width: run.width)
    let row = rows[index].shape
    // A header alone before a gap may have its data behind it.
    if run.count == 1, rows[run.start].shape.hasTypedCell == false, row.hasTypedCell { return true }
    return row.hasTypedCell && before.hasTyped && before.suits(row)
  }

  private func isLeadingComment(_ index: Int) -> Bool {
    let row = rows[index].shape
    guard row.isComment else { return false }
    // Within rows of its width a text that begins like a comment is a cell.
    guard index > 0 else { return true }
    let before = rows[index - 1].shape
    return row.hasGapBefore || before.width != row.width || isLeadingComment(index - 1)
  }

  /// The first run that is a table and no list of keys and values above one.
  private func chosen(_ runs: [Run]) -> Run? {
    let heaviest = runs.map(\.weight).max() ?? 0
    for (number, run) in runs.enumerated() {
      let isLast = number == runs.count - 1
      let isLong = run.count > 2 || run.weight * 4 >= heaviest || hasHeader(run)
      guard isLong || isLast else { continue }
      let later = runs[(number + 1)...]
      if run.width == 2 || filledCells(run) <= 2, run.count <= 16, !hasHeader(run),
        !isBeforeComment(run),
        later.contains(where: { $0.width > max(2, filledCells(run)) && $0.count > 1 })
      {
        continue
      }
      if run.count == 1, isAbove(run, later) { continue }
      return run
    }
    return runs.max { $0.weight < $1.weight }
  }

  /// The run with those before it of the same width, between which only rows of other widths stand.
  private func extended(_ run: Run, _ runs: [Run]) -> Run {
    var run = run
    for other in runs.reversed() where other.width == run.width && other.start < run.start {
      let between = rows[(other.start + 1)...run.start]
      guard !between.contains(where: { $0.shape.hasGapBefore || $0.shape.isNote }) else { break }
      run.count += run.start - other.start
      run.start = other.start
    }
    return run
  }

  /// Whether a run of one row stands above the table that follows, and is none itself.
  private func isAbove(_ run: Run, _ later: ArraySlice<Run>) -> Bool {
    guard let next = later.first, next.count > 1 else { return false }
    let isAdjacent = next.start == run.start + 1
    return isAdjacent || !isBeforeComment(run)
  }

  /// Whether a block of comments follows a run, so that another table begins there.
  private func isBeforeComment(_ run: Run) -> Bool {
    let next = run.start + run.count
    return next < rows.count && rows[next].shape.isComment
  }

  /// The most cells that rows of a run have filled.
  private func filledCells(_ run: Run) -> Int {
    rows[run.start..<run.start + run.count].map(\.shape.filled).max() ?? 0
  }

  private func hasHeader(_ run: Run) -> Bool {
    guard run.count > 1 else { return false }
    let shapes = rows[run.start..<min(rows.count, run.start + run.count)].map(\.shape)
    let guess = HeaderGuess(shapes[...], width: run.width)
    return guess.rows > 0 && guess.isCertain
  }

  private mutating func begin(at run: Run) {
    width = run.width
    var first = run.start
    let end = run.start + run.count
    let shapes = rows.map(\.shape)
    var guess = HeaderGuess(shapes[first..<end], width: width)
    // The names may stand in a row of another width right above.
    if guess.rows == 0, first > 0, !shapes[first].hasGapBefore {
      let above = shapes[first - 1]
      let near = !above.isNote && abs(above.width - width) <= max(1, width / 4)
      let columns = ColumnKinds(shapes[first..<end].prefix(60), width: width)
      if near, !above.hasTypedCell, columns.hasTyped || above.width == width {
        first -= 1
        guess = HeaderGuess(shapes[first..<end], width: width)
      }
    }
    while guess.rows > 0, first > 0, isUpperHeader(first - 1, below: first, shapes) {
      first -= 1
      guess = HeaderGuess(shapes[first..<end], width: width)
    }
    preamble = rows[first].position
    header = guess.rows == 0 ? 0 : rows[first + guess.rows - 1].position - preamble + 1
    isCertain = guess.isCertain
    columns = ColumnKinds(shapes[(first + guess.rows)..<end].prefix(60), width: width)
  }

  /// Whether a row right above a header belongs to it: names over several columns.
  private func isUpperHeader(_ index: Int, below: Int, _ shapes: [RowShape]) -> Bool {
    let row = shapes[index]
    guard row.width == width, row.filled > 1, !row.isComment, !row.hasTypedCell else {
      return false
    }
    // Behind a gap it does where its first names are missing below.
    return !shapes[below].hasGapBefore || (row.firstFilled == 0 && shapes[below].firstFilled > 0)
  }

  /// A table of one column: notes are its rows.
  private mutating func beginColumn() {
    width = rows.map(\.shape.width).max() ?? 1
    var first = 0
    while first < rows.count - 1, rows[first].shape.isComment { first += 1 }
    let shapes = rows[first...].map(\.shape)
    let guess = HeaderGuess(shapes[...], width: width)
    preamble = rows[first].position
    header = guess.rows > 0 ? 1 : 0
    isCertain = guess.isCertain
    columns = ColumnKinds(shapes[header...].prefix(60), width: width)
  }
}
