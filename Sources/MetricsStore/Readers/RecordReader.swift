/// Cuts bytes into records and fields, with LF, CRLF or CR at line ends.
///
/// Nothing is copied: a field is a range of the block that holds its record, good until the next
/// record is asked for. A quote inside an unquoted field stands for itself. A tolerant reader also
/// makes the best of quotes that do not fit (`RecordRepair`), and never lets one swallow a file.
struct RecordReader: ~Copyable {
  /// One cell of the current record, without its quotes.
  struct Field {
    /// Offsets in the block.
    var start: Int32
    var end: Int32
    /// Whether doubled quotes or escapes in it stand for something else.
    var isEscaped: Bool
    /// Whether it stood in quotes.
    var isQuoted: Bool
  }

  /// What asking for a record gave.
  enum Step {
    case record, end
    /// A quoted field that began on this line never ended; tolerant readers read it as it stands.
    case openQuote(line: Int)
    /// A record is longer than `longestRecord` bytes.
    case tooLong
  }

  /// How the reader is to be.
  struct Tolerance {
    /// How many cells a record normally has; nil where that is not known.
    var width: Int?
  }

  /// Longer records are taken for damage.
  static let longestRecord = 16 << 20
  /// A quote that is not closed within so many bytes of its record's start is none to a tolerant
  /// reader.
  static let farthestQuote = 1 << 20

  /// The line on which the current record starts, from 1.
  private(set) var line = 1
  /// The field of the current record after whose closing quote more text stands; nil in good ones.
  var strayField: Int?
  /// What had to be guessed about the current record; nil in good ones and in strict readers.
  var repair: Repair?
  /// How cells and records are separated.
  var dialect: Dialect
  /// What to do about damaged records; nil to tell of them only.
  var tolerance: Tolerance?
  /// The line of the first quote that a tolerant reader found open at the end of everything.
  var openQuoteLine: Int?

  private let supply: ByteSupply
  /// The bytes that hold the current record, and others; some more may be looked at behind them.
  private(set) var block: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var cells: UnsafeMutablePointer<Field>
  private(set) var cellCapacity = 64
  /// How many fields the current record has.
  var cellCount = 0
  /// Where the current record begins in the block.
  private(set) var recordStart = 0
  /// Where the next record begins, and how much of the block is filled.
  var next = 0
  private(set) var filled = 0
  /// Whether the block holds the last byte of everything.
  private(set) var isExhausted = false
  private var isFirst = true
  /// The line of the record at `next`.
  var lineAfter = 1
  private var kept: (offset: Int, line: Int)?
  /// What mending a record works with.
  var mending = QuoteFit()
  /// How many bytes the supply has given.
  private var supplied = 0
  /// Holds the last cell that had doubled quotes, without them.
  var scratch: [UInt8] = []

  /// A reader of the bytes that `supply` gives, in blocks that grow where a record needs it.
  init(
    dialect: Dialect = .standard, tolerance: Tolerance? = nil, blockSize: Int = 1 << 18,
    supply: @escaping ByteSupply
  ) {
    self.dialect = dialect
    self.tolerance = tolerance
    self.supply = supply
    capacity = max(4, blockSize)
    block = .allocate(capacity: capacity + RecordReader.padding)
    block.initialize(repeating: 0, count: capacity + RecordReader.padding)
    cells = .allocate(capacity: cellCapacity)
  }

  /// A reader of what follows the records before a line.
  init(
    dialect: Dialect, tolerance: Tolerance?, fromLine line: Int, supply: @escaping ByteSupply
  ) {
    self.init(dialect: dialect, tolerance: tolerance, supply: supply)
    lineAfter = line
    isFirst = false
  }

  deinit {
    block.deallocate()
    cells.deallocate()
  }

  /// How many bytes past the filled ones the scan may look at.
  private static let padding = 16

  /// The cells of the current record.
  @inline(__always)
  var fields: UnsafeBufferPointer<Field> { UnsafeBufferPointer(start: cells, count: cellCount) }

