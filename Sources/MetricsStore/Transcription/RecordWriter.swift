/// Records in `Dialect.standard` with LF, written for the stages that read delimited text.
///
/// A line break inside a cell becomes a space, so that every record is one line and the line in a
/// message is the row that it stands for.
struct RecordWriter: ~Copyable {
  private var bytes = GrowingBytes(capacity: 1 << 16)
  /// How many of the bytes were handed on.
  private var handed = 0

  /// How many bytes wait to be handed on.
  @inline(__always)
  var waiting: Int { bytes.count - handed }

  /// Adds so many delimiters.
  @inline(__always)
  mutating func delimit(_ times: Int = 1) {
    if times == 1 {
      bytes.append(UInt8(ascii: ","))
    } else if times > 1 {
      bytes.append(UInt8(ascii: ","), times: times)
    }
  }

  /// Ends the record, and adds so many empty ones.
  @inline(__always)
  mutating func endRecord(thenEmpty times: Int = 0) {
    bytes.append(UInt8(ascii: "\n"))
    if times > 0 { bytes.append(UInt8(ascii: "\n"), times: times) }
  }

  /// Adds so many empty records.
  mutating func addEmpty(_ times: Int) { bytes.append(UInt8(ascii: "\n"), times: times) }

  /// Adds the bytes of a cell that needs no quotes.
  @inline(__always)
  mutating func append(plain cell: UnsafeBufferPointer<UInt8>) { bytes.append(cell) }

  /// Adds a cell, in quotes where it needs them.
  @inline(__always)
  mutating func append(_ cell: UnsafeBufferPointer<UInt8>) {
    for index in 0..<cell.count where RecordWriter.isSpecial(cell[index]) {
      return appendQuoted(cell, plain: index)
    }
    bytes.append(cell)
  }

  /// Whether a byte means something in the dialect.
  @inline(__always)
  static func isSpecial(_ byte: UInt8) -> Bool {
    byte <= 0x2C && (byte == 0x2C || byte == 0x22 || byte == 0x0A || byte == 0x0D)
  }

  /// Adds a cell in quotes, of which the first `plain` bytes need none.
  private mutating func appendQuoted(_ cell: UnsafeBufferPointer<UInt8>, plain: Int) {
    beginQuoted(room: cell.count)
    for index in 0..<cell.count { appendInQuotes(cell[index]) }
    endQuoted()
  }

  /// Begins a cell in quotes whose bytes are at most `room`.
  @inline(__always)
  mutating func beginQuoted(room: Int) {
    bytes.reserve(room * 2 + 2)
    bytes.appendReserved(UInt8(ascii: "\""))
  }

  /// Adds a byte to a cell in quotes; a line break becomes a space, CR and LF together one.
  @inline(__always)
  mutating func appendInQuotes(_ byte: UInt8) {
    bytes.reserve(2)
    if byte == UInt8(ascii: "\"") {
      bytes.appendReserved(byte)
      bytes.appendReserved(byte)
    } else if byte == 0x0A || byte == 0x0D {
      if bytes.base[bytes.count - 1] != UInt8(ascii: " ") { bytes.appendReserved(0x20) }
    } else {
      bytes.appendReserved(byte)
    }
  }

  /// Ends a cell in quotes.
  @inline(__always)
  mutating func endQuoted() { bytes.append(UInt8(ascii: "\"")) }

  /// Hands bytes on, as many as fit; how many.
  mutating func hand(to block: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(waiting, block.count)
    guard count > 0, let target = block.baseAddress else { return 0 }
    target.copyMemory(from: bytes.base + handed, byteCount: count)
    handed += count
    if handed == bytes.count {
      bytes.cut(to: 0)
      handed = 0
    }
    return count
  }
}
