/// A time behind a date, which is read only to know that it is one.
struct WrittenTime {
  /// Behind the time and its zone.
  private(set) var end: CellCursor

  /// Reads `T10:00:00.123+09:00`, ` 10:00 PM JST`, ` 午前9時5分`; nil where none stands.
  init?(_ start: CellCursor) {
    end = start
    _ = end.take(",")
    if end.character | 0x20 == 0x74 {
      end.advance()
    } else {
      guard end.character == 0x20 else { return nil }
      end.skipSpaces()
    }
    let isHalved = takeHalf()
    guard takeNumber(below: 25) else { return nil }
    if end.take(":") {
      guard takeNumber(below: 60), takeSeconds() else { return nil }
      _ = takeHalf()
    } else if end.take("時") {
      if takeNumber(below: 60) {
        guard end.take("分") else { return nil }
        if takeNumber(below: 61), !end.take("秒") { return nil }
      }
    } else {
      guard isHalved || takeHalf() else { return nil }
    }
    guard takeZone() else { return nil }
  }

  private mutating func takeSeconds() -> Bool {
    guard end.take(":") else { return true }
    guard takeNumber(below: 61) else { return false }
    if end.character == 0x2E || end.character == 0x2C, end.following &- 0x30 < 10 {
      end.advance()
      while end.digit != nil { end.advance() }
    }
    return true
  }

  private mutating func takeNumber(below limit: Int) -> Bool {
    guard let part = DatePart(&end) else { return false }
    return part.digits <= 2 && part.value < limit
  }

  /// Goes past AM, PM, 午前 or 午後.
  private mutating func takeHalf() -> Bool {
    var ahead = end
    ahead.skipSpaces()
    if ahead.take("午") {
      guard ahead.take("前") || ahead.take("後") else { return false }
      ahead.skipSpaces()
      end = ahead
      return true
    }
    guard ahead.character | 0x20 == 0x61 || ahead.character | 0x20 == 0x70 else { return false }
    ahead.advance()
    _ = ahead.take(".")
    guard ahead.character | 0x20 == 0x6D else { return false }
    ahead.advance()
    _ = ahead.take(".")
    guard !ahead.isLetter else { return false }
    end = ahead
    return true
  }

  /// Goes past a zone such as Z, +09:00, UTC, JST or UTC+9; false where it breaks off.
  private mutating func takeZone() -> Bool {
    var ahead = end
    ahead.skipSpaces()
    if ahead.isLetter {
      guard let word = PackedWord(&ahead), word.bits >> 40 == 0 else { return true }
      // `to` begins the second date of a range.
      guard word.bits != 0x746F else { return true }
      end = ahead
    }
    guard ahead.character == 0x2B || ahead.character == 0x2D, ahead.following &- 0x30 < 10 else {
      return true
    }
    ahead.advance()
    guard let hours = DatePart(&ahead), hours.digits <= 2 || hours.digits == 4 else { return true }
    if hours.digits <= 2, ahead.take(":") {
      guard let minutes = DatePart(&ahead), minutes.digits == 2 else { return false }
    }
    end = ahead
    return true
  }
}
