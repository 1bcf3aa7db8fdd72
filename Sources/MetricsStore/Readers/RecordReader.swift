/// Cuts bytes into records and fields as RFC 4180 describes, with LF, CRLF or CR at line ends.
///
/// Nothing is copied: a field is a range of the block that holds its record, good until the next
/// record is asked for. A quote inside an unquoted field stands for itself.
struct RecordReader: ~Copyable {
  /// One cell of the current record, without its quotes.
  struct Field {
    /// Offsets in the block.
    var start: Int32
    var end: Int32
    /// Whether doubled quotes in it stand for single ones.
    var isEscaped: Bool
  }

  /// What asking for a record gave.
  enum Step {
    case record, end
    /// A quoted field that began on this line never ended.
    case openQuote(line: Int)
    /// A record is longer than `longestRecord` bytes.
    case tooLong
  }

  /// Longer records are taken for damage.
  static let longestRecord = 16 << 20

  /// The line on which the current record starts, from 1.
  private(set) var line = 1
  /// The cells of the current record.
  private(set) var fields: [Field] = []
  /// The field of the current record after whose closing quote more text stands; nil in good ones.
  private(set) var strayField: Int?

  private let supply: ByteSupply
  /// The bytes that hold the current record, and others.
  private(set) var block: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// Where the current record begins in the block.
  private(set) var recordStart = 0
  private var next = 0
  private var filled = 0
  private var isExhausted = false
  private var isFirst = true
  /// The line on which the next record starts.
  private(set) var lineAfter = 1
  /// How many bytes the supply has given.
  private var supplied = 0
  /// Holds the last cell that had doubled quotes, without them.
  var scratch: [UInt8] = []

  /// A reader of the bytes that `supply` gives, in blocks that grow where a record needs it.
  init(blockSize: Int = 1 << 18, supply: @escaping ByteSupply) {
    capacity = max(4, blockSize)
    block = .allocate(capacity: capacity)
    self.supply = supply
    fields.reserveCapacity(64)
  }

  /// A reader of what follows the records before a line.
  init(fromLine line: Int, supply: @escaping ByteSupply) {
    self.init(supply: supply)
    lineAfter = line
    isFirst = false
  }

  deinit { block.deallocate() }

  /// How many of the supply's bytes stand before the next record.
  var consumed: Int { supplied - (filled - next) }

  /// Goes to the next record.
  mutating func advance() throws(FileFault) -> Step {
    if isFirst { try skipByteOrderMark() }
    while true {
      recordStart = next
      line = lineAfter
      switch scan() {
      case .complete: return .record
      case .nothing: return .end
      case .quoteStaysOpen(let line): return .openQuote(line: line)
      case .needsMore:
        guard filled - next <= RecordReader.longestRecord else { return .tooLong }
        try refill()
      }
    }
  }

  private mutating func skipByteOrderMark() throws(FileFault) {
    isFirst = false
    while filled < 3, !isExhausted { try refill() }
    if filled >= 3, block[0] == 0xEF, block[1] == 0xBB, block[2] == 0xBF { next = 3 }
  }

  /// Moves the unfinished record to the block's start and reads on behind it.
  private mutating func refill() throws(FileFault) {
    let kept = filled - next
    if kept * 2 > capacity {
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
      larger.update(from: block + next, count: kept)
      block.deallocate()
      block = larger
      capacity *= 2
    } else if next > 0 {
      block.update(from: block + next, count: kept)
    }
    next = 0
    filled = kept
    let room = UnsafeMutableRawBufferPointer(start: block + filled, count: capacity - filled)
    let count = try supply(room)
    filled += count
    supplied += count
    isExhausted = count == 0
  }

  private enum Scan {
    case complete, needsMore, nothing
    case quoteStaysOpen(line: Int)
  }

  /// Cuts the record that starts at `next`; changes nothing but the fields where it is not all there.
  private mutating func scan() -> Scan {
    let block = self.block
    let end = filled
    let isLast = isExhausted
    var index = next
    var line = lineAfter
    fields.removeAll(keepingCapacity: true)
    strayField = nil
    guard index < end else { return isLast ? .nothing : .needsMore }
    while true {
      if index < end, block[index] == UInt8(ascii: "\"") {
        let opened = line
        var cursor = index + 1
        var isEscaped = false
        quoted: while true {
          guard cursor < end else {
            return isLast ? .quoteStaysOpen(line: opened) : .needsMore
          }
          let byte = block[cursor]
          if byte > 0x22 {
            cursor += 1
            continue
          }
          if byte == UInt8(ascii: "\"") {
            guard cursor + 1 < end || isLast else { return .needsMore }
            guard cursor + 1 < end, block[cursor + 1] == UInt8(ascii: "\"") else { break quoted }
            isEscaped = true
            cursor += 1
          } else if byte == UInt8(ascii: "\n") {
            line += 1
          } else if byte == UInt8(ascii: "\r") {
            guard cursor + 1 < end || isLast else { return .needsMore }
            if cursor + 1 >= end || block[cursor + 1] != UInt8(ascii: "\n") { line += 1 }
          }
          cursor += 1
        }
        append(index + 1, cursor, isEscaped)
        index = cursor + 1
        while index < end, block[index] == UInt8(ascii: " ") { index += 1 }
        if index < end, !isBoundary(block[index]) {
          strayField = strayField ?? fields.count - 1
          while index < end, !isBoundary(block[index]) { index += 1 }
        }
      } else {
        let start = index
        while index < end, !isBoundary(block[index]) { index += 1 }
        append(start, index, false)
      }
      guard index < end else {
        guard isLast else { return .needsMore }
        break
      }
      if block[index] == UInt8(ascii: ",") {
        index += 1
        guard index < end || isLast else { return .needsMore }
        continue
      }
      if block[index] == UInt8(ascii: "\r") {
        guard index + 1 < end || isLast else { return .needsMore }
        if index + 1 < end, block[index + 1] == UInt8(ascii: "\n") { index += 1 }
      }
      index += 1
      line += 1
      break
    }
    next = index
    lineAfter = line
    return .complete
  }

  @inline(__always)
  private func isBoundary(_ byte: UInt8) -> Bool {
    byte <= 0x2C
      && (byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r"))
  }

  @inline(__always)
  private mutating func append(_ start: Int, _ end: Int, _ isEscaped: Bool) {
    fields.append(
      Field(
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
        isEscaped: isEscaped))
  }
}
