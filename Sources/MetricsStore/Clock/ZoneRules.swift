import Glibc
import Metrics

/// How far a zone's clocks are ahead of UTC at any moment: a compiled zone file (RFC 8536).
struct ZoneRules: Sendable {
  private var transitions: [Int] = []
  /// The offset from each transition on, in seconds.
  private var offsets: [Int] = []
  private var firstOffset = 0
  private var footer: ZoneFooter?

  /// The rules of an IANA zone; UTC where the system has no such file or it is damaged.
  init(_ zone: String, folder: String = "/usr/share/zoneinfo") {
    guard !zone.isEmpty, !zone.hasPrefix("/"), !zone.contains(".."),
      let bytes = ZoneRules.contents("\(folder)/\(zone)")
    else { return }
    read(bytes)
  }

  /// The rules that a zone file's bytes hold.
  init(bytes: [UInt8]) {
    read(bytes)
  }

  /// How many seconds the clocks there are ahead of UTC at a moment.
  func offset(atSecond second: Int) -> Int {
    if let last = transitions.last, second >= last, let footer {
      return footer.offset(atSecond: second)
    }
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= second { low = middle + 1 } else { high = middle }
    }
    return low == 0
      ? (transitions.isEmpty ? footer?.offset(atSecond: second) : nil) ?? firstOffset
      : offsets[low - 1]
  }

  private mutating func read(_ bytes: [UInt8]) {
    guard let first = ZoneHeader(bytes, at: 0) else { return }
    // From version 2 on a second block with 64-bit times follows the old one.
    let start = first.version >= 2 ? first.end(timeSize: 4) : 0
    let timeSize = first.version >= 2 ? 8 : 4
    guard let header = ZoneHeader(bytes, at: start),
      header.end(timeSize: timeSize) <= bytes.count
    else { return }
    let times = start + ZoneHeader.size
    let kinds = times + header.transitions * timeSize
    let types = kinds + header.transitions
    func offset(ofType type: Int) -> Int {
      type < header.types ? bigEndian(bytes, at: types + type * 6, size: 4) : 0
    }
    for index in 0..<header.transitions {
      transitions.append(bigEndian(bytes, at: times + index * timeSize, size: timeSize))
      offsets.append(offset(ofType: Int(bytes[kinds + index])))
    }
    firstOffset = offset(ofType: 0)
    guard timeSize == 8 else { return }
    let text = bytes[header.end(timeSize: 8)...].drop { $0 == 0x0A }.prefix { $0 != 0x0A }
    footer = ZoneFooter(String(decoding: text, as: UTF8.self))
  }

  private static func contents(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(file, &bytes, bytes.count)
    return count > 0 ? Array(bytes.prefix(count)) : nil
  }
}

/// The counts at the head of a block of a zone file.
private struct ZoneHeader {
  static let size = 44

  let version: Int
  let transitions: Int
  let types: Int
  private let start: Int
  private let leaps: Int
  private let characters: Int
  private let standards: Int
  private let universals: Int

  init?(_ bytes: [UInt8], at start: Int) {
    guard start >= 0, bytes.count >= start + ZoneHeader.size,
      bytes[start..<(start + 4)].elementsEqual("TZif".utf8)
    else { return nil }
    func count(_ index: Int) -> Int { bigEndian(bytes, at: start + 20 + index * 4, size: 4) }
    self.start = start
    version = bytes[start + 4] >= 0x32 ? 2 : 1
    (universals, standards, leaps) = (count(0), count(1), count(2))
    (transitions, types, characters) = (count(3), count(4), count(5))
    let counts = [universals, standards, leaps, transitions, types, characters]
    guard counts.allSatisfy({ (0...100_000).contains($0) }) else { return nil }
  }

  /// Where the block ends whose times have so many bytes.
  func end(timeSize: Int) -> Int {
    start + ZoneHeader.size + transitions * (timeSize + 1) + types * 6 + characters
      + leaps * (timeSize + 4) + standards + universals
  }
}

/// A signed number with its highest byte first.
private func bigEndian(_ bytes: [UInt8], at start: Int, size: Int) -> Int {
  let value = bytes[start..<(start + size)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
  return size == 4
    ? Int(Int32(bitPattern: UInt32(truncatingIfNeeded: value))) : Int(Int64(bitPattern: value))
}
