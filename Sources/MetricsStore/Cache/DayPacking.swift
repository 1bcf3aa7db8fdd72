import Metrics

/// The days that are kept: the years 1 to 9999, so that arithmetic on them stays small.
private let keptDays = -719_162...2_932_896

extension ByteWriter {
  /// Writes a day.
  mutating func write(_ day: Day) { write(Int(day.number)) }

  /// Writes days in order as runs: how far each lies behind the one before, and how long it is.
  mutating func write(days: some RandomAccessCollection<Int32>) {
    var runs: [(gap: Int, length: Int)] = []
    var next = 0
    for day in days {
      if let last = runs.indices.last, Int(day) == next {
        runs[last].length += 1
      } else {
        runs.append((Int(day) - next, 1))
      }
      next = Int(day) + 1
    }
    write(all: runs) {
      $0.write($1.gap)
      $0.write(count: $1.length)
    }
  }

  /// Writes a set of days.
  mutating func write(_ days: DayBits) { write(days: days.days.map(\.number)) }

  /// Writes a range of days.
  mutating func write(_ range: DayRange) {
    write(range.start)
    write(count: range.count)
  }
}

extension ByteReader {
  /// The next day.
  mutating func day() throws(CacheDamage) -> Day {
    Day(number: Int32(try number(in: keptDays)))
  }

  /// The next days, at most so many, added to others.
  mutating func days(
    atMost limit: Int, into days: inout [Int32]
  ) throws(CacheDamage) {
    let end = days.count + limit
    var next = 0
    for index in 0..<(try count(ofBytes: 2)) {
      let gap = try number(in: -keptDays.count...keptDays.count)
      let length = try count(atMost: end - days.count)
      let start = next + gap
      guard gap > 0 || index == 0, length > 0, keptDays.contains(start),
        keptDays.contains(start + length - 1)
      else { throw CacheDamage() }
      for day in start..<start + length { days.append(Int32(day)) }
      next = start + length
    }
  }

  /// The next set of days.
  mutating func dayBits() throws(CacheDamage) -> DayBits {
    var numbers: [Int32] = []
    try days(atMost: keptDays.count, into: &numbers)
    var bits = DayBits()
    for number in numbers { bits.insert(number) }
    return bits
  }

  /// The next range of days.
  mutating func dayRange() throws(CacheDamage) -> DayRange {
    let start = try day()
    return DayRange(start, until: start + (try count(atMost: keptDays.count)))
  }
}
