import Metrics

/// A set of days that grows as days are put in.
struct DayBits: Hashable, Sendable {
  /// The day of the first bit, a multiple of 64.
  private var origin: Int32 = 0
  private var words: [UInt64] = []

  /// Whether no day is in it.
  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// Puts a day in, by its number.
  ///
  /// - Complexity: constant, but where it lies outside of what was put in before.
  @inline(__always)
  mutating func insert(_ day: Int32) {
    let offset = Int(day) - Int(origin)
    if offset >= 0, offset >> 6 < words.count {
      words[offset >> 6] |= 1 << UInt64(offset & 63)
    } else {
      extend(toHold: day)
      let offset = Int(day) - Int(origin)
      words[offset >> 6] |= 1 << UInt64(offset & 63)
    }
  }

  private mutating func extend(toHold day: Int32) {
    let start = (day >> 6) << 6
    if words.isEmpty {
      origin = start
      words = [0]
    } else if start < origin {
      words.insert(contentsOf: repeatElement(0, count: Int(origin - start) >> 6), at: 0)
      origin = start
    } else {
      let count = Int(start - origin) >> 6 + 1
      words.append(contentsOf: repeatElement(0, count: max(0, count - words.count)))
    }
  }

  /// Puts in every day of another set.
  mutating func formUnion(_ other: DayBits) {
    for day in other.days { insert(day.number) }
  }

  /// The days in order.
  var days: [Day] {
    var days: [Day] = []
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        days.append(Day(number: origin + Int32(index * 64 + rest.trailingZeroBitCount)))
        rest &= rest - 1
      }
    }
    return days
  }

  /// The first day and the last; nil where there is none.
  var span: DayRange? {
    let days = self.days
    guard let first = days.first, let last = days.last else { return nil }
    return DayRange(first, through: last)
  }

  /// The last day that is not after another; nil where there is none.
  func last(notAfter day: Day) -> Day? {
    days.last { $0 <= day }
  }
}