  /// How many of the supply's bytes stand before the next record.
  var consumed: Int { supplied - (filled - next) }

  /// Goes to the next record.
  mutating func advance() throws(FileFault) -> Step {
    if isFirst { try skipByteOrderMark() }
    while true {
      recordStart = next
      line = lineAfter
      switch scan() {
      case .complete:
        guard let tolerance, strayField != nil || lineAfter - line > 1 else { return .record }
        if mend(tolerance) { return .record }
        try refill()
      case .nothing: return .end
      case .quoteStaysOpen(let opened):
        guard let tolerance else { return .openQuote(line: opened) }
        if mend(tolerance, openedOn: opened) { return .record }
        try refill()
      case .needsMore:
        guard filled - next <= RecordReader.longestRecord else { return .tooLong }
        try refill()
      case .comment: continue
      case .tooWide: return .tooLong
      }
    }
  }

  /// The first bytes, at most so many, without a mark of their order; nothing is read past.
  mutating func peek(_ limit: Int) throws(FileFault) -> UnsafeBufferPointer<UInt8> {
    if isFirst { try skipByteOrderMark() }
    while filled - next < limit, !isExhausted { try refill() }
    return UnsafeBufferPointer(start: block + next, count: min(limit, filled - next))
  }

  /// Keeps the current record and all after it, so that `rewind` can go back to it.
  mutating func mark() { kept = (recordStart, line) }

  /// Keeps what follows the current record, so that `rewind` can go back there.
  mutating func markNext() { kept = (next, lineAfter) }

  /// Goes back to where the mark is: the next record is the marked one; removes the mark.
  mutating func rewind() {
    guard let mark = kept else { return }
    (next, lineAfter) = mark
    kept = nil
  }

  /// Goes back to where the mark is, and leaves it there; true.
  mutating func remark() -> Bool {
    if let kept { (next, lineAfter) = kept }
    return true
  }

  /// How many bytes there are from the mark to the next record.
  var markedCount: Int { kept.map { next - $0.offset } ?? 0 }

  private mutating func skipByteOrderMark() throws(FileFault) {
    isFirst = false
    while filled < 3, !isExhausted { try refill() }
    if filled >= 3, block[0] == 0xEF, block[1] == 0xBB, block[2] == 0xBF { next = 3 }
  }

  /// Moves the unfinished record to the block's start and reads on behind it.
  private mutating func refill() throws(FileFault) {
    let base = kept?.offset ?? next
    let count = filled - base
    if count * 2 > capacity {
      let larger = UnsafeMutablePointer<UInt8>.allocate(
        capacity: capacity * 2 + RecordReader.padding)
      larger.update(from: block + base, count: count)
      (larger + count).initialize(
        repeating: 0, count: capacity * 2 + RecordReader.padding - count)
      block.deallocate()
      block = larger
      capacity *= 2
    } else if base > 0 {
      block.update(from: block + base, count: count)
    }
    next -= base
    kept?.offset = 0
    filled = count
    while filled < capacity, !isExhausted {
      let room = UnsafeMutableRawBufferPointer(start: block + filled, count: capacity - filled)
      let count = try supply(room)
      filled += count
      supplied += count
      isExhausted = count == 0
    }
  }

  /// Adds a field to the current record.
  @inline(__always)
  mutating func append(_ start: Int, _ end: Int, isEscaped: Bool, isQuoted: Bool) {
    if cellCount == cellCapacity { grow() }
    cells[cellCount] = Field(
      start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
      isEscaped: isEscaped, isQuoted: isQuoted)
    cellCount += 1
  }

  /// Makes room for more fields.
  mutating func grow() {
    let larger = UnsafeMutablePointer<Field>.allocate(capacity: cellCapacity * 2)
    larger.update(from: cells, count: cellCount)
    cells.deallocate()
    cells = larger
    cellCapacity *= 2
  }
}
