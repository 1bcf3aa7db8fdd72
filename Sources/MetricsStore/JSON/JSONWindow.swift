/// The part of a JSON text that lies in memory: what is being read, and what follows it.
final class JSONWindow {
  /// How many bytes are read at once.
  static let blockSize = 1 << 18
  /// What must lie in memory at once, such as a record, is no longer than this.
  static let longestUnit = 64 << 20

  /// How many bytes of the text were read in.
  private(set) var bytesRead = 0
  /// Where in the window the text goes on.
  private(set) var index = 0

  private let supply: ByteSupply
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var filled = 0
  private var isExhausted = false
  /// How many line breaks lie before `countedTo`.
  private var breaks = 0
  private var countedTo = 0

  /// A window on the bytes that a supply gives, in blocks that grow where a record needs it.
  init(blockSize: Int = JSONWindow.blockSize, supply: @escaping ByteSupply) throws(FileFault) {
    self.supply = supply
    capacity = max(16, blockSize)
    base = .allocate(capacity: capacity + 1)
    base[0] = 0
    try refill()
    if filled >= 3, base[0] == 0xEF, base[1] == 0xBB, base[2] == 0xBF { index = 3 }
  }

  deinit { base.deallocate() }

  /// A scanner from where the text goes on.
  @inline(__always)
  var scanner: JSONScanner {
    JSONScanner(base: UnsafePointer(base), end: filled, isLast: isExhausted, index: index)
  }

  /// The byte of the whole text where the window begins.
  private var offset: Int { bytesRead - filled }

  /// The line, from 1, on which the text goes on. To be asked in order.
  var line: Int {
    count(to: index)
    return breaks + 1
  }

  private func count(to end: Int) {
    guard countedTo < end else { return }
    breaks += UnsafeBufferPointer(start: base + countedTo, count: end - countedTo).lineBreaks
    countedTo = end
  }

  /// Reads something that lies in memory as a whole, of which as much is read in as it needs, and
  /// goes behind it.
  ///
  /// Where more is needed `read` is called again from the start.
  @inline(__always)
  func take<Value>(
    _ read: (inout JSONScanner) throws(JSONStop) -> Value
  ) throws(JSONFailure) -> Value {
    while true {
      var scanner = self.scanner
      do throws(JSONStop) {
        let value = try read(&scanner)
        index = scanner.index
        return value
      } catch {
        try goOn(after: error)
      }
    }
  }

  @inline(never)
  private func goOn(after stop: JSONStop) throws(JSONFailure) {
    switch stop {
    case .damage(let damage):
      throw .damage(JSONDamage(kind: damage.kind, offset: offset + damage.offset))
    case .needsMore:
      guard filled - index <= JSONWindow.longestUnit else {
        throw .damage(JSONDamage(kind: .tooLong, offset: offset + index))
      }
      do throws(FileFault) {
        try refill()
      } catch {
        throw .fault(error)
      }
    }
  }

  /// Goes behind spaces; the byte that follows, nil at the end.
  func nextByte() throws(JSONFailure) -> UInt8? {
    try take { scanner throws(JSONStop) in
      scanner.skipSpace()
      if scanner.index < scanner.end { return scanner.byte }
      if scanner.isLast { return nil }
      throw .needsMore
    }
  }

  /// The failure of something that stands where the text goes on.
  func damage(_ kind: JSONDamage.Kind) -> JSONFailure {
    .damage(JSONDamage(kind: kind, offset: place))
  }

  /// The byte of the whole text at which it goes on.
  var place: Int { offset + index }

  /// Goes behind a byte that was seen.
  func skipByte() { index += 1 }

  /// Goes to the next line that begins with a brace or bracket, or to the end.
  func skipToRecord() throws(JSONFailure) {
    while true {
      while index + 1 < filled {
        index += 1
        let isStart = base[index] == UInt8(ascii: "{") || base[index] == UInt8(ascii: "[")
        if isStart, base[index - 1] == 0x0A { return }
      }
      guard !isExhausted else {
        index = filled
        return
      }
      try goOn(after: .needsMore)
    }
  }

  /// Moves what is not read yet to the start and reads on behind it.
  private func refill() throws(FileFault) {
    count(to: index)
    let kept = filled - index
    if kept * 2 > capacity {
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2 + 1)
      larger.update(from: base + index, count: kept)
      base.deallocate()
      base = larger
      capacity *= 2
    } else if index > 0 {
      base.update(from: base + index, count: kept)
    }
    countedTo -= index
    index = 0
    filled = kept
    // Full each time: what is read again from its start is then twice as long at least.
    while filled < capacity, !isExhausted {
      let count = try supply(
        UnsafeMutableRawBufferPointer(start: base + filled, count: capacity - filled))
      filled += count
      bytesRead += count
      isExhausted = count == 0
    }
    base[filled] = 0
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// How many line feeds are in the bytes.
  fileprivate var lineBreaks: Int {
    let bytes = UnsafeRawBufferPointer(self)
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    var found = 0
    var index = 0
    while index + 8 <= bytes.count {
      // A byte that is a line feed becomes zero, and then the only kind without its highest bit.
      let word =
        bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ 0x0A0A_0A0A_0A0A_0A0A
      found &+= (~(((word & low) &+ low) | word | low)).nonzeroBitCount
      index += 8
    }
    while index < bytes.count {
      if bytes[index] == 0x0A { found += 1 }
      index += 1
    }
    return found
  }
}
