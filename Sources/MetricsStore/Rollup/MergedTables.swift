import Metrics

/// The tables of several files brought into one order: by segment, then by day, then as they came.
struct MergedTables {
  /// One cell of one table.
  private struct Entry {
    var day: Int32
    var table: Int32
    var cell: Int32
  }

  private let tables: [DailyTable]
  /// The entries of all segments, and where each segment's begin; one more at the end.
  private var entries: [Entry]
  private var starts: [Int]

  /// Tables with, for each, the common code of every segment of its own.
  ///
  /// - Complexity: linear in the cells where every table is in the order of days.
  init(_ tables: [(table: DailyTable, segments: [Int32])], segmentCount: Int) {
    self.tables = tables.map(\.table)
    starts = Array(repeating: 0, count: segmentCount + 1)
    for (table, segments) in tables {
      for cell in 0..<table.count { starts[Int(segments[table.segment(cell)]) + 1] += 1 }
    }
    for segment in 0..<segmentCount { starts[segment + 1] += starts[segment] }
    entries = Array(repeating: Entry(day: 0, table: 0, cell: 0), count: starts[segmentCount])
    var free = starts
    for (index, (table, segments)) in tables.enumerated() {
      for cell in 0..<table.count {
        let segment = Int(segments[table.segment(cell)])
        entries[free[segment]] = Entry(
          day: table.day(cell), table: Int32(index), cell: Int32(cell))
        free[segment] += 1
      }
    }
    for segment in 0..<segmentCount { sort(starts[segment]..<starts[segment + 1]) }
  }

  private mutating func sort(_ range: Range<Int>) {
    var isSorted = true
    for index in range.dropFirst() where entries[index - 1].day > entries[index].day {
      isSorted = false
      break
    }
    if isSorted { return }
    entries[range].sort {
      ($0.day, $0.table, $0.cell) < ($1.day, $1.table, $1.cell)
    }
  }

  /// The daily figures of an aggregate.
  func cells(_ aggregate: Int, _ kind: Aggregate.Kind) -> DailyCells {
    var segments: [[DailyCells.Cell]] = []
    segments.reserveCapacity(starts.count)
    for segment in 0..<starts.count - 1 {
      var cells: [DailyCells.Cell] = []
      cells.reserveCapacity(starts[segment + 1] - starts[segment])
      for entry in entries[starts[segment]..<starts[segment + 1]] {
        let pair = tables[Int(entry.table)].pair(aggregate, Int(entry.cell))
        guard pair.weight != 0 else { continue }
        if let last = cells.indices.last, cells[last].day == entry.day {
          switch kind {
          case .min: cells[last].value = min(cells[last].value, pair.value)
          case .max: cells[last].value = max(cells[last].value, pair.value)
          case .sum, .mean, .count: cells[last].value += pair.value
          }
          cells[last].weight += pair.weight
        } else {
          cells.append(DailyCells.Cell(day: entry.day, value: pair.value, weight: pair.weight))
        }
      }
      segments.append(cells)
    }
    return DailyCells(segments: segments)
  }

  /// The daily sets of a distinct measure; `codes` gives for each table the common code of every
  /// text of its own.
  func sets(_ measure: Int, codes: [[Int32]]) -> DailySets {
    let seen = tables.indices.map { table in
      CodesByCell(tables[table].distinct[measure], cells: tables[table].count)
    }
    var segments: [[(day: Int32, codes: [Int32])]] = []
    for segment in 0..<starts.count - 1 {
      var days: [(day: Int32, codes: [Int32])] = []
      for entry in entries[starts[segment]..<starts[segment + 1]] {
        let table = Int(entry.table)
        let found = seen[table].codes(Int(entry.cell)).map { codes[table][Int($0)] }
        guard !found.isEmpty else { continue }
        if let last = days.indices.last, days[last].day == entry.day {
          days[last].codes += found
        } else {
          days.append((entry.day, found))
        }
      }
      segments.append(days.map { ($0.day, MergedTables.ordered($0.codes)) })
    }
    return DailySets(segments: segments)
  }

  private static func ordered(_ codes: [Int32]) -> [Int32] {
    codes.sorted().reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}

/// The text codes of each cell, brought together.
private struct CodesByCell {
  private var starts: [Int]
  private var all: [Int32]

  init(_ seen: SeenCodes, cells: Int) {
    starts = Array(repeating: 0, count: cells + 1)
    for pair in seen.pairs { starts[Int(pair >> 32) + 1] += 1 }
    for cell in 0..<cells { starts[cell + 1] += starts[cell] }
    all = Array(repeating: 0, count: seen.pairs.count)
    var free = starts
    for pair in seen.pairs {
      let cell = Int(pair >> 32)
      all[free[cell]] = Int32(bitPattern: UInt32(truncatingIfNeeded: pair))
      free[cell] += 1
    }
  }

  func codes(_ cell: Int) -> ArraySlice<Int32> { all[starts[cell]..<starts[cell + 1]] }
}
