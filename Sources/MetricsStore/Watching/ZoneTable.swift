/// When a time zone was how far from UTC, as RFC 8536 writes it.
struct ZoneTable: Sendable {
  /// The moments from which the offset of the same position counts, in order.
  private var moments: [Int] = []
  private var offsets: [Int] = []
  private var firstOffset = 0
  /// What holds after the last moment.
  private var rule: ZoneRule?

  /// UTC.
  init() {}

  /// A table from the bytes of a zone file; nil where they are none of version 2 or later.
  init?(_ bytes: [UInt8]) {
    guard bytes.count > 44, bytes.starts(with: Array("TZif".utf8)), bytes[4] >= 0x32,
      let older = Header(bytes, at: 0),
      let header = Header(bytes, at: 44 + older.length(timeBytes: 4)),
      header.start + header.length(timeBytes: 8) <= bytes.count, header.types > 0
    else { return nil }
    func number(_ offset: Int, _ count: Int) -> Int {
      var value = Int(Int8(bitPattern: bytes[offset]))
      for index in 1..<count { value = value << 8 | Int(bytes[offset + index]) }
      return value
    }
    let kinds = header.start + header.moments * 8
    let types = kinds + header.moments
    func offset(ofType type: Int) -> Int? {
      type < header.types ? number(types + type * 6, 4) : nil
    }
    for index in 0..<header.moments {
      guard let offset = offset(ofType: Int(bytes[kinds + index])) else { return nil }
      moments.append(number(header.start + index * 8, 8))
      offsets.append(offset)
    }
    firstOffset = offset(ofType: 0) ?? 0
    let footer = bytes[(header.start + header.length(timeBytes: 8))...]
      .drop { $0 == 0x0A }.prefix { $0 != 0x0A }
    rule = ZoneRule(String(decoding: footer, as: UTF8.self))
  }

  /// How many seconds the zone is ahead of UTC at a moment, in seconds since 1970.
  func offset(at moment: Int) -> Int {
    if let rule, moments.last.map({ moment >= $0 }) ?? true { return rule.offset(at: moment) }
    guard let index = moments.lastIndex(where: { $0 <= moment }) else { return firstOffset }
    return offsets[index]
  }

  /// The counts at the head of a block of the file.
  private struct Header {
    /// Where the block's data begins.
    let start: Int
    let moments: Int
    let types: Int
    private let others: (utc: Int, standard: Int, leaps: Int, names: Int)

    init?(_ bytes: [UInt8], at offset: Int) {
      guard offset + 44 <= bytes.count else { return nil }
      func count(_ index: Int) -> Int {
        (0..<4).reduce(0) { $0 << 8 | Int(bytes[offset + 20 + index * 4 + $1]) }
      }
      start = offset + 44
      others = (count(0), count(1), count(2), count(5))
      moments = count(3)
      types = count(4)
    }

    /// How many bytes the block's data takes.
    func length(timeBytes: Int) -> Int {
      moments * (timeBytes + 1) + types * 6 + others.names + others.leaps * (timeBytes + 4)
        + others.standard + others.utc
    }
  }
}
