/// Memory for pages of figures, which never move and are given back all at once.
struct PageArena: ~Copyable {
  private var slabs: [UnsafeMutablePointer<Figure>] = []
  private var free: UnsafeMutablePointer<Figure>
  private var room = 0
  private var nextSlab = 64

  /// The largest slab in figures.
  private static let largestSlab = 1 << 16

  /// No page yet.
  init() {
    free = .allocate(capacity: 1)
    slabs.append(free)
  }

  deinit { for slab in slabs { slab.deallocate() } }

  /// So many figures of zeros.
  mutating func page(of count: Int) -> UnsafeMutablePointer<Figure> {
    if room < count {
      room = max(count, nextSlab)
      free = .allocate(capacity: room)
      free.initialize(repeating: Figure(value: 0, weight: 0), count: room)
      slabs.append(free)
      nextSlab = min(nextSlab * 2, PageArena.largestSlab)
    }
    defer {
      free += count
      room -= count
    }
    return free
  }
}
