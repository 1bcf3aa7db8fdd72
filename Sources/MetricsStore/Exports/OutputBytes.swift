/// Bytes on their way out, given on in blocks.
struct OutputBytes: ~Copyable {
  private let sink: (UnsafeRawBufferPointer) -> Bool
  private let block: UnsafeMutablePointer<UInt8>
  private let capacity = 1 << 16
  private var count = 0
  /// Whether the sink takes no more.
  private(set) var isClosed = false

  /// Gives blocks to a sink until it answers false.
  init(_ sink: @escaping (UnsafeRawBufferPointer) -> Bool) {
    self.sink = sink
    block = .allocate(capacity: capacity + 8)
  }

  deinit { block.deallocate() }

  /// Adds a byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count == capacity { flush() }
    block[count] = byte
    count += 1
  }

  /// Adds bytes.
  @inline(__always)
  mutating func append(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
    guard length <= capacity - count else { return appendLong(bytes, length) }
    (block + count).update(from: bytes, count: length)
    count += length
  }

  private mutating func appendLong(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
    var offset = 0
    while offset < length {
      if count == capacity { flush() }
      let part = min(length - offset, capacity - count)
      (block + count).update(from: bytes + offset, count: part)
      count += part
      offset += part
    }
  }

  /// Adds a short text without commas, line ends or quotes, eight bytes at a time; false, and nothing
  /// added, where it is none of that.
  ///
  /// Up to seven bytes past its end are looked at.
  @inline(__always)
  mutating func appendPlain(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    guard length <= capacity - count else { return false }
    let target = UnsafeMutableRawPointer(block + count)
    var offset = 0
    while offset < length {
      let word = UnsafeRawPointer(bytes + offset).loadUnaligned(as: UInt64.self)
      let special = ByteCutter.specials(UInt64(littleEndian: word))
      if special != 0, offset + special.trailingZeroBitCount / 8 < length { return false }
      target.storeBytes(of: word, toByteOffset: offset, as: UInt64.self)
      offset += 8
    }
    count += length
    return true
  }

  /// Adds a text.
  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      if let base = bytes.baseAddress { append(base, bytes.count) }
    }
  }

  /// Gives on what is there.
  mutating func flush() {
    if count > 0, !isClosed {
      isClosed = !sink(UnsafeRawBufferPointer(start: block, count: count))
    }
    count = 0
  }
}

// Cells as RFC 4180 writes them.
extension OutputBytes {
  /// Adds a cell, in quotes where it needs them.
  @inline(__always)
  mutating func appendCell(_ cell: CellBytes) {
    let base = cell.buffer.baseAddress.unsafelyUnwrapped
    if !appendPlain(base, cell.count) { appendQuoted(base, cell.count) }
  }

  private mutating func appendQuoted(_ base: UnsafePointer<UInt8>, _ count: Int) {
    let cutter = ByteCutter(UInt8(ascii: ","))
    guard cutter.boundary(base, 0, count, or: UInt8(ascii: "\"")) < count else {
      return append(base, count)
    }
    append(UInt8(ascii: "\""))
    for index in 0..<count {
      if base[index] == UInt8(ascii: "\"") { append(UInt8(ascii: "\"")) }
      append(base[index])
    }
    append(UInt8(ascii: "\""))
  }

  /// Adds a text as a cell.
  mutating func appendCell(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      // The search may look past the end.
      let padded = Array(bytes) + [UInt8](repeating: 0, count: 8)
      padded.withUnsafeBufferPointer { appendCell(CellBytes($0).part(0, bytes.count)) }
    }
  }
}
