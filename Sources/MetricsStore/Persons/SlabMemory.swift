import Glibc
import Synchronization

/// Memory that is handed out piece by piece and given back as a whole, once its users have left.
final class SlabMemory: @unchecked Sendable {
  /// The first slab is small; the others are as large as the processor's large pages, which the system
  /// is asked for.
  private static let firstSlab = 1 << 16
  private static let slabSize = 1 << 21

  private var slabs: [UnsafeMutableRawBufferPointer] = []
  /// How much of the last slab is handed out.
  private var used = 0
  private let users: Mutex<Int>

  /// Nothing yet, for so many users.
  init(users: Int) {
    self.users = Mutex(users)
  }

  deinit { giveBack() }

  /// So many bytes, a power of two up to 2¹⁶; nil where the system has none to give.
  func take(_ bytes: Int) -> UnsafeMutableRawPointer? {
    if slabs.last.map({ used + bytes > $0.count }) ?? true {
      let size = slabs.isEmpty ? SlabMemory.firstSlab : SlabMemory.slabSize
      guard let slab = SlabMemory.mapped(size) else { return nil }
      slabs.append(slab)
      used = 0
    }
    used += bytes
    return slabs.last?.baseAddress.map { $0 + (used - bytes) }
  }

  /// Says that one of the users, on whatever thread, needs nothing of it any more.
  func leave() {
    let isEmpty = users.withLock { count in
      count -= 1
      return count == 0
    }
    if isEmpty { giveBack() }
  }

  private func giveBack() {
    for slab in slabs { munmap(slab.baseAddress, slab.count) }
    slabs = []
  }

  /// Asks the system to hold memory that nothing was written to yet in large pages, as far as it can.
  static func askForLargePages(_ memory: UnsafeMutableRawBufferPointer) {
    guard let start = memory.baseAddress, memory.count >= 2 * slabSize else { return }
    let first = (UInt(bitPattern: start) + UInt(slabSize) - 1) & ~(UInt(slabSize) - 1)
    let end = (UInt(bitPattern: start) + UInt(memory.count)) & ~(UInt(slabSize) - 1)
    madvise(UnsafeMutableRawPointer(bitPattern: first), Int(end - first), MADV_HUGEPAGE)
  }

  /// Mapped memory, since only that goes back to the system at once.
  private static func mapped(_ size: Int) -> UnsafeMutableRawBufferPointer? {
    let memory = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let memory, memory != MAP_FAILED else { return nil }
    let slab = UnsafeMutableRawBufferPointer(start: memory, count: size)
    if size >= slabSize { madvise(memory, size, MADV_HUGEPAGE) }
    return slab
  }
}
