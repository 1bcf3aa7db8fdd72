/// What a row is that does not look like the rows of data before it.
enum RowVerdict: Equatable {
  /// It and so many in all are rows of the table.
  case rows(Int)
  /// It and so many in all stand below the last table.
  case footer(Int)
  /// The next table begins with it, or with the lines above that.
  case table

  /// Judges the first of some rows, of which the last is that of the file where `isEnd`.
  init(
    _ rows: [RowShape], isEnd: Bool, hasGap: Bool, width: Int, columns: ColumnKinds
  ) {
    let isNote: (RowShape) -> Bool = {
      $0.isBlank || $0.isNote || ($0.isComment && ($0.width != width || hasGap))
    }
    guard let index = rows.firstIndex(where: { !isNote($0) }) else {
      // Nothing but notes: below the table where the file ends.
      let last = rows[0]
      let isText = last.width != width || hasGap || (width > 2 && last.kinds[0] == .text)
      self = isEnd && width > 1 && isText ? .footer(rows.count) : .rows(1)
      return
    }
    let hasNotes = index > 0
    let isApart = hasGap || rows[..<index].contains { $0.isBlank || $0.isComment }
    let candidate = NextHeader(
      rows[index...], isEnd: isEnd, isApart: isApart,
      hasNotes: hasNotes, width: width, columns: columns)
    if candidate.isHeader {
      self = .table
    } else if hasNotes {
      self = .rows(index + 1)
    } else if isApart, isEnd, RowVerdict.areFooters(rows, width: width) {
      self = .footer(rows.count)
    } else {
      self = .rows(1)
    }
  }

  /// Whether the last rows of a file have far fewer cells than rows of data.
  private static func areFooters(_ rows: [RowShape], width: Int) -> Bool {
    rows.allSatisfy { row in
      row.filled <= 1 || (row.width != width && row.filled * 3 <= max(3, width))
    }
  }
}

/// Whether a row is the header of a table that follows another one.
struct NextHeader {
  /// Whether it is.
  let isHeader: Bool

  /// Looks at a row and those below it.
  init(
    _ rows: ArraySlice<RowShape>, isEnd: Bool, isApart: Bool, hasNotes: Bool, width: Int,
    columns: ColumnKinds
  ) {
    guard let row = rows.first, row.width > 1, !row.hasTypedCell || isApart else {
      isHeader = false
      return
    }
    let below = rows.dropFirst().prefix { $0.width == row.width && !$0.isBlank && !$0.isNote }
    let guess = HeaderGuess(rows[rows.startIndex..<below.endIndex], width: row.width)
    let isOther = row.width != width
    let isSure = guess.rows > 0 && guess.isCertain && !below.isEmpty
    if !isApart {
      let enough = below.count > 1 || (isEnd && !below.isEmpty)
      isHeader = isOther && isSure && enough
    } else if isSure {
      isHeader = isOther || hasNotes || !columns.suits(row)
    } else {
      // Texts only, below a line that may be their title; or a header without rows.
      isHeader = hasNotes && !row.hasTypedCell && row.filled > 1 && guess.rows > 0
    }
  }
}
