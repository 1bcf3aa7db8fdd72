import Metrics

extension ByteWriter {
  /// Writes daily sets: of each segment the days as runs, and of each day the steps between codes.
  mutating func write(_ sets: DailySets) {
    sets.forEachSegment { days, codes in
      write(days: days)
      for codes in codes {
        write(count: codes.count)
        var next: Int32 = 0
        for code in codes {
          write(count: UInt64(UInt32(bitPattern: code &- next)))
          next = code &+ 1
        }
      }
    }
  }
}

extension ByteReader {
  /// The next daily sets, of so many segments.
  mutating func dailySets(segments: Int) throws(CacheDamage) -> DailySets {
    var result: [[(day: Int32, codes: [Int32])]] = []
    result.reserveCapacity(segments)
    for _ in 0..<segments {
      var days: [Int32] = []
      try self.days(atMost: left, into: &days)
      var sets: [(day: Int32, codes: [Int32])] = []
      sets.reserveCapacity(days.count)
      for day in days { sets.append((day, try codes())) }
      result.append(sets)
    }
    return DailySets(segments: result)
  }

  private mutating func codes() throws(CacheDamage) -> [Int32] {
    let count = try count(ofBytes: 1)
    var codes: [Int32] = []
    codes.reserveCapacity(count)
    var next = 0
    for _ in 0..<count {
      let code = next + (try self.count(atMost: Int(Int32.max) - next))
      codes.append(Int32(code))
      next = min(code + 1, Int(Int32.max))
    }
    return codes
  }
}
