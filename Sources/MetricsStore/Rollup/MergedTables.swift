import Metrics

/// The tables of several files brought together.
struct MergedTables {
  /// A table as it is read, and for each of its segments the common code.
  struct Part {
    let content: Held<DailyContent>
    let segments: [Int32]
    /// The table's own, which stay as they are while the table does.
    let places: [Int32]
    let carries: [UnsafeMutablePointer<Int64>: Int128]

    /// The table of a content.
    init(_ content: Held<DailyContent>, segments: [Int32]) {
      self.content = content
      self.segments = segments
      places = content.value.table.places
      carries = content.value.table.carries
    }
  }

  /// The daily figures of each aggregate.
  let cells: [DailyCells]
  /// The days on which each aggregate has figures.
  private(set) var days: [DayBits]

  private let parts: [Part]
  private let segmentCount: Int

  /// The tables of files, all of one layout.
  ///
  /// - Complexity: n log n in the pages of the tables.
  init(_ parts: [Part], _ layout: DailyLayout, segmentCount: Int) {
    self.parts = parts
    self.segmentCount = segmentCount
    let entries = PagesBySegment(parts).entries
    var columns = layout.kinds.map { _ in CellColumns() }
    var days = Array(repeating: DayBits(), count: layout.kinds.count)
    var next = 0
    while next < entries.count {
      var end = next + 1
      while end < entries.count, entries[end].place == entries[next].place,
        entries[end].days == entries[next].days
      {
        end += 1
      }
      let segment = Int(entries[next].place & 0xFFFF_FFFF)
      JoinedPage(entries[next..<end], parts, layout).visit { aggregate, day, value, weight in
        columns[aggregate].append(segment: segment, day: day, value: value, weight: weight)
        days[aggregate].insert(day)
      }
      next = end
    }
    cells = columns.map { $0.cells(segmentCount: segmentCount) }
    self.days = days
  }

  /// The daily sets of a distinct measure; `codes` gives for each table the common code of every text
  /// of its own.
  func sets(_ measure: Int, codes: [[Int32]]) -> DailySets {
    var seen = Array(repeating: [(day: Int32, code: Int32)](), count: segmentCount)
    for (part, codes) in zip(parts, codes) {
      let texts = part.content.value.seen[measure]
      for index in 0..<texts.pairs.count {
        let (cell, text) = texts.pairs.pair(index)
        let (segment, day) = texts.cells.pair(Int(cell))
        seen[Int(part.segments[Int(segment)])].append((day, codes[Int(text)]))
      }
    }
    return DailySets(
      segments: seen.map { pairs in
        pairs.sorted { $0 < $1 }.reduce(into: []) { days, pair in
          if days.last?.day != pair.day { days.append((pair.day, [])) }
          let last = days.count - 1
          if days[last].codes.last != pair.code { days[last].codes.append(pair.code) }
        }
      })
  }
}
