import Glibc
import Metrics

/// Steps of an event log as they are read, each with its person, before persons are numbered.
///
/// They are strewn over parts by their persons, so that those of one part and all that they did fit
/// into the processor's cache when they are gathered. One thread fills it.
final class LooseSteps: @unchecked Sendable {
  /// A step of a person.
  struct Row {
    let person: PersonKey
    let step: JourneyStep
  }

  /// How many parts there are.
  static let partCount = 256
  /// Bytes of a block, which takes memory only as it is filled.
  private static let blockSize = 1 << 18
  /// Rows of a block; in the place of one more stands where the block before it is.
  private static let blockRows = blockSize / MemoryLayout<Row>.stride - 1

  /// For each part where the next row goes, and where its block ends; both nil before the first.
  private let next: UnsafeMutablePointer<UnsafeMutablePointer<Row>?>
  private let ends: UnsafeMutablePointer<UnsafeMutablePointer<Row>?>
  /// How many rows each part has in full blocks.
  private let fullRows: UnsafeMutablePointer<Int>

  /// Whether steps were lost because the system had no memory to give.
  private(set) var isIncomplete = false

  /// Nothing yet.
  init() {
    next = .allocate(capacity: LooseSteps.partCount)
    next.initialize(repeating: nil, count: LooseSteps.partCount)
    ends = .allocate(capacity: LooseSteps.partCount)
    ends.initialize(repeating: nil, count: LooseSteps.partCount)
    fullRows = .allocate(capacity: LooseSteps.partCount)
    fullRows.initialize(repeating: 0, count: LooseSteps.partCount)
  }

  deinit {
    for part in 0..<LooseSteps.partCount { drop(part: part) }
    next.deallocate()
    ends.deallocate()
    fullRows.deallocate()
  }

  /// The part of a person.
  @inline(__always)
  static func part(of person: PersonKey) -> Int { Int(person.number >> 56) }

  /// Puts a step in.
  @inline(__always)
  func insert(_ step: JourneyStep, of person: PersonKey) {
    let part = LooseSteps.part(of: person)
    if next[part] == ends[part], !addBlock(part) { return }
    next[part]?.initialize(to: Row(person: person, step: step))
    next[part] = next[part]?.advanced(by: 1)
  }

  /// Puts in the steps of another, with a kind for each of its kinds.
  func take(_ other: LooseSteps, kinds: [Int32]) {
    for part in 0..<LooseSteps.partCount {
      other.forEachBlock(part: part) { rows in
        for row in rows { insert(row.step.with(kind: kinds[row.step.kind]), of: row.person) }
      }
    }
    isIncomplete = isIncomplete || other.isIncomplete
  }

  /// How many rows there are.
  var count: Int { (0..<LooseSteps.partCount).reduce(0) { $0 + count(part: $1) } }

  /// How many rows a part has.
  func count(part: Int) -> Int {
    guard let end = ends[part], let next = next[part] else { return 0 }
    return fullRows[part] + LooseSteps.blockRows - (end - next)
  }

  /// Calls the body with the rows of a part, block by block, the last block first.
  @inline(__always)
  func forEachBlock(part: Int, _ body: (UnsafeBufferPointer<Row>) -> Void) {
    guard var end = ends[part], let next = next[part] else { return }
    var count = LooseSteps.blockRows - (end - next)
    while true {
      let start = end - LooseSteps.blockRows
      body(UnsafeBufferPointer(start: start, count: count))
      guard let before = LooseSteps.before(end) else { return }
      end = before
      count = LooseSteps.blockRows
    }
  }

  /// Gives back the memory of a part.
  func drop(part: Int) {
    var last = ends[part]
    while let end = last {
      last = LooseSteps.before(end)
      munmap(end - LooseSteps.blockRows, LooseSteps.blockSize)
    }
    next[part] = nil
    ends[part] = nil
    fullRows[part] = 0
  }

  /// The end of the block before the one with this end.
  private static func before(_ end: UnsafeMutablePointer<Row>) -> UnsafeMutablePointer<Row>? {
    let address = UnsafeRawPointer(end).load(as: UInt.self)
    return UnsafeMutablePointer(bitPattern: address)
  }

  /// Memory that is mapped, not allocated, since only that is given back at once when it is dropped.
  @inline(never)
  private func addBlock(_ part: Int) -> Bool {
    let memory = mmap(
      nil, LooseSteps.blockSize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let memory, memory != MAP_FAILED else {
      isIncomplete = true
      return false
    }
    let start = memory.bindMemory(to: Row.self, capacity: LooseSteps.blockRows + 1)
    let end = start + LooseSteps.blockRows
    UnsafeMutableRawPointer(end).storeBytes(
      of: UInt(bitPattern: ends[part].map { UnsafeRawPointer($0) }), as: UInt.self)
    if ends[part] != nil { fullRows[part] += LooseSteps.blockRows }
    next[part] = start
    ends[part] = end
    return true
  }
}
