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

  /// Stands behind the rows of a block, in the place of one.
  private struct Link {
    /// Where the rows of the block before it end; nil where it is the first.
    let before: UnsafeMutableRawPointer?
    /// How many rows it has room for.
    let room: Int
  }

  /// How many parts there are.
  static let partCount = 256
  /// The least and the most bytes of a block: blocks grow with their part.
  private static let leastBlock = 1 << 10
  private static let mostBlock = 1 << 15
  /// Neighbouring parts share memory, and give it back together.
  private static let groupSize = 32

  /// For each part where the next row goes, and where its block ends; both nil before the first.
  private let next: UnsafeMutablePointer<UnsafeMutablePointer<Row>?>
  private let ends: UnsafeMutablePointer<UnsafeMutablePointer<Row>?>
  /// How many rows each part has in full blocks.
  private let fullRows: UnsafeMutablePointer<Int>
  private let memory: [SlabMemory]
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
    memory = (0..<LooseSteps.partCount / LooseSteps.groupSize).map { _ in
      SlabMemory(users: LooseSteps.groupSize)
    }
  }

  deinit {
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
    return fullRows[part] + LooseSteps.link(end).room - (end - next)
  }

  /// Calls the body with the rows of a part, block by block, the last block first.
  @inline(__always)
  func forEachBlock(part: Int, _ body: (UnsafeBufferPointer<Row>) -> Void) {
    guard var end = ends[part], let next = next[part] else { return }
    var unused = end - next
    while true {
      let link = LooseSteps.link(end)
      body(UnsafeBufferPointer(start: end - link.room, count: link.room - unused))
      guard let before = link.before else { return }
      end = before.assumingMemoryBound(to: Row.self)
      unused = 0
    }
  }

  /// Says that a part is not needed any more; other parts may be in use on other threads.
  func drop(part: Int) {
    guard ends[part] != nil else { return }
    next[part] = nil
    ends[part] = nil
    fullRows[part] = 0
    memory[part / LooseSteps.groupSize].leave()
  }

  private static func link(_ end: UnsafeMutablePointer<Row>) -> Link {
    UnsafeRawPointer(end).load(as: Link.self)
  }

  @inline(never)
  private func addBlock(_ part: Int) -> Bool {
    let full = ends[part].map { LooseSteps.link($0).room + 1 } ?? 0
    let bytes = min(
      max(2 * full * MemoryLayout<Row>.stride, LooseSteps.leastBlock), LooseSteps.mostBlock)
    guard let block = memory[part / LooseSteps.groupSize].take(bytes) else {
      isIncomplete = true
      return false
    }
    let room = bytes / MemoryLayout<Row>.stride - 1
    let start = block.bindMemory(to: Row.self, capacity: room + 1)
    UnsafeMutableRawPointer(start + room).storeBytes(
      of: Link(before: ends[part].map { UnsafeMutableRawPointer($0) }, room: room), as: Link.self)
    if full > 0 { fullRows[part] += full - 1 }
    next[part] = start
    ends[part] = start + room
    return true
  }
}
