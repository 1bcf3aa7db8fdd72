/// Which persons did something on which day: the daily sets of events, made from journeys.
public struct PersonDays {
  /// The sets of each event that was asked for: a code stands for a person.
  public private(set) var sets: [DailySets] = []

  private let journeys: Journeys
  /// For each kind its row; -1 where it was not asked for. Rows are in the order of events, each
  /// event's in the order of segments.
  private let rows: [Int32]
  private let rowCount: Int

  /// The days of the events of these names, for so many segments.
  ///
  /// - Complexity: linear in the events, and in segments times events asked for.
  public init(_ journeys: Journeys, of events: [String], segmentCount: Int) {
    self.journeys = journeys
    let positions = events.map { journeys.code(of: $0) }
    let wanted = journeys.kinds.indices.compactMap {
      kind -> (event: Int, segment: Int, kind: Int)? in
      guard let event = positions.firstIndex(of: journeys.kinds[kind].event) else { return nil }
      return (event, Int(journeys.kinds[kind].segment), kind)
    }.sorted { ($0.event, $0.segment) < ($1.event, $1.segment) }
    var rows = [Int32](repeating: -1, count: journeys.kinds.count)
    for (row, entry) in wanted.enumerated() { rows[entry.kind] = Int32(row) }
    self.rows = rows
    rowCount = wanted.count
    let columns = columns()
    var row = 0
    sets = events.indices.map { event in
      let first = row
      var ends: [Int] = []
      for segment in 0..<segmentCount {
        while row < rowCount, wanted[row].event == event, wanted[row].segment <= segment {
          row += 1
        }
        ends.append(row)
      }
      return columns.sets(first: first, ends: ends)
    }
  }

  /// Sorts by day, then by row, so that within a row's day persons stand in their order.
  private func columns() -> Columns {
    let span = journeys.dayIndexes
    var dayCounts = [Int](repeating: 0, count: span.count + 1)
    var rowCounts = [Int](repeating: 0, count: rowCount + 1)
    dayCounts.withUnsafeMutableBufferPointer { dayCounts in
      rowCounts.withUnsafeMutableBufferPointer { rowCounts in
        forEach { _, row, day in
          dayCounts[day - span.lowerBound + 1] += 1
          rowCounts[row + 1] += 1
        }
      }
    }
    for day in 0..<span.count { dayCounts[day + 1] += dayCounts[day] }
    for row in 0..<rowCount { rowCounts[row + 1] += rowCounts[row] }
    let total = rowCounts[rowCount]
    var free = dayCounts
    let entries = [UInt64](unsafeUninitializedCapacity: total) { buffer, count in
      free.withUnsafeMutableBufferPointer { free in
        forEach { person, row, day in
          let place = free[day - span.lowerBound]
          buffer[place] = UInt64(UInt32(row)) << 32 | UInt64(UInt32(person))
          free[day - span.lowerBound] = place + 1
        }
      }
      count = total
    }
    return Columns(entries, firstDay: span.lowerBound, days: dayCounts, rows: rowCounts)
  }

  /// Calls the body once for every person, row and day on which something of the row happened.
  @inline(__always)
  private func forEach(_ body: (_ person: Int, _ row: Int, _ day: Int) -> Void) {
    // The last person and day of each row: a person's steps are in order, so this tells repetitions.
    var last = [UInt64](repeating: .max, count: rowCount)
    last.withUnsafeMutableBufferPointer { last in
      rows.withUnsafeBufferPointer { rows in
        journeys.steps.withUnsafeBufferPointer { steps in
          for person in 0..<journeys.personCount {
            for index in Int(journeys.starts[person])..<Int(journeys.starts[person + 1]) {
              let row = Int(rows[steps[index].kind])
              guard row >= 0 else { continue }
              let day = steps[index].dayIndex
              let mark = UInt64(truncatingIfNeeded: person << 20 | day)
              guard last[row] != mark else { continue }
              last[row] = mark
              body(person, row, day)
            }
          }
        }
      }
    }
  }
}

extension Journeys {
  /// From the first day on which something happened up to, but without, the one after the last.
  fileprivate var dayIndexes: Range<Int> {
    var (first, end) = (Int.max, 0)
    for person in 0..<personCount where starts[person] < starts[person + 1] {
      first = min(first, steps[Int(starts[person])].dayIndex)
      end = max(end, steps[Int(starts[person + 1]) - 1].dayIndex + 1)
    }
    return min(first, end)..<end
  }
}

/// Persons by row and day, as columns.
private struct Columns {
  private var codes: [Int32]
  private let rowStarts: [Int]
  /// Where each row's days begin, the days, and where each day's codes begin.
  private var dayOffsets: [Int]
  private var days: [Int32]
  private var codeStarts: [Int]

  /// Entries in the order of days, of which each holds a row and a person.
  init(_ entries: [UInt64], firstDay: Int, days dayStarts: [Int], rows rowStarts: [Int]) {
    self.rowStarts = rowStarts
    let rowCount = rowStarts.count - 1
    var lastDay = [Int32](repeating: -1, count: rowCount)
    var offsets = [Int](repeating: 0, count: rowCount + 1)
    let used = dayStarts.indices.dropLast().filter { dayStarts[$0] < dayStarts[$0 + 1] }
    for day in used {
      for entry in entries[dayStarts[day]..<dayStarts[day + 1]] {
        let row = Int(entry >> 32)
        if lastDay[row] != Int32(day) {
          lastDay[row] = Int32(day)
          offsets[row + 1] += 1
        }
      }
    }
    for row in 0..<rowCount { offsets[row + 1] += offsets[row] }
    dayOffsets = offsets
    days = Array(repeating: 0, count: offsets[rowCount])
    codeStarts = Array(repeating: 0, count: offsets[rowCount])
    codes = Array(repeating: 0, count: entries.count)
    var freeDay = offsets
    var freeCode = rowStarts
    lastDay = Array(repeating: -1, count: rowCount)
    for day in used {
      let number = JourneyStep.day(index: firstDay + day).number
      for entry in entries[dayStarts[day]..<dayStarts[day + 1]] {
        let row = Int(entry >> 32)
        if lastDay[row] != Int32(day) {
          lastDay[row] = Int32(day)
          days[freeDay[row]] = number
          codeStarts[freeDay[row]] = freeCode[row]
          freeDay[row] += 1
        }
        codes[freeCode[row]] = Int32(truncatingIfNeeded: entry)
        freeCode[row] += 1
      }
    }
  }

  /// The sets of neighbouring rows, from the first on: each segment's end where the next begin.
  func sets(first: Int, ends: [Int]) -> DailySets {
    let last = ends.last ?? first
    let (firstDay, lastDay) = (dayOffsets[first], dayOffsets[last])
    let firstCode = rowStarts[first]
    return DailySets(
      offsets: [0] + ends.map { dayOffsets[$0] - firstDay },
      days: Array(days[firstDay..<lastDay]),
      starts: codeStarts[firstDay..<lastDay].map { $0 - firstCode } + [rowStarts[last] - firstCode],
      codes: Array(codes[firstCode..<rowStarts[last]]))
  }
}
