internal import CScan

/// The bytes of one chunk of a file, with the separators in them, and as much of what follows as the
/// chunk's last record needs.
struct ScanBlock: ~Copyable {
  /// How many bytes before the first and after the last may be read; zeros, but for the byte before.
  static let padding = 64

  /// Reads bytes of a file from an offset on, and says how many there were; 0 at its end.
  typealias Source = @Sendable (Int, UnsafeMutableRawBufferPointer) throws(FileFault) -> Int

  private let source: Source
  private let dialect: scan_dialect
  /// The file's offset of the first byte, and where the file ends.
  private(set) var origin = 0
  private let fileEnd: Int
  /// How many bytes the chunk has, and how many have been read.
  private(set) var length = 0
  private(set) var filled = 0
  private var capacity = 0
  private var memory: UnsafeMutablePointer<UInt8>
  /// The offsets of separators, and of line ends alone.
  private(set) var separators: UnsafeMutablePointer<UInt32>
  private(set) var ends: UnsafeMutablePointer<UInt32>
  /// What has been found, and up to where has been looked.
  private(set) var state = scan_state()
  private var scanned = 0

  /// A block for chunks of a file that ends at `end`.
  init(
    _ source: @escaping Source, end: Int, delimiter: UInt8, quote: UInt8?
  ) {
    self.source = source
    fileEnd = end
    dialect = scan_dialect(delimiter: delimiter, quote: quote.map { Int32($0) } ?? -1)
    memory = .allocate(capacity: 1)
    separators = .allocate(capacity: 1)
    ends = .allocate(capacity: 1)
  }

  deinit {
    memory.deallocate()
    separators.deallocate()
    ends.deallocate()
  }

  /// The bytes, from the chunk's first on.
  var bytes: UnsafePointer<UInt8> { UnsafePointer(memory + ScanBlock.padding) }

  /// Whether the file ends with the bytes read.
  private var isAtEnd: Bool { origin + filled >= fileEnd }

  /// Reads the bytes from `start` up to `stop`, and a little more, and finds their separators as if they
  /// began outside of quotes; false where the file has become shorter.
  ///
  /// - Parameter isFirst: Whether a record begins at the first byte, whatever stands before it.
  mutating func read(from start: Int, to stop: Int, isFirst: Bool) throws(FileFault) -> Bool {
    origin = start
    length = stop - start
    filled = 0
    reserve(length + ScanBlock.readAhead)
    guard try fill(to: length + ScanBlock.readAhead, before: isFirst ? 0 : 1) else { return false }
    if isFirst { memory[ScanBlock.padding - 1] = UInt8(ascii: "\n") }
    scan(isInside: false)
    return true
  }

  /// How much is read behind a chunk, so that its last record is mostly there.
  private static let readAhead = 1024

  /// Finds the separators of the chunk, which begins inside of quotes or not.
  mutating func scan(isInside: Bool) {
    state = scan_state()
    state.inside = isInside ? .max : 0
    state.previous = memory[ScanBlock.padding - 1]
    state.damage = .max
    state.opposite_damage = .max
    scan(to: length, from: 0)
  }

  private mutating func scan(to end: Int, from start: Int) {
    scan_separators(bytes, start, end, dialect, separators, ends, &state)
    scanned = end
  }

  /// What looking for the end of a record gave.
  enum Search {
    case found
    /// The file ends inside quotes.
    case openQuote
    /// The record is longer than records may be.
    case tooLong
  }

  /// Looks behind the chunk for the end of the record that begins at an offset; the end of the file is
  /// one too.
  mutating func findEnd(of start: Int) throws(FileFault) -> Search {
    let known = state.ends
    var step = 256
    while state.ends == known {
      // Only the file's end need be no multiple of 64.
      let readable = isAtEnd ? filled : filled & ~63
      if scanned < readable {
        scan(to: min(scanned + step, readable), from: scanned)
        step *= 2
      } else if isAtEnd {
        return endFile() ? .found : .openQuote
      } else {
        guard filled - start <= RecordReader.longestRecord else { return .tooLong }
        reserve(filled * 2)
        guard try fill(to: filled * 2, before: 0) else { throw .cutShort }
      }
    }
    return .found
  }

  /// Puts a line end behind the file's last byte; false where quotes are still open there.
  private mutating func endFile() -> Bool {
    guard state.inside == 0 else { return false }
    separators[state.separators] = UInt32(filled)
    ends[state.ends] = UInt32(filled)
    state.separators += 1
    state.ends += 1
    return true
  }

  /// Reads on until so many bytes are there, or the file ends; false where it ends too early.
  private mutating func fill(to count: Int, before: Int) throws(FileFault) -> Bool {
    let wanted = min(count, fileEnd - origin)
    var next = filled - before
    while next < wanted {
      let room = UnsafeMutableRawBufferPointer(
        start: memory + ScanBlock.padding + next, count: wanted - next)
      let count = try source(origin + next, room)
      guard count > 0 else { return false }
      next += count
    }
    filled = max(filled, wanted)
    (memory + ScanBlock.padding + filled).initialize(repeating: 0, count: ScanBlock.padding)
    return true
  }

  /// Makes room for so many bytes and their separators; keeps what is there.
  private mutating func reserve(_ count: Int) {
    guard count > capacity else { return }
    capacity = (count + 63) & ~63
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + 2 * ScanBlock.padding)
    larger.initialize(repeating: 0, count: ScanBlock.padding)
    if filled > 0 {
      larger.update(from: memory, count: ScanBlock.padding + filled)
    }
    memory.deallocate()
    memory = larger
    // One more for the end of the file, and those that a scan writes too many.
    separators = ScanBlock.enlarged(separators, keeping: state.separators, to: capacity + 128)
    ends = ScanBlock.enlarged(ends, keeping: state.ends, to: capacity + 128)
  }

  private static func enlarged(
    _ offsets: UnsafeMutablePointer<UInt32>, keeping count: Int, to capacity: Int
  ) -> UnsafeMutablePointer<UInt32> {
    let larger = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
    larger.update(from: offsets, count: count)
    offsets.deallocate()
    return larger
  }
}
