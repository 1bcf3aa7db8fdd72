/// A record of a block whose separators have been found.
struct ScannedRow: RowCells, ~Copyable {
  static var isPadded: Bool { true }

  /// The offset of its first byte in the block, and that of its end.
  var start = 0
  var end = 0
  /// How many cells it has.
  var count = 0
  /// The block's bytes, from the byte before it on.
  var bytes: UnsafePointer<UInt8>
  /// The offsets at which the cells end.
  var separators: UnsafePointer<UInt32>
  private let quote: UInt8
  private let hasQuote: Bool
  /// An offset up to which lines have been counted, and the line there.
  var countedOffset = 0
  var countedLine = 1
  /// Holds the last cell that had doubled quotes, without them, and zeros behind it.
  private var scratch: [UInt8] = []

  /// A row of no block yet.
  init(quote: UInt8?, bytes: UnsafePointer<UInt8>, separators: UnsafePointer<UInt32>) {
    self.quote = quote ?? 0
    hasQuote = quote != nil
    self.bytes = bytes
    self.separators = separators
  }

  /// Where a cell begins and ends, with its quotes.
  @inline(__always)
  private func range(_ index: Int) -> (start: Int, end: Int) {
    (
      index == 0 ? start : Int(truncatingIfNeeded: separators[index &- 1]) &+ 1,
      Int(truncatingIfNeeded: separators[index])
    )
  }

  @inline(__always)
  func raw(_ index: Int) -> CellBytes {
    let (start, end) = range(index)
    return CellBytes(bytes, start, end)
  }

  @inline(__always)
  mutating func cell(_ index: Int) -> CellBytes {
    let (start, end) = range(index)
    // Most cells begin and end with a visible ASCII character that is no quote.
    if start < end, bytes[start] &- 0x21 < 0x5E, bytes[end &- 1] &- 0x21 < 0x5E,
      bytes[start] != quote
    {
      return CellBytes(bytes, start, end)
    }
    return otherCell(start, end)
  }

  @inline(never)
  private mutating func otherCell(_ start: Int, _ end: Int) -> CellBytes {
    if start < end, bytes[start] == quote, hasQuote { return quoted(start, end).trimmed }
    return CellBytes(bytes, start, end).trimmed
  }

  /// A cell in quotes without them; the scan has seen to it that it ends with one.
  private mutating func quoted(_ start: Int, _ end: Int) -> CellBytes {
    var index = start + 1
    while index < end - 1 {
      if bytes[index] == quote { return unescaped(start + 1, end - 1) }
      index += 1
    }
    return CellBytes(bytes, start + 1, end - 1)
  }

  @inline(never)
  private mutating func unescaped(_ start: Int, _ end: Int) -> CellBytes {
    scratch.removeAll(keepingCapacity: true)
    scratch.reserveCapacity(end - start + ScanBlock.padding)
    var index = start
    while index < end {
      scratch.append(bytes[index])
      index += bytes[index] == quote ? 2 : 1
    }
    let count = scratch.count
    scratch.append(contentsOf: repeatElement(0, count: ScanBlock.padding))
    return scratch.withUnsafeBufferPointer { CellBytes($0).part(0, count) }
  }

  var isBlank: Bool { lastFilledField == nil }

  @inline(__always)
  var startsEmpty: Bool { start == Int(separators[0]) || bytes[start] <= 0x20 || isQuotedSpace }

  /// Whether it starts with a quote behind which nothing may stand.
  @inline(__always)
  private var isQuotedSpace: Bool { hasQuote && bytes[start] == quote && bytes[start + 1] <= 0x22 }

  var lastFilledField: Int? {
    (0..<count).last { index in
      var (start, end) = range(index)
      if hasQuote, start < end, bytes[start] == quote { (start, end) = (start + 1, end - 1) }
      return !CellBytes(bytes, start, end).trimmed.isEmpty
    }
  }

  var strayField: Int? { nil }

  var line: Int {
    mutating get {
      countedLine += LinePlace.breaks(in: bytes, countedOffset, start)
      countedOffset = start
      return countedLine
    }
  }

  mutating func place(of index: Int) -> (line: Int, column: Int) {
    var target = end
    if index < count {
      target = range(index).start
    } else if hasQuote, end > start, bytes[end - 1] == quote {
      target = end - 1
    }
    return LinePlace.place(of: target, in: bytes, from: start, line: line)
  }
}
